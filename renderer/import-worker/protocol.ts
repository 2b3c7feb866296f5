import type { AddedEdition, EditedWork } from '../../core/import/add-edition.ts';
import type { ImportProblem } from '../../core/import/import-error.ts';
import type { ImportOptions, ImportProgress, ImportResult } from '../../core/import/import-files.ts';
import type { Unit, Work } from '../../core/text/work.ts';

/** A file to be read. The blob crosses as a reference: its bytes are read where they are needed. */
export interface SourceFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What the client sends to the worker: one at a time. */
export type ImportRequest = ReadRequest | LinkRequest;

/** Files that are to be read. */
export interface ReadRequest {
  readonly type: 'import';
  readonly files: readonly SourceFile[];
  /** Without the lexicon, which the worker has itself. */
  readonly options: Omit<ImportOptions, 'lexicon'>;
  /** The work to which the text is added in one more language; null where it is to be a work of its own. */
  readonly beside: EditedWork | null;
}

/** A work that links are to be proposed for. */
export interface LinkRequest {
  readonly type: 'link';
  readonly work: Work;
  /** The ids of the units whose links are proposed anew; null for all. */
  readonly units: readonly Unit['id'][] | null;
}

/** A work with its links as it is kept and sent on: as text, which costs the window nothing. */
export interface LinkedText {
  /** JSON in the shape of work.json. */
  readonly text: string;
  /** How many of its links the program has proposed. */
  readonly proposedCount: number;
}

/** What the worker sends back: how far it has come, any number of times, and then one of the others. */
export type ImportReply =
  | { readonly type: 'progressed'; readonly progress: ImportProgress }
  /** `share` from 0 to 1. */
  | { readonly type: 'linking'; readonly share: number }
  | { readonly type: 'imported'; readonly result: ImportResult | AddedEdition }
  | ({ readonly type: 'linked' } & LinkedText)
  /** There is no text of several languages in the files. */
  | { readonly type: 'refused'; readonly problem: ImportProblem; readonly file: string | null }
  | { readonly type: 'failed'; readonly detail: string };
