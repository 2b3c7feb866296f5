import { useEffect, useState, type ReactNode } from 'react';
import type { CommandId } from '../../ipc/commands.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { CommandPalette, type CommandNames } from '../commands/CommandPalette.tsx';
import { KeysDialog } from '../commands/KeysDialog.tsx';
import { isEditable, useCommandKeys, type CommandHandlers } from '../commands/use-command-keys.ts';
import { useStable } from '../components/use-stable.ts';

/** Commands, however they are given: by key, menu, palette or a button. */
export interface CommandCenter {
  readonly run: (command: CommandId) => void;
  /** The palette and the list of keys, while they are open. */
  readonly dialogs: ReactNode;
}

/** Carries out the commands that `handlers` knows. `isBlocked` while another dialog has the keyboard. */
export function useCommands(
  handlers: CommandHandlers,
  options: {
    readonly isMac: boolean;
    readonly isBlocked: boolean;
    readonly listen: StudyBridge['listen'];
    readonly names: CommandNames;
  },
): CommandCenter {
  const { isMac, isBlocked, listen, names } = options;
  const [dialog, setDialog] = useState<'keys' | 'palette'>();
  const all: CommandHandlers = {
    ...handlers,
    'show-keys': () => setDialog('keys'),
    'show-palette': () => setDialog('palette'),
  };
  useCommandKeys(all, isMac, dialog === undefined && !isBlocked);

  const run = useStable((command: CommandId) => all[command]?.());
  useEffect(
    () =>
      listen('commandChosen', (command) => {
        // The menu does not know whether something is being typed; where it is, undo is the field's own.
        if ((command === 'undo' || command === 'redo') && isEditable(document.activeElement))
          document.execCommand(command);
        else run(command);
      }),
    [listen, run],
  );

  const close = () => setDialog(undefined);
  return {
    run,
    dialogs:
      dialog === 'keys' ? (
        <KeysDialog isMac={isMac} onClose={close} />
      ) : dialog === 'palette' ? (
        <CommandPalette handlers={all} names={names} isMac={isMac} onClose={close} />
      ) : null,
  };
}
