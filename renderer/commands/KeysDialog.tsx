import type { CommandId } from '../../ipc/commands.ts';
import { Kbd } from '../components/Kbd.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import type { MessageId } from '../i18n/catalogues.ts';
import { useText } from '../i18n/use-text.ts';
import { ALIGNING_ACTIONS, ALIGNING_KEYS } from './aligning-keys.ts';
import { COMMAND_KEYS, describeKeys, type CommandGroup, type CommandKeys } from './command-keys.ts';
import styles from './KeysDialog.module.css';

interface Props {
  readonly isMac: boolean;
  readonly onClose: () => void;
}

const GROUPS: readonly CommandGroup[] = ['moving', 'marking', 'aligning', 'views', 'places', 'program'];

type KeyLine = readonly [keys: string, label: MessageId];

/** Keys that are not commands: they belong to the text itself. */
const TEXT_KEYS: Readonly<Partial<Record<CommandGroup, readonly KeyLine[]>>> = {
  moving: [
    ['Tab', 'shell.keys.tab'],
    ['← → ↑ ↓', 'shell.keys.arrows'],
  ],
  marking: [
    ['1–5', 'shell.keys.colors'],
    ['Enter', 'notes-reading.key.open'],
  ],
  views: [['Space', 'shell.keys.space']],
};

function listTextKeys(group: CommandGroup, isMac: boolean): readonly KeyLine[] {
  if (group !== 'aligning') return TEXT_KEYS[group] ?? [];
  return [
    ['← → ↑ ↓', 'alignment.keys.arrows'],
    ...ALIGNING_ACTIONS.map((action): KeyLine => [
      describeKeys(ALIGNING_KEYS[action], isMac),
      `alignment.action.${action}`,
    ]),
    [describeKeys('Mod+Enter', isMac), 'alignment.keys.field'],
  ];
}

/** All keys, by what they are for. */
export function KeysDialog({ isMac, onClose }: Props) {
  const text = useText();
  const commands = Object.entries(COMMAND_KEYS) as readonly [CommandId, CommandKeys][];
  return (
    <ModalDialog
      title={text('shell.keys.title')}
      closeLabel={text('shell.close')}
      size="large"
      onClose={onClose}
    >
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{text(`shell.keys.${group}`)}</h3>
            <dl>
              {commands
                .filter(([, command]) => command.group === group)
                .map(([id, { keys }]) => (
                  <div key={id} className={styles.line}>
                    <dt>{text(`commands.${id}`)}</dt>
                    <dd>
                      <Kbd keys={describeKeys(keys[0] ?? '', isMac)} />
                    </dd>
                  </div>
                ))}
              {listTextKeys(group, isMac).map(([keys, label]) => (
                <div key={label} className={styles.line}>
                  <dt>{text(label)}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </ModalDialog>
  );
}
