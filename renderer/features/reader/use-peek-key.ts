import { useEffect } from 'react';
import { useStable } from '../../components/use-stable.ts';
import type { ReaderHandle } from './use-reader.ts';

/** In the single view: the counterpart of the current clause is shown for as long as Space is held. */
export function usePeekKey(reader: ReaderHandle, isSingleView: boolean): void {
  const isMeant = (event: KeyboardEvent) =>
    event.key === ' ' && !event.isComposing && isOnText(event.target, reader.rootRef.current);
  const handleKeyDown = useStable((event: KeyboardEvent) => {
    if (!isMeant(event)) return;
    event.preventDefault();
    if (!event.repeat) reader.peek(reader.state.unit);
  });
  const handleKeyUp = useStable((event: KeyboardEvent) => {
    if (isMeant(event)) reader.peek(undefined);
  });

  useEffect(() => {
    if (!isSingleView) return undefined;
    window.addEventListener('keydown', handleKeyDown);
    window.addEventListener('keyup', handleKeyUp);
    return () => {
      window.removeEventListener('keydown', handleKeyDown);
      window.removeEventListener('keyup', handleKeyUp);
    };
  }, [handleKeyDown, handleKeyUp, isSingleView]);
}

/** Whether a key is pressed on the text, or on nothing in particular: buttons keep their Space. */
function isOnText(target: EventTarget | null, root: HTMLElement | null): boolean {
  if (target === document.body) return true;
  return (
    target instanceof HTMLElement && root?.contains(target) === true && target.matches('[data-language]')
  );
}
