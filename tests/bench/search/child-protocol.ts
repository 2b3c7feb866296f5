import type { BenchQuery } from './bench-query.ts';

/** What a process that runs one engine is asked. One answer for each, in order. */
export type ChildRequest =
  | { readonly type: 'build' }
  | { readonly type: 'open' }
  | { readonly type: 'pass'; readonly queries: readonly BenchQuery[] }
  | { readonly type: 'memory' }
  | { readonly type: 'add' };

export interface BuildAnswer {
  readonly ms: number;
  /** The most memory the process had at any time, in bytes. */
  readonly peakBytes: number;
}

export interface OpenAnswer {
  readonly ms: number;
}

/** All queries asked once, one after the other. */
export interface PassAnswer {
  readonly ms: readonly number[];
  readonly totals: readonly number[];
  /** The best units of every query, best first. */
  readonly tops: readonly (readonly number[])[];
}

/** What came to the memory of the process since it had the text, in bytes, all garbage collected. */
export interface MemoryAnswer {
  /** JavaScript's heap and the buffers beside it. */
  readonly heapBytes: number;
  /** The whole process, native memory of a database included. */
  readonly processBytes: number;
}

/** How long adding a work took; null where the engine does not do it. */
export interface AddAnswer {
  readonly ms: number | null;
}
