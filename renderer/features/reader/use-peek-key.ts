import { useEffect, useRef } from 'react';
import type { ReaderHandle } from './use-reader.ts';

/** In the single view: the counterpart of the current clause is shown for as long as Space is held. */
export function usePeekKey(reader: ReaderHandle, isSingleView: boolean): void {
  const latest = useRef(reader);
  useEffect(() => {
    latest.current = reader;
  });

  useEffect(() => {
    if (!isSingleView) return undefined;
    const isMeant = (event: KeyboardEvent) =>
      event.key === ' ' && !event.isComposing && isOnText(event.target, latest.current.rootRef.current);
    const handleKeyDown = (event: KeyboardEvent) => {
      if (!isMeant(event)) return;
      event.preventDefault();
      if (!event.repeat) latest.current.peek(latest.current.state.unit);
    };
    const handleKeyUp = (event: KeyboardEvent) => {
      if (isMeant(event)) latest.current.peek(undefined);
    };
    window.addEventListener('keydown', handleKeyDown);
    window.addEventListener('keyup', handleKeyUp);
    return () => {
      window.removeEventListener('keydown', handleKeyDown);
      window.removeEventListener('keyup', handleKeyUp);
    };
  }, [isSingleView]);
}

/** Whether a key is pressed on the text, or on nothing in particular: buttons keep their Space. */
function isOnText(target: EventTarget | null, root: HTMLElement | null): boolean {
  if (target === document.body) return true;
  return (
    target instanceof HTMLElement && root?.contains(target) === true && target.matches('[data-language]')
  );
}
