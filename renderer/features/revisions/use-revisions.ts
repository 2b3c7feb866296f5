import { useCallback, useMemo, useReducer } from 'react';
import type { NotebookChange } from '../../../core/annotation/notebook.ts';
import type { RevisionId } from '../../../core/text/revision-id.ts';
import type { WordMove } from '../../../core/text/word-moves.ts';
import type { Result } from '../../../ipc/result.ts';
import type { LoadedText } from '../../../ipc/revisions.ts';
import type { StudyBridge } from '../../../ipc/study-bridge.ts';
import { NO_REVISIONS, reduceRevisions, type RevisionsState } from './revisions-state.ts';

/** Another revision under the notes of a work, as one step. */
export interface RevisionStep {
  readonly label: 'revise';
  readonly parts: readonly { readonly workId: string; readonly changes: readonly NotebookChange[] }[];
}

/** The revisions of the opened work, and what can be done about them. */
export interface RevisionsHandle extends RevisionsState {
  readonly showList: () => void;
  /** Asks for a file; the preview opens when one was chosen. */
  readonly chooseFile: () => void;
  /** Shows what a revision would do to the notes; resolves when that is shown, or that it cannot be. */
  readonly look: (revision: RevisionId) => Promise<void>;
  /** The preview of a text that was edited in the program, given as a work.json. */
  readonly propose: (text: string, moves: readonly WordMove[]) => void;
  /** Backs up, keeps both texts, then puts the previewed one under the notes as one step that can be undone. */
  readonly replace: () => void;
  /** Puts a text the program brings beside the present one, so that it is not offered again. */
  readonly keepPresent: () => void;
  readonly exportText: () => void;
  readonly close: () => void;
  readonly dismissNews: () => void;
}

type Requests = Pick<
  StudyBridge['requests'],
  | 'listRevisions'
  | 'chooseRevision'
  | 'proposeRevision'
  | 'previewRevision'
  | 'keepRevision'
  | 'exportText'
  | 'makeBackup'
>;

interface Options {
  readonly requests: Requests;
  /** The work that is open; without one nothing can be asked. */
  readonly workId: string | undefined;
  readonly perform: (step: RevisionStep) => Promise<Result<null>>;
  /** A text is at hand, before notes are put onto it. */
  readonly onText: (text: LoadedText) => void;
}

export function useRevisions({ requests, workId = '', perform, onText }: Options): RevisionsHandle {
  const [state, dispatch] = useReducer(reduceRevisions, NO_REVISIONS);
  const { dialog } = state;
  const preview = dialog?.type === 'preview' ? dialog.preview : undefined;

  /** Shows what a request answers, or why it could not. */
  const ask = useCallback(async <Value>(request: Promise<Result<Value>>, show: (value: Value) => void) => {
    const result = await request;
    if (result.ok) show(result.value);
    else dispatch({ type: 'ended', news: { type: 'failed', failure: result.failure } });
  }, []);
  const replace = useCallback(async () => {
    if (preview === undefined) return;
    dispatch({ type: 'replacing' });
    const backup = await requests.makeBackup({ reason: 'revision' });
    if (!backup.ok) {
      dispatch({ type: 'replacing-failed', failed: { at: 'backup', failure: backup.failure } });
      return;
    }
    const { revision } = preview.revision;
    const kept = await requests.keepRevision({ workId, revision });
    if (!kept.ok) {
      dispatch({ type: 'replacing-failed', failed: { at: 'keep', failure: kept.failure } });
      return;
    }
    onText(kept.value);
    dispatch({ type: 'ended', news: { type: 'replaced', detachedCount: preview.counts.detached } });
    // Whether it is on disk the status line says, as of every step.
    await perform({ label: 'revise', parts: [{ workId, changes: preview.changes }] });
  }, [preview, requests, workId, onText, perform]);
  const chooseFile = useCallback(
    () =>
      ask(requests.chooseRevision({ workId }), (chosen) => {
        if (chosen?.type === 'readable') dispatch({ type: 'previewed', preview: chosen.preview });
        else if (chosen !== null) dispatch(chosen);
      }),
    [ask, requests, workId],
  );
  const keepPresent = useCallback(async () => {
    if (preview === undefined) return;
    const { revision } = preview.revision;
    await ask(requests.keepRevision({ workId, revision }), () =>
      dispatch({ type: 'ended', news: undefined }),
    );
  }, [ask, preview, requests, workId]);

  return useMemo(
    () => ({
      ...state,
      showList: () =>
        void ask(requests.listRevisions({ workId }), (list) => dispatch({ type: 'listed', list })),
      chooseFile: () => void chooseFile(),
      look: (revision) =>
        ask(requests.previewRevision({ workId, revision }), (found) =>
          dispatch({ type: 'previewed', preview: found }),
        ),
      propose: (text, moves) =>
        void ask(requests.proposeRevision({ workId, text, moves }), (found) =>
          dispatch({ type: 'previewed', preview: found }),
        ),
      replace: () => void replace(),
      keepPresent: () => void keepPresent(),
      exportText: () =>
        void ask(requests.exportText({ workId }), (path) => {
          if (path !== null) dispatch({ type: 'ended', news: { type: 'exported', path } });
        }),
      close: () => dispatch({ type: 'closed' }),
      dismissNews: () => dispatch({ type: 'news-dismissed' }),
    }),
    [state, ask, requests, workId, chooseFile, replace, keepPresent],
  );
}
