import type { ChosenWorkFile } from '../../../ipc/works.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DetailList } from '../../components/DetailList.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './WorkFiles.module.css';

interface Props {
  readonly file: Extract<ChosenWorkFile, { readonly type: 'refused' }>;
  readonly onClose: () => void;
}

/** Says why a file cannot be opened as a work archive. */
export function RefusedFileDialog({ file: { name, problem }, onClose }: Props) {
  const text = useText();
  return (
    <ModalDialog
      title={text('work-files.refused', { name })}
      size="medium"
      closeLabel={text('work-files.close')}
      onClose={onClose}
    >
      <p>{text(`work-files.problem.${problem.code}`)}</p>
      <DetailList details={problem.details} language="en" />
      <p className={styles.detail}>{text('work-files.refused.calm')}</p>
      <DialogFooter>
        <ActionButton tone="primary" autoFocus onPress={onClose}>
          {text('work-files.close')}
        </ActionButton>
      </DialogFooter>
    </ModalDialog>
  );
}
