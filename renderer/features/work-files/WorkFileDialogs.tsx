import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import { ExportWorkDialog } from './ExportWorkDialog.tsx';
import { RefusedFileDialog } from './RefusedFileDialog.tsx';
import type { WorkFilesHandle } from './use-work-files.ts';
import { WorkFileDialog, type KnownFileActions } from './WorkFileDialog.tsx';
import { WorkFilesToast } from './WorkFilesToast.tsx';

interface Props extends Omit<KnownFileActions, 'onLookAtNotes'> {
  readonly workFiles: WorkFilesHandle;
  readonly language: InterfaceLanguage;
  readonly onUndo: (workId: string) => void;
}

/** The dialogs about files of works while they are open, and what is said when they have closed. */
export function WorkFileDialogs({ workFiles, language, onUndo, ...known }: Props) {
  const { dialog, news } = workFiles;
  return (
    <>
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
