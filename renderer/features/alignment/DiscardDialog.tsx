import { ActionButton } from '../../components/ActionButton.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';

interface Props {
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** Asks before everything that was changed in the alignment is given up. */
export function DiscardDialog({ onDiscard, onClose }: Props) {
  const text = useText();
  return (
    <ModalDialog title={text('alignment.discard.title')} closeLabel={text('shell.close')} onClose={onClose}>
      <p>{text('alignment.discard.text')}</p>
      <DialogFooter>
        <ActionButton tone="danger" onPress={onDiscard}>
          {text('alignment.discard.confirm')}
        </ActionButton>
        <ActionButton tone="primary" autoFocus onPress={onClose}>
          {text('alignment.stay')}
        </ActionButton>
      </DialogFooter>
    </ModalDialog>
  );
}
