import { useEffect, useMemo, useState } from 'react';
import type { RevisionId } from '../../core/text/revision-id.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { useShelf, type ShelfHandle } from '../features/library/use-shelf.ts';
import { useNoteFiles, type NoteFilesHandle } from '../features/note-files/use-note-files.ts';
import type { SessionHandle } from '../features/notes/use-session.ts';
import type { RevisionsHandle } from '../features/revisions/use-revisions.ts';
import { useWorkFiles, type WorkFilesHandle } from '../features/work-files/use-work-files.ts';
import type { LibraryHandle, WorkOnDesk } from './use-library.ts';
import { useStable } from '../components/use-stable.ts';
import { useLinkProposal, type LinkProposal } from './use-link-proposal.ts';

/** What is done with whole works and with files of works and notes: it outlives the desk. */
export interface WorksPlace {
  readonly shelf: ShelfHandle;
  readonly workFiles: WorkFilesHandle;
  readonly noteFiles: NoteFilesHandle;
  readonly links: LinkProposal;
  /** Whether one of its dialogs has the keyboard. */
  readonly isAsking: boolean;
  /** Opens a work and shows what putting a text of a file under its notes would do; then the notes of that file. */
  readonly lookAt: (workId: string, revision: RevisionId) => void;
}

interface Options extends Pick<StudyBridge, 'listen'> {
  readonly requests: StudyBridge['requests'];
  readonly library: LibraryHandle;
  readonly session: SessionHandle;
  readonly revisions: RevisionsHandle;
  /** The work on the desk. */
  readonly opened: WorkOnDesk | undefined;
  /** Of the interface. */
  readonly language: string;
}

export function useWorksPlace(options: Options): WorksPlace {
  const { listen, requests, library, session, opened, language } = options;
  const noteFiles = useNoteFiles(requests, session.session.perform);
  const onDeleted = useStable(library.remove);
  const onRestored = useStable(library.refresh);
  const onRenamed = useStable(library.retitle);
  const shelf = useShelf(
    requests,
    useMemo(() => ({ onDeleted, onRestored, onRenamed }), [onDeleted, onRestored, onRenamed]),
  );
  const workFiles = useWorkFiles({
    listen,
    requests,
    language,
    onAdded: useStable((workId: string) => {
      library.refresh();
      library.openWork(workId);
    }),
    onNotes: useStable(noteFiles.showChosen),
  });
  const look = useLook(options, workFiles);
  const links = useLinkProposal(options);
  return {
    shelf,
    workFiles,
    noteFiles,
    links,
    isAsking: shelf.dialog !== undefined || workFiles.dialog !== undefined || noteFiles.dialog !== undefined,
    lookAt: (workId, revision) => {
      const hasNotes = workFiles.dialog?.type === 'chosen' && (workFiles.dialog.file.noteCount ?? 0) > 0;
      workFiles.close();
      look({ workId, revision, hasNotes, stage: 'opening' });
      if (opened?.work.id !== workId) library.openWork(workId);
    },
  };
}

/** A text of a file that is looked at: its work is being opened, then the preview is open, then it was closed. */
interface Look {
  readonly workId: string;
  readonly revision: RevisionId;
  readonly hasNotes: boolean;
  readonly stage: 'opening' | 'asking' | 'previewing';
}

function useLook({ revisions, opened }: Options, { lookAtNotes }: WorkFilesHandle): (look: Look) => void {
  const [look, setLook] = useState<Look>();
  const isThere = look?.stage === 'opening' && opened?.work.id === look.workId;
  const isOver = look?.stage === 'previewing' && revisions.dialog === undefined;
  const begin = useStable(() => {
    if (look === undefined) return;
    setLook({ ...look, stage: 'asking' });
    void revisions.look(look.revision).then(() => setLook({ ...look, stage: 'previewing' }));
  });
  const end = useStable(() => {
    setLook(undefined);
    if (look?.hasNotes === true) lookAtNotes();
  });
  useEffect(() => {
    if (isThere) begin();
  }, [isThere, begin]);
  useEffect(() => {
    if (isOver) end();
  }, [isOver, end]);
  return setLook;
}
