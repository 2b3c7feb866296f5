import type { RevisionProblem } from '../../../ipc/revisions.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DetailList } from '../../components/DetailList.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './Revisions.module.css';

interface Props {
  readonly name: string;
  readonly problem: RevisionProblem;
  readonly onClose: () => void;
}

/** Says why a file cannot become the text. */
export function RefusedDialog({ name, problem: { code, details }, onClose }: Props) {
  const text = useText();
  return (
    <ModalDialog
      title={text('revisions.refused', { name })}
      size="medium"
      closeLabel={text('revisions.close')}
      onClose={onClose}
    >
      <p>{text(`revisions.problem.${code}`, { id: details[0] ?? '' })}</p>
      {code === 'another-work' ? null : <DetailList details={details} language="en" />}
      <p className={styles.detail}>{text('revisions.refused.calm')}</p>
      <DialogFooter>
        <ActionButton tone="primary" autoFocus onPress={onClose}>
          {text('revisions.close')}
        </ActionButton>
      </DialogFooter>
    </ModalDialog>
  );
}
