import type { Piece } from '../structure/piece.ts';
import { describePiece, estimateRatio, weighPair, type PieceFeatures } from './weigh-pieces.ts';

/** Pieces of two languages that correspond, as ranges of their positions. */
export interface PieceBead {
  readonly first: readonly [start: number, end: number];
  readonly second: readonly [start: number, end: number];
  readonly confidence: number;
}

/** How many pieces on one side answer how many on the other, with what such a bead costs besides. */
const SHAPES: readonly (readonly [number, number, number])[] = [
  [1, 1, 0],
  [1, 2, 1.2],
  [2, 1, 1.2],
  [1, 3, 2],
  [3, 1, 2],
  [1, 4, 2.8],
  [4, 1, 2.8],
  [2, 2, 2.6],
  [1, 0, 3.2],
  [0, 1, 3.2],
];

/**
 * Aligns paragraphs of two languages by their numbers, kinds, figures and lengths: dynamic programming over beads of up
 * to four (Gale and Church 1993, with anchors). For stretches of some hundred paragraphs: it takes n·m steps.
 */
export function alignPieces(first: readonly Piece[], second: readonly Piece[]): readonly PieceBead[] {
  const [a, b] = [first.map(describePiece), second.map(describePiece)];
  const ratio = estimateRatio(a, b);
  return alignByCost(a, b, ratio);
}

/** What one pair may cost, and all of them on average, for texts of as many pieces to answer each other one by one. */
const MOST_FOR_PAIR = 8;
const MOST_ON_AVERAGE = 2.5;

/** Pairs as many pieces with as many, if each of them is like its counterpart; undefined if they are not. */
export function pairOneByOne(
  first: readonly Piece[],
  second: readonly Piece[],
): readonly PieceBead[] | undefined {
  const [a, b] = [first.map(describePiece), second.map(describePiece)];
  const ratio = estimateRatio(a, b);
  if (a.length !== b.length) return undefined;
  const costs = a.map((piece, index) => weighPair([piece], b.slice(index, index + 1), ratio));
  const sum = costs.reduce((total, cost) => total + cost, 0);
  const isLike = sum <= MOST_ON_AVERAGE * costs.length && costs.every((cost) => cost <= MOST_FOR_PAIR);
  if (!isLike && !(a.length === 1 && haveSameNumber(a[0], b[0]))) return undefined;
  return costs.map((cost, index) => ({
    first: [index, index + 1],
    second: [index, index + 1],
    confidence: confide(cost),
  }));
}

function haveSameNumber(a: PieceFeatures | undefined, b: PieceFeatures | undefined): boolean {
  return a?.number === undefined || b?.number === undefined || a.number === b.number;
}

/** From 0 to 1: near 1 for what costs nothing, a half for what costs as much as two that do not correspond. */
function confide(cost: number): number {
  return Math.exp(-Math.max(0, cost - 1) / 10);
}

function alignByCost(
  a: readonly PieceFeatures[],
  b: readonly PieceFeatures[],
  ratio: number,
): readonly PieceBead[] {
  const width = b.length + 1;
  const costs = new Float64Array((a.length + 1) * width).fill(Infinity);
  const shapes = new Uint8Array(costs.length);
  costs[0] = 0;
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      for (const [index, [m, n, price]] of SHAPES.entries()) {
        if (m > i || n > j) continue;
        const before = costs[(i - m) * width + j - n] ?? Infinity;
        const cost = before + price + weighPair(a.slice(i - m, i), b.slice(j - n, j), ratio);
        if (cost < (costs[i * width + j] ?? Infinity)) {
          costs[i * width + j] = cost;
          shapes[i * width + j] = index;
        }
      }
    }
  }
  return traceBack(shapes, a, b, ratio);
}

function traceBack(
  shapes: Uint8Array,
  a: readonly PieceFeatures[],
  b: readonly PieceFeatures[],
  ratio: number,
): readonly PieceBead[] {
  const beads: PieceBead[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    const [m, n] = SHAPES[shapes[i * (b.length + 1) + j] ?? 0] ?? [1, 1, 0];
    const cost = weighPair(a.slice(i - m, i), b.slice(j - n, j), ratio);
    const confidence = m === 0 || n === 0 ? 0.5 : confide(cost) * (m === 1 && n === 1 ? 1 : 0.9);
    beads.push({ first: [i - m, i], second: [j - n, j], confidence });
    [i, j] = [i - m, j - n];
  }
  return beads.toReversed();
}
