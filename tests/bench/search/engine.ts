import type { BenchQuery } from './bench-query.ts';
import type { Pair } from './pairs.ts';

/** What is found: the best units by position, and how many there are. */
export interface Answer {
  readonly total: number;
  readonly top: readonly number[];
}

/** An index that is open. */
export interface OpenEngine {
  readonly search: (query: BenchQuery, limit: number) => Answer;
  /** Adds a work to the library that is open and writes what must be written for it; only where it is measured. */
  readonly addWork?: (pairs: readonly Pair[]) => void;
}

/** One of the ways to search that are compared. Each runs in a process of its own. */
export interface SearchEngine {
  readonly name: string;
  /** Versions and settings, for the report. */
  readonly describe: () => string;
  /** For what is a measure for building only. */
  readonly isOnlyBuilt?: true;
  /** More units than this are given to it only when it is named by `--only`: it would take many minutes. */
  readonly mostUnits?: number;
  /** Indexes the pairs and leaves in the folder what it opens later. */
  readonly build: (pairs: readonly Pair[], folder: string) => Promise<void>;
  readonly open: (pairs: readonly Pair[], folder: string) => Promise<OpenEngine>;
}
