import type { WorkSummary } from '../../../ipc/contract.ts';
import type { Failure } from '../../../ipc/result.ts';
import type { ChosenWorkFile } from '../../../ipc/works.ts';

/** What is known of a work that is to be exported. */
export type ExportableWork = Pick<WorkSummary, 'id' | 'titles' | 'languages'>;

/** A work archive that can be read. */
export type ReadableFile = Extract<ChosenWorkFile, { readonly type: 'readable' }>;

/** Which dialog about files of works is open, and how far it has come. */
export type WorkFilesDialog =
  | {
      readonly type: 'export';
      readonly work: ExportableWork;
      readonly step: Step;
      readonly failure: Failure | undefined;
    }
  | Extract<ChosenWorkFile, { readonly type: 'refused' }>
  | {
      readonly type: 'chosen';
      readonly file: ReadableFile;
      readonly step: Step;
      readonly failure: Failure | undefined;
    };

type Step = 'asking' | 'working';

/** What is said when a dialog has closed. */
export type WorkFilesNews =
  | { readonly type: 'added'; readonly workId: string; readonly title: string }
  | { readonly type: 'exported'; readonly path: string }
  | { readonly type: 'failed'; readonly failure: Failure };

export interface WorkFilesState {
  readonly dialog: WorkFilesDialog | undefined;
  readonly news: WorkFilesNews | undefined;
}

export type WorkFilesAction =
  | { readonly type: 'export-asked'; readonly work: ExportableWork }
  | { readonly type: 'file-chosen'; readonly file: ChosenWorkFile }
  | { readonly type: 'working' }
  | { readonly type: 'failed'; readonly failure: Failure }
  /** The reader thought better of where to write. */
  | { readonly type: 'withdrawn' }
  | { readonly type: 'ended'; readonly news: WorkFilesNews | undefined }
  | { readonly type: 'closed' }
  | { readonly type: 'news-dismissed' };

export const NO_WORK_FILES: WorkFilesState = { dialog: undefined, news: undefined };

export function reduceWorkFiles(state: WorkFilesState, action: WorkFilesAction): WorkFilesState {
  const { dialog } = state;
  switch (action.type) {
    case 'export-asked':
      return {
        dialog: { type: 'export', work: action.work, step: 'asking', failure: undefined },
        news: undefined,
      };
    case 'file-chosen': {
      const { file } = action;
      const next =
        file.type === 'refused'
          ? file
          : ({ type: 'chosen', file, step: 'asking', failure: undefined } as const);
      return { dialog: next, news: undefined };
    }
    case 'working':
      return dialog === undefined || dialog.type === 'refused'
        ? state
        : { ...state, dialog: { ...dialog, step: 'working', failure: undefined } };
    case 'failed':
      // Without a dialog that could say it, it is said all the same.
      return dialog === undefined || dialog.type === 'refused'
        ? { ...state, news: { type: 'failed', failure: action.failure } }
        : { ...state, dialog: { ...dialog, step: 'asking', failure: action.failure } };
    case 'withdrawn':
      return dialog === undefined || dialog.type === 'refused'
        ? state
        : { ...state, dialog: { ...dialog, step: 'asking' } };
    case 'ended':
      return { dialog: undefined, news: action.news };
    case 'closed':
      return isWorking(dialog) ? state : { ...state, dialog: undefined };
    case 'news-dismissed':
      return { ...state, news: undefined };
  }
}

/** What is under way cannot be called off half-way; the dialog stays until it is done. */
function isWorking(dialog: WorkFilesDialog | undefined): boolean {
  return dialog !== undefined && dialog.type !== 'refused' && dialog.step === 'working';
}
