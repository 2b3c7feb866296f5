import { ActionButton } from '../../components/ActionButton.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './NotesDialog.module.css';

interface Props {
  /** How many binned notes are about to go. */
  readonly count: number;
  readonly onErase: () => void;
  readonly onClose: () => void;
}

/** Asks before notes leave the bin for good, and says how long that can still be undone. */
export function EraseDialog({ count, onErase, onClose }: Props) {
  const text = useText();
  return (
    <ModalDialog
      title={text('history.erase.title', { count })}
      closeLabel={text('history.cancel')}
      onClose={onClose}
    >
      <p className={styles.text}>{text('history.erase.text')}</p>
      <div className={styles.actions}>
        {/* What a careless Enter does is nothing. */}
        <ActionButton autoFocus onPress={onClose}>
          {text('history.cancel')}
        </ActionButton>
        <ActionButton tone="danger" onPress={onErase}>
          {text('history.erase.confirm')}
        </ActionButton>
      </div>
    </ModalDialog>
  );
}
