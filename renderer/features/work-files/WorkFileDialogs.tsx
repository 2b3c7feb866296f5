import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import { useText } from '../../i18n/use-text.ts';
import { ExportWorkDialog } from './ExportWorkDialog.tsx';
import { RefusedFileDialog } from './RefusedFileDialog.tsx';
import { useDroppedFile } from './use-dropped-file.ts';
import type { WorkFilesHandle } from './use-work-files.ts';
import { WorkFileDialog, type KnownFileActions } from './WorkFileDialog.tsx';
import { WorkFilesToast } from './WorkFilesToast.tsx';
import styles from './WorkFiles.module.css';

interface Props extends Omit<KnownFileActions, 'onLookAtNotes'> {
  readonly workFiles: WorkFilesHandle;
  readonly language: InterfaceLanguage;
  /** Whether another dialog is open: a file that is dropped then is not taken. */
  readonly isBlocked: boolean;
  readonly onUndo: (workId: string) => void;
}

/** The dialogs about files of works while they are open, and the window as a place to drop one on. */
export function WorkFileDialogs({ workFiles, language, isBlocked, onUndo, ...known }: Props) {
  const text = useText();
  const { dialog, news } = workFiles;
  const isOver = useDroppedFile((file) => {
    if (!isBlocked && dialog === undefined) workFiles.openDropped(file);
  });
  return (
    <>
      {isOver ? <div className={styles.drop}>{text('work-files.drop')}</div> : null}
      {dialog?.type === 'export' ? (
        <ExportWorkDialog
          work={dialog.work}
          language={language}
          isWorking={dialog.step === 'working'}
          failure={dialog.failure}
          onExport={workFiles.exportWork}
          onClose={workFiles.close}
        />
      ) : dialog?.type === 'refused' ? (
        <RefusedFileDialog file={dialog} onClose={workFiles.close} />
      ) : dialog?.type === 'chosen' ? (
        <WorkFileDialog
          file={dialog.file}
          isWorking={dialog.step === 'working'}
          failure={dialog.failure}
          onAdd={workFiles.add}
          onLookAtNotes={workFiles.lookAtNotes}
          onClose={workFiles.close}
          {...known}
        />
      ) : null}
      <WorkFilesToast news={news} onUndo={onUndo} onDismiss={workFiles.dismissNews} />
    </>
  );
}
