import type { CommandHandlers } from '../commands/use-command-keys.ts';
import type { SessionHandle } from '../features/notes/use-session.ts';

/** Undo and redo, as far as there is something to take back. */
export function createHistoryCommands({ session, undoStep, redoStep }: SessionHandle): CommandHandlers {
  return {
    ...(undoStep === undefined ? {} : { undo: session.undo }),
    ...(redoStep === undefined ? {} : { redo: session.redo }),
  };
}
