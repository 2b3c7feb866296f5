import type { Notebook } from '../../core/annotation/notebook.ts';
import type { NotebookNotice } from '../../ipc/storage.ts';

/** What a child is told to do, as JSON in its only argument. */
export interface ChildTask {
  readonly folder: string;
  readonly workIds: readonly string[];
  /** For each work the number of its next change; null for a child that only reads. */
  readonly next: readonly number[] | null;
  /** After how many changes of each work it ends by itself; null for one that goes on until it is killed. */
  readonly count: number | null;
  /** How far the clock is put back after every tenth change, in ms. */
  readonly clockStepMs: number;
  /** By how much the numbers of its notes are greater; none where absent. */
  readonly noteShift?: number;
  /** It writes nothing before there is a file of this name. */
  readonly startFile?: string;
}

/** What a work looks like to a process that has just started. */
export interface FoundWork {
  readonly workId: string;
  /** null where it could not be loaded; `failure` says why. */
  readonly notebook: Notebook | null;
  readonly failure: string | null;
  readonly notices: readonly NotebookNotice[];
}

/** What a child says on its standard output, one line each. */
export type ChildMessage =
  /** After loading, before writing. `files` are those in the folder. */
  | { readonly type: 'opened'; readonly works: readonly FoundWork[]; readonly files: readonly string[] }
  | { readonly type: 'asked'; readonly work: number; readonly number: number }
  | { readonly type: 'saved'; readonly work: number; readonly number: number }
  | {
      readonly type: 'failed';
      readonly work: number;
      readonly number: number;
      readonly code: string;
      readonly detail: string;
    };
