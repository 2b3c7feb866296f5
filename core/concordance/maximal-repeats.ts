import type { Steps } from '../steps.ts';
import { buildSuffixArray, measureCommonPrefixes } from './suffix-array.ts';

/** A stretch of a sequence that recurs. */
export interface Repeat {
  readonly length: number;
  /** In how many places it stands, two or more. */
  readonly count: number;
  /** One of the places. */
  readonly example: number;
  /** Where it begins, ascending. Made when asked for: all places of all repeats can be very many. */
  readonly listPositions: () => readonly number[];
}

interface OpenRepeat {
  length: number;
  /** The first place of the suffix array whose suffix begins with it. */
  first: number;
  /** The number that stands before it everywhere; {@link DIVERSE} where they differ. */
  before: number;
}

const DIVERSE = -2;
const PLACES_A_STEP = 20_000;

/**
 * The maximal repeats of a sequence: stretches of at least `minLength` numbers that stand in at least `minCount` places
 * (2 or more; they may overlap) and cannot be made longer, to either side, without losing one of those. The longest come first, then the
 * most frequent. Read off the suffix array in one pass: Dan Gusfield, "Algorithms on Strings, Trees, and Sequences"
 * (Cambridge 1997), 7.12.
 */
export function* findMaximalRepeats(
  sequence: Int32Array,
  alphabetSize: number,
  { minLength, minCount }: { readonly minLength: number; readonly minCount: number },
): Steps<readonly Repeat[]> {
  const order = yield* buildSuffixArray(sequence, alphabetSize);
  const common = yield* measureCommonPrefixes(sequence, order);
  const repeats: Repeat[] = [];
  const open: OpenRepeat[] = [];
  const numberBefore = (place: number): number => {
    const position = order[place] ?? 0;
    return position === 0 ? -1 : (sequence[position - 1] ?? -1);
  };
  const close = (repeat: OpenRepeat, end: number): void => {
    const count = end - repeat.first;
    // Where the same number stands before it everywhere, a longer repeat tells all it could.
    if (repeat.before !== DIVERSE || repeat.length < minLength || count < Math.max(2, minCount)) return;
    const { length, first } = repeat;
    repeats.push({
      length,
      count,
      example: order[first] ?? 0,
      listPositions: () => [...order.subarray(first, end)].toSorted((a, b) => a - b),
    });
  };
  for (let place = 1; place <= order.length; place += 1) {
    if (place % PLACES_A_STEP === 0) yield;
    const shared = place < order.length ? (common[place] ?? 0) : 0;
    let first = place - 1;
    let before = numberBefore(place - 1);
    let last = open.at(-1);
    while (last !== undefined && last.length > shared) {
      last.before = joinBefore(last.before, before);
      close(last, place);
      ({ first, before } = last);
      open.pop();
      last = open.at(-1);
    }
    if (last?.length === shared) last.before = joinBefore(last.before, before);
    else if (shared > 0) open.push({ length: shared, first, before });
  }
  return repeats.toSorted((a, b) => b.length - a.length || b.count - a.count);
}

function joinBefore(a: number, b: number): number {
  return a === b && a !== -1 ? a : DIVERSE;
}
