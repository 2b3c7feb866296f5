import type { ChosenNoteFile } from '../../../ipc/note-files.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { FailureText } from '../../components/FailureText.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import type { MessageId } from '../../i18n/catalogues.ts';
import { useText } from '../../i18n/use-text.ts';
import { hasChanges, type NoteFilesDialog } from './note-files-state.ts';
import { PlannedWorkItem } from './PlannedWorkItem.tsx';
import styles from './ImportDialog.module.css';

interface Props {
  readonly dialog: Extract<NoteFilesDialog, { readonly type: 'import' }>;
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

type Chosen<Type extends ChosenNoteFile['type']> = Extract<ChosenNoteFile, { readonly type: Type }>;

/** Says what a file of notes holds and what taking it in would do, or why it cannot be read. */
export function ImportDialog({ dialog, onAdd, onClose }: Props) {
  const text = useText();
  const { chosen } = dialog;
  const shared = { closeLabel: text('note-files.close'), onClose };
  if (chosen.type === 'refused') {
    return (
      <ModalDialog title={text('note-files.refused', { name: chosen.name })} {...shared}>
        <Refusal chosen={chosen} />
        <DialogFooter>
          <ActionButton tone="primary" autoFocus onPress={onClose}>
            {text('note-files.close')}
          </ActionButton>
        </DialogFooter>
      </ModalDialog>
    );
  }
  const isWorking = dialog.step === 'working';
  return (
    <ModalDialog title={text('note-files.import.title')} size="medium" {...shared}>
      <Contents chosen={chosen} />
      <Failed failed={dialog.failed} />
      <DialogFooter>
        <ActionButton isDisabled={isWorking} onPress={onClose}>
          {text(hasChanges(chosen) ? 'note-files.cancel' : 'note-files.close')}
        </ActionButton>
        {hasChanges(chosen) ? (
          <ActionButton tone="primary" autoFocus isDisabled={isWorking} onPress={onAdd}>
            {text(isWorking ? 'note-files.import.working' : 'note-files.import.go')}
          </ActionButton>
        ) : null}
      </DialogFooter>
    </ModalDialog>
  );
}

function Refusal({ chosen: { problem } }: { readonly chosen: Chosen<'refused'> }) {
  const text = useText();
  const { code, where, what } = problem;
  return (
    <>
      <p>{text(`note-files.problem.${code}`)}</p>
      <p className={styles.detail}>
        {where === '' ? null : text('note-files.problem.where', { where })} <span lang="en">{what}</span>
      </p>
      <p>{text('note-files.refused.calm')}</p>
    </>
  );
}

function Contents({ chosen }: { readonly chosen: Chosen<'readable'> }) {
  const text = useText();
  const { name, works, missing, foreign } = chosen;
  const left: readonly [MessageId, number][] = [
    ['note-files.import.detached', foreign.detached],
    ['note-files.import.elsewhere', foreign.elsewhere],
    ['note-files.import.wordless', foreign.wordless],
  ];
  return (
    <>
      <p className={styles.from}>{text('note-files.import.from', { name })}</p>
      {works.map((planned) => (
        <PlannedWorkItem key={planned.workId} planned={planned} />
      ))}
      <ul className={styles.left}>
        {missing.map(({ workId, title, count }) => (
          <li key={workId}>
            {text('note-files.import.missing', { title: title === '' ? workId : title, count })}
          </li>
        ))}
        {left.map(([id, count]) => (count === 0 ? null : <li key={id}>{text(id, { count })}</li>))}
      </ul>
      <p className={styles.detail}>
        {text(hasChanges(chosen) ? 'note-files.import.calm' : 'note-files.import.nothing')}
      </p>
    </>
  );
}

function Failed({ failed }: Pick<Props['dialog'], 'failed'>) {
  const text = useText();
  if (failed === undefined) return null;
  const reason = text(`errors.${failed.failure.code}`);
  return (
    <FailureText
      words={text(failed.at === 'backup' ? 'note-files.import.no-backup' : 'note-files.import.failed', {
        reason,
      })}
    />
  );
}
