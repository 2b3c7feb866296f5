import type { Failure } from '../../../ipc/result.ts';
import type { RevisionList, RevisionPreview, RevisionProblem } from '../../../ipc/revisions.ts';

/** Why a text could not be replaced, and at which step. */
export interface ReplaceFailure {
  readonly at: 'backup' | 'keep';
  readonly failure: Failure;
}

/** Which dialog about revisions is open, and how far it has come. */
export type RevisionsDialog =
  | { readonly type: 'list'; readonly list: RevisionList }
  | { readonly type: 'refused'; readonly name: string; readonly problem: RevisionProblem }
  | {
      readonly type: 'preview';
      readonly preview: RevisionPreview;
      readonly step: 'asking' | 'working';
      readonly failed: ReplaceFailure | undefined;
    };

/** What is said when a dialog has closed. */
export type RevisionsNews =
  | { readonly type: 'replaced'; readonly detachedCount: number }
  | { readonly type: 'exported'; readonly path: string }
  | { readonly type: 'failed'; readonly failure: Failure };

export interface RevisionsState {
  readonly dialog: RevisionsDialog | undefined;
  readonly news: RevisionsNews | undefined;
}

export type RevisionsAction =
  | { readonly type: 'listed'; readonly list: RevisionList }
  | { readonly type: 'refused'; readonly name: string; readonly problem: RevisionProblem }
  | { readonly type: 'previewed'; readonly preview: RevisionPreview }
  | { readonly type: 'replacing' }
  | { readonly type: 'replacing-failed'; readonly failed: ReplaceFailure }
  | { readonly type: 'ended'; readonly news: RevisionsNews | undefined }
  | { readonly type: 'closed' }
  | { readonly type: 'news-dismissed' };

export const NO_REVISIONS: RevisionsState = { dialog: undefined, news: undefined };

export function reduceRevisions(state: RevisionsState, action: RevisionsAction): RevisionsState {
  const { dialog } = state;
  switch (action.type) {
    case 'listed':
      return { dialog: { type: 'list', list: action.list }, news: undefined };
    case 'refused':
      return { ...state, dialog: action };
    case 'previewed':
      return {
        news: undefined,
        dialog: { type: 'preview', preview: action.preview, step: 'asking', failed: undefined },
      };
    case 'replacing':
      return dialog?.type === 'preview'
        ? { ...state, dialog: { ...dialog, step: 'working', failed: undefined } }
        : state;
    case 'replacing-failed':
      return dialog?.type === 'preview'
        ? { ...state, dialog: { ...dialog, step: 'asking', failed: action.failed } }
        : state;
    case 'ended':
      return { dialog: undefined, news: action.news };
    case 'closed':
      // What is being replaced cannot be called off half-way; the dialog stays until it is done.
      return dialog?.type === 'preview' && dialog.step === 'working'
        ? state
        : { ...state, dialog: undefined };
    case 'news-dismissed':
      return { ...state, news: undefined };
  }
}
