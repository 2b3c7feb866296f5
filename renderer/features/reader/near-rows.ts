/** Rows that follow each other, by their index: from `from` up to, without, `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The rows of a long text that are in the window or close to it: only there notes and highlights need to be drawn. Rows
 * that ask are told when they come near and when they are far again; the others are not bothered.
 */
export interface NearRows {
  readonly isNear: (unit: string) => boolean;
  /** Calls `listener` whenever {@link isNear} changes for this unit, until the returned function is called. */
  readonly watch: (unit: string, listener: () => void) => () => void;
  readonly units: () => readonly string[];
  /** Calls `listener` whenever the near rows are others, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Makes the rows of `shown` near at once, those of `near` one at each end, and those outside of `kept` far; what lies
   * between stays as it is. Answers whether some of `near` are still to come, with the next call.
   */
  readonly move: (rows: {
    readonly shown: RowRange;
    readonly near: RowRange;
    readonly kept: RowRange;
  }) => boolean;
  /** Makes a row near before it is scrolled to, with some that will be around it. */
  readonly bringNear: (unit: string) => void;
}

/** How many rows are taken to be around one that is gone to, before anything can be measured. */
const ROWS_BEFORE = 2;
const ROWS_AFTER = 6;

/** `units` in their order; `start` is where the text is opened. */
export function createNearRows(units: readonly string[], start: string): NearRows {
  const indexes = new Map(units.map((unit, index) => [unit, index]));
  const watchers = new Map<string, Set<() => void>>();
  const listeners = new Set<() => void>();
  let range = around(indexes.get(start) ?? 0);
  let nearUnits: readonly string[] | undefined;

  const contains = ({ from, to }: RowRange, index: number) => from <= index && index < to;
  const set = (next: RowRange) => {
    if (next.from === range.from && next.to === range.to) return;
    const before = range;
    range = next;
    nearUnits = undefined;
    const changed = [
      ...units.slice(before.from, before.to).filter((_, at) => !contains(next, before.from + at)),
      ...units.slice(next.from, next.to).filter((_, at) => !contains(before, next.from + at)),
    ];
    for (const unit of changed) for (const listener of watchers.get(unit) ?? []) listener();
    for (const listener of listeners) listener();
  };
  return {
    isNear: (unit) => contains(range, indexes.get(unit) ?? -1),
    watch: (unit, listener) => {
      const watching = watchers.get(unit) ?? new Set();
      watchers.set(unit, watching.add(listener));
      return () => watching.delete(listener);
    },
    units: () => (nearUnits ??= units.slice(range.from, range.to)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move: ({ shown, near, kept }) => {
      // After a leap nothing of what was near is a neighbour of what is shown.
      const base = range.from <= shown.to && shown.from <= range.to ? range : shown;
      const from = Math.min(shown.from, Math.max(near.from, base.from - 1));
      const to = Math.max(shown.to, Math.min(near.to, base.to + 1));
      set({
        from: Math.min(from, Math.max(base.from, kept.from)),
        to: Math.max(to, Math.min(base.to, kept.to)),
      });
      return from > near.from || to < near.to;
    },
    bringNear: (unit) => {
      const index = indexes.get(unit);
      if (index !== undefined && !contains(range, index)) set(around(index));
    },
  };
}

function around(index: number): RowRange {
  return { from: Math.max(0, index - ROWS_BEFORE), to: index + ROWS_AFTER };
}

/** Where rows that stand one below the other reach into a stretch of the page; all in CSS px from the same edge. */
export function findRowsBetween(
  count: number,
  boxOf: (index: number) => { readonly top: number; readonly bottom: number },
  top: number,
  bottom: number,
): RowRange {
  const from = findFirst(count, (index) => boxOf(index).bottom > top);
  const to = findFirst(count, (index) => boxOf(index).top >= bottom);
  return { from, to: Math.max(from, to) };
}

/** The first index for which something holds that holds for all that follow; `count` if it holds for none. */
function findFirst(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
