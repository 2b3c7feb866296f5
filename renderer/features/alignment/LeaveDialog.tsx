import { ActionButton } from '../../components/ActionButton.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';

interface Props {
  readonly onDiscard: () => void;
  /** Leaves; what was changed is there when the reader comes back. */
  readonly onKeep: () => void;
  readonly onStay: () => void;
}

/** Asks what is to become of changes that are not in the text yet, when the editor is left. */
export function LeaveDialog({ onDiscard, onKeep, onStay }: Props) {
  const text = useText();
  return (
    <ModalDialog
      title={text('alignment.leave.title')}
      size="medium"
      closeLabel={text('shell.close')}
      onClose={onStay}
    >
      <p>{text('alignment.leave.text')}</p>
      <DialogFooter>
        <ActionButton tone="danger" onPress={onDiscard}>
          {text('alignment.discard.confirm')}
        </ActionButton>
        <ActionButton onPress={onStay}>{text('alignment.stay')}</ActionButton>
        <ActionButton tone="primary" autoFocus onPress={onKeep}>
          {text('alignment.leave.keep')}
        </ActionButton>
      </DialogFooter>
    </ModalDialog>
  );
}
