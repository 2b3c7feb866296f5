import {
  Autocomplete,
  Dialog,
  Input,
  Label,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  Text as ItemText,
  useFilter,
} from 'react-aria-components';
import type { CommandId } from '../../ipc/commands.ts';
import { Kbd } from '../components/Kbd.tsx';
import { useText } from '../i18n/use-text.ts';
import { COMMAND_KEYS, describeKeys } from './command-keys.ts';
import styles from './CommandPalette.module.css';
import type { CommandHandlers } from './use-command-keys.ts';

/** Names of commands, where they have one of their own. */
export type CommandNames = Readonly<Partial<Record<CommandId, string>>>;

interface Props {
  readonly handlers: CommandHandlers;
  /** Names that say more than `commands.<id>` does, of commands that do not always do the same. */
  readonly names: CommandNames;
  readonly isMac: boolean;
  readonly onClose: () => void;
}

/** Every command that can be given now, found by typing part of its name. */
export function CommandPalette({ handlers, names, isMac, onClose }: Props) {
  const text = useText();
  const nameOf = (id: CommandId) => names[id] ?? text(`commands.${id}`);
  const { contains } = useFilter({ sensitivity: 'base' });
  const ids = (Object.keys(COMMAND_KEYS) as CommandId[]).filter(
    (id) => handlers[id] !== undefined && id !== 'show-palette',
  );
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={text('shell.palette.title')}>
          <Autocomplete filter={contains}>
            <SearchField autoFocus className={styles.field ?? ''}>
              <Label className="visually-hidden">{text('shell.palette.title')}</Label>
              <Input className={styles.input ?? ''} placeholder={text('shell.palette.placeholder')} />
            </SearchField>
            <div className={styles.list} tabIndex={0}>
              <Menu
                aria-label={text('shell.palette.title')}
                className={styles.menu ?? ''}
                renderEmptyState={() => <p className={styles.empty}>{text('shell.palette.empty')}</p>}
                onAction={(key) => {
                  onClose();
                  handlers[ids.find((id) => id === key) ?? 'show-keys']?.();
                }}
              >
                {ids.map((id) => (
                  <MenuItem key={id} id={id} textValue={nameOf(id)} className={styles.item ?? ''}>
                    <ItemText slot="label">{nameOf(id)}</ItemText>
                    <Kbd keys={describeKeys(COMMAND_KEYS[id].keys[0] ?? '', isMac)} />
                  </MenuItem>
                ))}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
