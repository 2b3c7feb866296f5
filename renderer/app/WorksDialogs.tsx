import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { LibraryDialogs } from '../features/library/LibraryDialogs.tsx';
import type { SessionHandle } from '../features/notes/use-session.ts';
import { WorkFileDialogs } from '../features/work-files/WorkFileDialogs.tsx';
import { LinkProposalToast } from './LinkProposalToast.tsx';
import { NoteFiles } from './NoteFiles.tsx';
import type { LibraryHandle, WorkOnDesk } from './use-library.ts';
import type { WorksPlace } from './use-works-place.ts';

interface Props {
  readonly worksPlace: WorksPlace;
  readonly library: LibraryHandle;
  readonly session: SessionHandle;
  readonly opened: WorkOnDesk | undefined;
  readonly language: InterfaceLanguage;
  readonly previewNotes: StudyBridge['requests']['previewNotes'];
  /** Goes to the reader. */
  readonly onRead: () => void;
}

/** The dialogs about works and their files, and what is said when they have closed. They outlive the text on the desk. */
export function WorksDialogs(props: Props) {
  const { worksPlace, library, session, opened, language, onRead } = props;
  const { shelf, workFiles, noteFiles } = worksPlace;
  return (
    <>
      <LibraryDialogs shelf={shelf} />
      <LinkProposalToast proposal={worksPlace.links} />
      <WorkFileDialogs
        workFiles={workFiles}
        language={language}
        onUndo={(workId) => {
          workFiles.dismissNews();
          shelf.deleteWork(workId);
        }}
        onOpenWork={(workId) => {
          workFiles.close();
          onRead();
          if (opened?.work.id !== workId) library.openWork(workId);
        }}
        onLook={worksPlace.lookAt}
        onRestore={(id) => {
          workFiles.close();
          shelf.restore(id);
        }}
      />
      <NoteFiles
        noteFiles={noteFiles}
        workId={opened?.work.id ?? ''}
        language={language}
        previewNotes={props.previewNotes}
        onUndoImport={session.undoStep?.label === 'import' ? session.session.undo : undefined}
      />
    </>
  );
}
