import type { ImportProblem } from '../../core/import/import-error.ts';
import type { ImportOptions, ImportProgress, ImportResult } from '../../core/import/import-files.ts';

/** A file to be read. The blob crosses as a reference: its bytes are read where they are needed. */
export interface SourceFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What the client sends to the worker: one at a time. */
export interface ImportRequest {
  readonly type: 'import';
  readonly files: readonly SourceFile[];
  /** Without the lexicon, which the worker has itself. */
  readonly options: Omit<ImportOptions, 'lexicon'>;
}

/** What the worker sends back: how far it has come, any number of times, and then one of the others. */
export type ImportReply =
  | { readonly type: 'progressed'; readonly progress: ImportProgress }
  | { readonly type: 'imported'; readonly result: ImportResult }
  /** There is no text of several languages in the files. */
  | { readonly type: 'refused'; readonly problem: ImportProblem; readonly file: string | null }
  | { readonly type: 'failed'; readonly detail: string };
