import type { WorkTitles } from '../../../core/text/work-titles.ts';
import type { Failure } from '../../../ipc/result.ts';
import type { BinnedWork, WorkDetails } from '../../../ipc/works.ts';

/** Which dialog about works is open. */
export type LibraryDialog =
  | { readonly type: 'renaming'; readonly details: WorkDetails; readonly failure: Failure | undefined }
  | { readonly type: 'details'; readonly details: WorkDetails }
  | { readonly type: 'bin'; readonly works: readonly BinnedWork[] };

/** What is said of what was done last. */
export type LibraryNews =
  | { readonly type: 'deleted'; readonly binned: BinnedWork }
  | { readonly type: 'restored'; readonly titles: WorkTitles }
  | { readonly type: 'in-use'; readonly titles: WorkTitles }
  | {
      readonly type: 'renamed';
      readonly workId: string;
      readonly before: WorkTitles;
      readonly ofText: WorkTitles;
    }
  | { readonly type: 'erased'; readonly count: number }
  | { readonly type: 'failed'; readonly failure: Failure };

export interface LibraryState {
  readonly dialog: LibraryDialog | undefined;
  readonly news: LibraryNews | undefined;
}

export type LibraryAction =
  | { readonly type: 'dialog-opened'; readonly dialog: LibraryDialog }
  | { readonly type: 'renaming-failed'; readonly failure: Failure }
  /** The dialog stays open where there is more to do in it. */
  | { readonly type: 'bin-changed'; readonly works: readonly BinnedWork[] }
  | { readonly type: 'done'; readonly news: LibraryNews | undefined }
  | { readonly type: 'closed' }
  | { readonly type: 'news-dismissed' };

export const QUIET_LIBRARY: LibraryState = { dialog: undefined, news: undefined };

export function reduceLibrary(state: LibraryState, action: LibraryAction): LibraryState {
  const { dialog } = state;
  switch (action.type) {
    case 'dialog-opened':
      return { dialog: action.dialog, news: undefined };
    case 'renaming-failed':
      return dialog?.type === 'renaming'
        ? { ...state, dialog: { ...dialog, failure: action.failure } }
        : { ...state, news: { type: 'failed', failure: action.failure } };
    case 'bin-changed':
      return dialog?.type === 'bin' ? { ...state, dialog: { ...dialog, works: action.works } } : state;
    case 'done':
      return { dialog: dialog?.type === 'bin' ? dialog : undefined, news: action.news };
    case 'closed':
      return { ...state, dialog: undefined };
    case 'news-dismissed':
      return { ...state, news: undefined };
  }
}
