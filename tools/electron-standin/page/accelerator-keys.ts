import type { KeyPress } from '../messages.ts';

/** The place of the accelerator a key press answers to, or -1. */
export function findAccelerator(event: KeyboardEvent, keyPresses: readonly KeyPress[]): number {
  return keyPresses.findIndex(
    (wanted) =>
      wanted.control === event.ctrlKey &&
      wanted.alt === event.altKey &&
      wanted.meta === event.metaKey &&
      (wanted.shift === null || wanted.shift === event.shiftKey) &&
      (wanted.key === event.key.toLowerCase() || (wanted.code !== '' && wanted.code === event.code)),
  );
}
