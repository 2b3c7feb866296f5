import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { ExportDialog } from '../features/note-files/ExportDialog.tsx';
import { ImportDialog } from '../features/note-files/ImportDialog.tsx';
import { NoteFilesToast } from '../features/note-files/NoteFilesToast.tsx';
import type { NoteFilesHandle } from '../features/note-files/use-note-files.ts';

interface Props {
  readonly noteFiles: NoteFilesHandle;
  readonly workId: string;
  readonly language: InterfaceLanguage;
  readonly previewNotes: StudyBridge['requests']['previewNotes'];
  /** Takes back the import that was done last; undefined once something else was done since. */
  readonly onUndoImport: (() => void) | undefined;
}

/** The dialogs about files of notes while they are open, and what is said when they have closed. */
export function NoteFiles({ noteFiles, workId, language, previewNotes, onUndoImport }: Props) {
  const { dialog } = noteFiles;
  return (
    <>
      {dialog?.type === 'export' ? (
        <ExportDialog
          workId={workId}
          language={language}
          previewNotes={previewNotes}
          onExport={noteFiles.exportNotes}
          onClose={noteFiles.close}
        />
      ) : null}
      {dialog?.type === 'import' ? (
        <ImportDialog dialog={dialog} onAdd={noteFiles.addNotes} onClose={noteFiles.close} />
      ) : null}
      <NoteFilesToast
        news={noteFiles.news}
        onUndo={
          onUndoImport &&
          (() => {
            onUndoImport();
            noteFiles.dismissNews();
          })
        }
        onDismiss={noteFiles.dismissNews}
      />
    </>
  );
}
