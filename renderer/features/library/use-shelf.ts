import { useCallback, useMemo, useReducer } from 'react';
import type { WorkTitles } from '../../../core/text/work-titles.ts';
import type { Result } from '../../../ipc/result.ts';
import type { StudyBridge } from '../../../ipc/study-bridge.ts';
import { QUIET_LIBRARY, reduceLibrary, type LibraryDialog, type LibraryState } from './library-state.ts';

/** What can be done with the works of the library, and what came of it. */
export interface ShelfHandle extends LibraryState {
  readonly showDetails: (workId: string) => void;
  readonly startRenaming: (workId: string) => void;
  /** Gives a work the reader's own titles, which say only what the text does not. */
  readonly rename: (titles: WorkTitles) => void;
  readonly deleteWork: (workId: string) => void;
  readonly showBin: () => void;
  readonly restore: (id: string) => void;
  readonly erase: (ids: readonly string[]) => void;
  /** Takes back what was done last, where it can be. */
  readonly undo: () => void;
  readonly close: () => void;
  readonly dismissNews: () => void;
}

/** Told of what has changed in the library. */
export interface ShelfListeners {
  readonly onDeleted: (workId: string) => void;
  readonly onRestored: (workId: string) => void;
  /** With all titles it has now. */
  readonly onRenamed: (workId: string, titles: WorkTitles) => void;
}

type Requests = Pick<
  StudyBridge['requests'],
  'describeWork' | 'renameWork' | 'deleteWork' | 'listDeletedWorks' | 'restoreWork' | 'eraseWorks'
>;

/** `listeners` must stay the same between renderings. */
export function useShelf(requests: Requests, listeners: ShelfListeners): ShelfHandle {
  const [state, dispatch] = useReducer(reduceLibrary, QUIET_LIBRARY);
  const { dialog, news } = state;
  const { onDeleted, onRestored, onRenamed } = listeners;

  /** Shows what a request answers, or why it could not. */
  const ask = useCallback(async <Value>(request: Promise<Result<Value>>, show: (value: Value) => void) => {
    const result = await request;
    if (result.ok) show(result.value);
    else dispatch({ type: 'done', news: { type: 'failed', failure: result.failure } });
  }, []);
  const open = useCallback(
    (
      workId: string,
      describe: (details: Extract<LibraryDialog, { type: 'details' }>['details']) => LibraryDialog,
    ) =>
      ask(requests.describeWork({ workId }), (details) =>
        dispatch({ type: 'dialog-opened', dialog: describe(details) }),
      ),
    [ask, requests],
  );
  const listBin = useCallback(
    () => ask(requests.listDeletedWorks(), (works) => dispatch({ type: 'bin-changed', works })),
    [ask, requests],
  );
  const giveTitles = useCallback(
    async (workId: string, titles: WorkTitles, before: WorkTitles, ofText: WorkTitles) => {
      const result = await requests.renameWork({ workId, titles });
      if (!result.ok) {
        dispatch({ type: 'renaming-failed', failure: result.failure });
        return;
      }
      onRenamed(workId, { ...ofText, ...titles });
      dispatch({ type: 'done', news: { type: 'renamed', workId, before, ofText } });
    },
    [requests, onRenamed],
  );
  const restore = useCallback(
    async (id: string) => {
      const binned = await requests.listDeletedWorks();
      const titles = binned.ok ? (binned.value.find((each) => each.id === id)?.titles ?? {}) : {};
      await ask(requests.restoreWork({ id }), ({ type, workId }) => {
        if (type === 'restored') onRestored(workId);
        dispatch({ type: 'done', news: { type, titles } });
      });
      await listBin();
    },
    [ask, requests, onRestored, listBin],
  );
  const undo = useCallback(() => {
    if (news?.type === 'deleted') void restore(news.binned.id);
    if (news?.type === 'renamed') {
      const { workId, before, ofText } = news;
      void giveTitles(workId, before, before, ofText).then(() => dispatch({ type: 'news-dismissed' }));
    }
  }, [news, restore, giveTitles]);

  return useMemo(
    () => ({
      ...state,
      showDetails: (workId) => void open(workId, (details) => ({ type: 'details', details })),
      startRenaming: (workId) =>
        void open(workId, (details) => ({ type: 'renaming', details, failure: undefined })),
      rename: (titles) => {
        if (dialog?.type !== 'renaming') return;
        const { workId, titlesOfReader, titlesOfText } = dialog.details;
        void giveTitles(workId, titles, titlesOfReader, titlesOfText);
      },
      deleteWork: (workId) =>
        void ask(requests.deleteWork({ workId }), (binned) => {
          onDeleted(workId);
          dispatch({ type: 'done', news: { type: 'deleted', binned } });
        }),
      showBin: () =>
        void ask(requests.listDeletedWorks(), (works) =>
          dispatch({ type: 'dialog-opened', dialog: { type: 'bin', works } }),
        ),
      restore: (id) => void restore(id),
      erase: (ids) =>
        void ask(requests.eraseWorks({ ids }), () => {
          dispatch({ type: 'done', news: { type: 'erased', count: ids.length } });
          void listBin();
        }),
      undo,
      close: () => dispatch({ type: 'closed' }),
      dismissNews: () => dispatch({ type: 'news-dismissed' }),
    }),
    [state, dialog, open, ask, requests, giveTitles, onDeleted, restore, listBin, undo],
  );
}
