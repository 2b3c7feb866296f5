import type { Steps } from '../steps.ts';

const ELEMENTS_A_STEP = 50_000;

/**
 * The suffix array of a sequence of numbers from 0 below `alphabetSize`: the positions of all suffixes in the order in
 * which a dictionary would have them.
 *
 * Prefix doubling with counting sort: O(n log m) where m is the length of the longest stretch that recurs, never
 * quadratic. Udi Manber and Gene Myers, "Suffix arrays: a new method for on-line string searches", SIAM Journal on
 * Computing 22:5 (1993), 935–948. A linear construction exists, but its single long pass cannot be cut into steps.
 */
export function* buildSuffixArray(sequence: Int32Array, alphabetSize: number): Steps<Int32Array> {
  const { length } = sequence;
  const order = new Int32Array(length);
  const ranks = Int32Array.from(sequence);
  const bySecond = new Int32Array(length);
  const nextRanks = new Int32Array(length);
  for (let position = 0; position < length; position += 1) bySecond[position] = position;
  sortByRank(ranks, bySecond, order, alphabetSize);
  yield;
  let rankCount = rankInOrder(order, nextRanks, (a, b) => ranks[a] === ranks[b]);
  ranks.set(nextRanks);
  for (let width = 1; rankCount < length; width *= 2) {
    // A suffix that ends within `width` comes first among those that begin alike.
    let next = 0;
    for (let position = Math.max(0, length - width); position < length; position += 1) {
      bySecond[next++] = position;
    }
    for (let place = 0; place < length; place += 1) {
      if (place % ELEMENTS_A_STEP === 0) yield;
      const position = (order[place] ?? 0) - width;
      if (position >= 0) bySecond[next++] = position;
    }
    sortByRank(ranks, bySecond, order, rankCount);
    yield;
    const rankAt = (position: number): number => ranks[position] ?? -1;
    rankCount = rankInOrder(
      order,
      nextRanks,
      (a, b) => rankAt(a) === rankAt(b) && rankAt(a + width) === rankAt(b + width),
    );
    ranks.set(nextRanks);
    yield;
  }
  return order;
}

/** Puts positions, which come in the order of their second halves, into that of their ranks; equal ones stay in order. */
function sortByRank(ranks: Int32Array, positions: Int32Array, order: Int32Array, rankCount: number): void {
  const starts = new Int32Array(rankCount + 1);
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  for (let rank = 0; rank < rankCount; rank += 1)
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  for (const position of positions) {
    const rank = ranks[position] ?? 0;
    const place = starts[rank] ?? 0;
    order[place] = position;
    starts[rank] = place + 1;
  }
}

function rankInOrder(
  order: Int32Array,
  ranks: Int32Array,
  isSame: (a: number, b: number) => boolean,
): number {
  let rank = -1;
  let before = -1;
  for (const position of order) {
    if (before === -1 || !isSame(before, position)) rank += 1;
    ranks[position] = rank;
    before = position;
  }
  return rank + 1;
}

/**
 * For each place of a suffix array, how many numbers its suffix shares with the one before it; 0 at the first place.
 * Toru Kasai and others, "Linear-time longest-common-prefix computation in suffix arrays", CPM 2001, 181–192.
 */
export function* measureCommonPrefixes(sequence: Int32Array, order: Int32Array): Steps<Int32Array> {
  const { length } = sequence;
  const placeOf = new Int32Array(length);
  for (let place = 0; place < length; place += 1) placeOf[order[place] ?? 0] = place;
  const lengths = new Int32Array(length);
  let shared = 0;
  for (let position = 0; position < length; position += 1) {
    if (position % ELEMENTS_A_STEP === 0) yield;
    const place = placeOf[position] ?? 0;
    if (place === 0) {
      shared = 0;
      continue;
    }
    const before = order[place - 1] ?? 0;
    while (
      position + shared < length &&
      before + shared < length &&
      sequence[position + shared] === sequence[before + shared]
    ) {
      shared += 1;
    }
    lengths[place] = shared;
    if (shared > 0) shared -= 1;
  }
  return lengths;
}
