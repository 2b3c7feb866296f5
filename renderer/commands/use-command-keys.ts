import { useLayoutEffect } from 'react';
import type { CommandId } from '../../ipc/commands.ts';
import { useStable } from '../components/use-stable.ts';
import { findCommand, isChord } from './command-keys.ts';

/** What the commands that can be given now do. One that is missing cannot be given. */
export type CommandHandlers = Readonly<Partial<Record<CommandId, () => void>>>;

/** Listens for the keys of commands while mounted. `isEnabled` is false while a dialog has the keyboard. */
export function useCommandKeys(handlers: CommandHandlers, isMac: boolean, isEnabled: boolean): void {
  const handleKeyDown = useStable((event: KeyboardEvent) => {
    // While an input method composes, keys belong to it ('isComposing'; 229 on its first key).
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const isTyping = isEditable(event.target);
    if (isTyping && !isChord(event)) return;
    const command = findCommand(event, isMac);
    if (command === undefined || (isTyping && TEXT_EDITING.has(command))) return;
    const handler = handlers[command];
    if (handler === undefined) return;
    event.preventDefault();
    handler();
  });

  // A layout effect: once the reader sees that a dialog has closed, no key may be lost.
  useLayoutEffect(() => {
    if (!isEnabled) return undefined;
    window.addEventListener('keydown', handleKeyDown);
    return () => window.removeEventListener('keydown', handleKeyDown);
  }, [handleKeyDown, isEnabled]);
}

/** In a text field these chords are the field's own. */
const TEXT_EDITING: ReadonlySet<CommandId> = new Set([
  'undo',
  'redo',
  'copy-selection',
  'go-back',
  'go-forward',
]);

/** Whether what has the keyboard is written in. */
export function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select'))
  );
}
