import type { AlignmentSteps, Bead } from '../../alignment/align-texts.ts';
import { retellSteps } from '../../steps.ts';
import type { PieceBead } from './align-pieces.ts';

/** An alignment that says how much of it is done, from 0 to 1. */
export type PieceAlignment = Generator<number, readonly PieceBead[], undefined>;

/** Places from the first up to, not including, the second. */
type Range = readonly [start: number, end: number];

/** So many pieces a side are aligned at once; of more, stretch after stretch, so that memory and time stay in bounds. */
const WINDOW = 6000;

/** Of a stretch that is not the last, so much is kept: the beads at its end are bent to meet there. */
const KEPT = 0.7;

/**
 * Aligns two texts of any length, stretch after stretch.
 * @param lengths how many pieces each text has; `align` aligns the pieces of two ranges, whose beads count from these.
 */
export function* alignInWindows(
  [lengthA, lengthB]: readonly [number, number],
  align: (first: Range, second: Range) => AlignmentSteps,
): PieceAlignment {
  const beads: PieceBead[] = [];
  let [i, j] = [0, 0];
  while (i < lengthA || j < lengthB) {
    const [endA, endB] = endWindow(lengthA, lengthB, i, j);
    const [from, to] = [i / lengthA, endA / lengthA];
    const found = yield* retellSteps(align([i, endA], [j, endB]), (share) => from + (to - from) * share);
    const isLast = endA === lengthA && endB === lengthB;
    const kept = isLast ? found : found.slice(0, Math.max(1, Math.floor(found.length * KEPT)));
    for (const bead of toPieceBeads(kept, i, j)) beads.push(bead);
    [i, j] = [beads.at(-1)?.first[1] ?? endA, beads.at(-1)?.second[1] ?? endB];
  }
  return beads;
}

/** Where a window ends that begins at two places: as far on either side as the texts are long. */
function endWindow(lengthA: number, lengthB: number, i: number, j: number): readonly [number, number] {
  const [restA, restB] = [lengthA - i, lengthB - j];
  if (Math.max(restA, restB) <= WINDOW * 1.5) return [lengthA, lengthB];
  const share = WINDOW / Math.max(restA, restB);
  return [i + Math.max(1, Math.round(restA * share)), j + Math.max(1, Math.round(restB * share))];
}

/** Beads name places one by one; those of one bead follow each other. */
function toPieceBeads(beads: readonly Bead[], offsetA: number, offsetB: number): readonly PieceBead[] {
  let [i, j] = [offsetA, offsetB];
  return beads.map(({ source, target, confidence }): PieceBead => {
    const [startA, startB] = [i, j];
    i += source.length;
    j += target.length;
    return { first: [startA, i], second: [startB, j], confidence };
  });
}
