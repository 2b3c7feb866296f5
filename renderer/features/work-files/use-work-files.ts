import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { chooseTitle } from '../../../core/text/choose-title.ts';
import type { ChosenNoteFile } from '../../../ipc/note-files.ts';
import type { Result } from '../../../ipc/result.ts';
import type { StudyBridge } from '../../../ipc/study-bridge.ts';
import type { ChosenWorkFile, WorkExport } from '../../../ipc/works.ts';
import { encodeFile } from './encode-file.ts';
import {
  NO_WORK_FILES,
  reduceWorkFiles,
  type ExportableWork,
  type WorkFilesState,
} from './work-files-state.ts';

/** Files of works that come and go, and what can be done about them. */
export interface WorkFilesHandle extends WorkFilesState {
  /** Asks for a file; the dialog opens when one was chosen. */
  readonly chooseFile: () => void;
  readonly openDropped: (file: File) => void;
  /** Adds the work of the chosen file, beside one that is there where need be. */
  readonly add: (withNotes: boolean) => void;
  /** Shows what the notes of the chosen file would do. */
  readonly lookAtNotes: () => void;
  readonly startExport: (work: ExportableWork) => void;
  readonly exportWork: (wanted: WorkExport) => void;
  readonly close: () => void;
  readonly dismissNews: () => void;
}

interface Options {
  readonly listen: StudyBridge['listen'];
  readonly requests: Pick<
    StudyBridge['requests'],
    | 'chooseWorkFile'
    | 'readHandedWorkFile'
    | 'readWorkFile'
    | 'takeWorkFile'
    | 'planWorkFileNotes'
    | 'exportWork'
  >;
  /** Of the interface. */
  readonly language: string;
  /** Told of a work that was added. Must stay the same between renderings. */
  readonly onAdded: (workId: string) => void;
  /** Told of notes that can be merged. Must stay the same between renderings. */
  readonly onNotes: (chosen: ChosenNoteFile) => void;
}

export function useWorkFiles({ listen, requests, language, onAdded, onNotes }: Options): WorkFilesHandle {
  const [state, dispatch] = useReducer(reduceWorkFiles, NO_WORK_FILES);
  const { dialog } = state;

  const choose = useCallback(async (asked: Promise<Result<ChosenWorkFile | null>>) => {
    const result = await asked;
    if (!result.ok) dispatch({ type: 'ended', news: { type: 'failed', failure: result.failure } });
    else if (result.value !== null) dispatch({ type: 'file-chosen', file: result.value });
    return result.ok;
  }, []);
  // Files may have been handed over before the page was there, and several at once: one is asked about after the other.
  const [handed, setHanded] = useState(0);
  useEffect(() => listen('workFileHanded', () => setHanded((count) => count + 1)), [listen]);
  const isAsking = dialog !== undefined;
  useEffect(() => {
    if (isAsking) return;
    const takeNext = async (): Promise<void> => {
      // One that cannot be read is told, and the next is looked at.
      if (!(await choose(requests.readHandedWorkFile()))) await takeNext();
    };
    void takeNext();
  }, [isAsking, handed, choose, requests]);
  const openDropped = useCallback(
    async (file: File) => {
      const encoded = await encodeFile(file);
      if (encoded === undefined) {
        const problem = { code: 'too-large', details: [`${file.size} bytes`] } as const;
        dispatch({ type: 'file-chosen', file: { type: 'refused', name: file.name, problem } });
      } else await choose(requests.readWorkFile({ name: file.name, bytes: encoded }));
    },
    [choose, requests],
  );
  const add = useCallback(
    async (withNotes: boolean) => {
      if (dialog?.type !== 'chosen') return;
      dispatch({ type: 'working' });
      const added = await requests.takeWorkFile({ withNotes });
      if (!added.ok) {
        dispatch({ type: 'failed', failure: added.failure });
        return;
      }
      if (added.value.type === 'refused') return;
      const { workId } = added.value;
      onAdded(workId);
      const title = chooseTitle(dialog.file.titles, language)?.title ?? workId;
      dispatch({
        type: 'ended',
        news: added.value.type === 'added' ? { type: 'added', workId, title } : undefined,
      });
    },
    [dialog, requests, language, onAdded],
  );
  const lookAtNotes = useCallback(async () => {
    const plan = await requests.planWorkFileNotes();
    if (!plan.ok) dispatch({ type: 'failed', failure: plan.failure });
    else {
      dispatch({ type: 'ended', news: undefined });
      if (plan.value !== null) onNotes(plan.value);
    }
  }, [requests, onNotes]);
  const exportWork = useCallback(
    async (wanted: WorkExport) => {
      dispatch({ type: 'working' });
      const result = await requests.exportWork(wanted);
      if (!result.ok) dispatch({ type: 'failed', failure: result.failure });
      else if (result.value === null) dispatch({ type: 'withdrawn' });
      else dispatch({ type: 'ended', news: { type: 'exported', path: result.value } });
    },
    [requests],
  );

  return useMemo(
    () => ({
      ...state,
      chooseFile: () => void choose(requests.chooseWorkFile()),
      openDropped: (file) => void openDropped(file),
      add: (withNotes) => void add(withNotes),
      lookAtNotes: () => void lookAtNotes(),
      startExport: (work) => dispatch({ type: 'export-asked', work }),
      exportWork: (wanted) => void exportWork(wanted),
      close: () => dispatch({ type: 'closed' }),
      dismissNews: () => dispatch({ type: 'news-dismissed' }),
    }),
    [state, choose, requests, openDropped, add, lookAtNotes, exportWork],
  );
}
