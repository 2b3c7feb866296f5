import { useCallback, useMemo, useReducer } from 'react';
import type { NotebookChange } from '../../../core/annotation/notebook.ts';
import type { ChosenNoteFile, NoteExport } from '../../../ipc/note-files.ts';
import type { Result } from '../../../ipc/result.ts';
import type { StudyBridge } from '../../../ipc/study-bridge.ts';
import {
  chooseReason,
  countIncoming,
  NO_NOTE_FILES,
  reduceNoteFiles,
  type NoteFilesState,
} from './note-files-state.ts';

/** The notes of a file as one step over all works. */
export interface ImportStep {
  readonly label: 'import';
  readonly parts: readonly { readonly workId: string; readonly changes: readonly NotebookChange[] }[];
}

/** Export and import of notes, and what can be done about them. */
export interface NoteFilesHandle extends NoteFilesState {
  readonly startExport: () => void;
  /** Asks for a file; the import dialog opens when one was chosen. */
  readonly startImport: () => void;
  /** Shows what a file of notes would do that was read elsewhere. */
  readonly showChosen: (chosen: ChosenNoteFile) => void;
  readonly exportNotes: (wanted: NoteExport) => void;
  /** Backs up, then adds the notes of the chosen file as one step that can be undone. */
  readonly addNotes: () => void;
  readonly close: () => void;
  readonly dismissNews: () => void;
}

type Requests = Pick<StudyBridge['requests'], 'exportNotes' | 'chooseNoteFile' | 'makeBackup'>;

export function useNoteFiles(
  requests: Requests,
  perform: (step: ImportStep) => Promise<Result<null>>,
): NoteFilesHandle {
  const [state, dispatch] = useReducer(reduceNoteFiles, NO_NOTE_FILES);
  const { dialog } = state;

  const exportNotes = useCallback(
    async (wanted: NoteExport) => {
      const result = await requests.exportNotes(wanted);
      if (!result.ok) dispatch({ type: 'ended', news: { type: 'export-failed', failure: result.failure } });
      else if (result.value !== null) {
        const { path, noteCount } = result.value;
        dispatch({ type: 'ended', news: { type: 'exported', path, count: noteCount } });
      }
    },
    [requests],
  );
  const startImport = useCallback(async () => {
    const result = await requests.chooseNoteFile();
    if (!result.ok) dispatch({ type: 'ended', news: { type: 'unreadable', failure: result.failure } });
    else if (result.value !== null) dispatch({ type: 'file-chosen', chosen: result.value });
  }, [requests]);
  const addNotes = useCallback(async () => {
    if (dialog?.type !== 'import' || dialog.chosen.type !== 'readable') return;
    const { chosen } = dialog;
    dispatch({ type: 'adding' });
    const backup = await requests.makeBackup({ reason: chooseReason(chosen) });
    if (!backup.ok) {
      dispatch({ type: 'adding-failed', at: 'backup', failure: backup.failure });
      return;
    }
    const parts = chosen.works.filter(({ changes }) => changes.length > 0);
    const added = await perform({
      label: 'import',
      parts: parts.map(({ workId, changes }) => ({ workId, changes })),
    });
    if (added.ok) dispatch({ type: 'ended', news: { type: 'imported', count: countIncoming(chosen) } });
    else dispatch({ type: 'adding-failed', at: 'adding', failure: added.failure });
  }, [dialog, requests, perform]);

  return useMemo(
    () => ({
      ...state,
      startExport: () => dispatch({ type: 'export-asked' }),
      startImport: () => void startImport(),
      showChosen: (chosen) => dispatch({ type: 'file-chosen', chosen }),
      exportNotes: (wanted) => void exportNotes(wanted),
      addNotes: () => void addNotes(),
      close: () => dispatch({ type: 'closed' }),
      dismissNews: () => dispatch({ type: 'news-dismissed' }),
    }),
    [state, startImport, exportNotes, addNotes],
  );
}
