import type { Piece } from '../structure/piece.ts';
import { measureText } from '../language/script.ts';

/** What two stretches of text are compared by. */
export interface PieceFeatures {
  /** In Latin letters that would say as much. */
  readonly length: number;
  readonly kind: string;
  readonly number: string | undefined;
  /** The figures in it. */
  readonly figures: ReadonlySet<string>;
}

/** Gathers what a piece is compared by. */
export function describePiece({ text, kind, number }: Piece): PieceFeatures {
  const figures = new Set(text.match(/\d+(?:[.,]\d+)*/gu) ?? []);
  return { length: Math.max(1, measureText(text)), kind, number, figures };
}

/** How much longer the second text is than the first. */
export function estimateRatio(first: readonly PieceFeatures[], second: readonly PieceFeatures[]): number {
  const ratio = sumLengths(second) / Math.max(1, sumLengths(first));
  return Math.min(2.5, Math.max(0.4, ratio || 1));
}

/**
 * What it costs to say that two stretches correspond: by their lengths (Gale and Church 1993), their numbers and kinds,
 * their figures. About 0 for stretches that do, 12 and more for such that do not.
 * @param ratio how much longer the second text is as a whole.
 */
export function weighPair(
  first: readonly PieceFeatures[],
  second: readonly PieceFeatures[],
  ratio: number,
): number {
  const left = sumLengths(first) * ratio;
  const right = sumLengths(second);
  if (left === 0 || right === 0) return 0;
  // The logarithm of the ratio, in standard deviations that shrink as texts grow longer.
  const deviation = Math.abs(Math.log(left / right)) / (0.22 + 1.6 / Math.sqrt(left + right));
  const most = isFormula(first) && isFormula(second) ? MOST_FOR_FORMULA : MOST_FOR_LENGTH;
  return (
    Math.min(most, deviation ** 2) +
    weighAnchors(first[0], second[0]) +
    weighMixture(first) +
    weighMixture(second) +
    weighFigures(first, second)
  );
}

/** The most that unlike lengths cost; of dates and signatures, whose lengths say little. */
const MOST_FOR_LENGTH = 12;
const MOST_FOR_FORMULA = 1;

function isFormula(pieces: readonly PieceFeatures[]): boolean {
  return pieces.every(({ kind }) => kind === 'dateline' || kind === 'signature' || kind === 'title');
}

function sumLengths(pieces: readonly PieceFeatures[]): number {
  let sum = 0;
  for (const { length } of pieces) sum += length;
  return sum;
}

/** What it costs to put a heading and what stands under it, or two numbers, into one row. */
const COST_OF_MIXTURE = 4;

function weighMixture(pieces: readonly PieceFeatures[]): number {
  const [first, ...others] = pieces;
  const isMixed = others.some(
    ({ kind, number }) => number !== undefined || isHeadline(kind) !== isHeadline(first?.kind ?? kind),
  );
  return isMixed ? COST_OF_MIXTURE : 0;
}

function isHeadline(kind: string): boolean {
  return kind === 'title' || kind === 'heading';
}

function weighAnchors(a: PieceFeatures | undefined, b: PieceFeatures | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let cost = a.kind === b.kind ? 0 : 1.2;
  if (a.number !== undefined && b.number !== undefined) cost += a.number === b.number ? -2 : 6;
  else if (a.number !== b.number) cost += 1;
  return cost;
}

function weighFigures(a: readonly PieceFeatures[], b: readonly PieceFeatures[]): number {
  const [left, right] = [a, b].map((list) => new Set(list.flatMap(({ figures }) => [...figures])));
  if (left === undefined || right === undefined || left.size + right.size === 0) return 0;
  let same = 0;
  for (const figure of left) if (right.has(figure)) same += 1;
  return same > 0 ? -Math.min(1.5, same * 0.7) : 0.3;
}
