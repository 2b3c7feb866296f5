import { useLayoutEffect } from 'react';
import type { DeskHandle } from './use-desk.ts';
import { useStable } from '../components/use-stable.ts';

/** Escape takes back the latest thing: waiting for a counterpart, then the selection, then the chosen note. */
export function useEscape(desk: DeskHandle, isEnabled: boolean): void {
  const handleKeyDown = useStable((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (event.target instanceof Element && event.target.matches('input, textarea')) return;
    if (desk.annotating.waitingId !== undefined) desk.annotating.stopWaiting();
    else if (desk.selection !== undefined) desk.clearSelection();
    else desk.annotating.activate(undefined);
  });

  // A layout effect: once the reader sees that a dialog has closed, no key may be lost.
  useLayoutEffect(() => {
    if (!isEnabled) return undefined;
    window.addEventListener('keydown', handleKeyDown);
    return () => window.removeEventListener('keydown', handleKeyDown);
  }, [handleKeyDown, isEnabled]);
}
