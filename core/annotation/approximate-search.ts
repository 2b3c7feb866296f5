import search from 'approx-string-match';
import type { TextSpan } from '../text/text-span.ts';

/** A stretch of text that is like a pattern. */
export interface ApproximateMatch {
  readonly span: TextSpan;
  /** Code units inserted, left out or replaced (Levenshtein distance). */
  readonly errors: number;
}

/**
 * The stretches most like the pattern, with at most `maxErrors` code units of difference; all of them equally like it,
 * none if there is no such stretch. Bit-parallel (G. Myers, "A fast bit-vector algorithm for approximate string matching
 * based on dynamic programming", 1999).
 */
export function searchApproximately(
  text: string,
  pattern: string,
  maxErrors: number,
): readonly ApproximateMatch[] {
  return search(text, pattern, maxErrors).map(({ start, end, errors }) => ({ span: { start, end }, errors }));
}

/** Shorter words are never taken for others that are only like them: one character of 合作 is another word. */
const MIN_FUZZY_LENGTH = 12;

/** Words this long may differ in a quarter. */
const LONG_LENGTH = 60;

/**
 * How like changed words must be, as a share of 1, for a quote of this many code units: the shorter the quote, the more.
 * From 0.9 at 12 code units down to 0.75 at 60; shorter ones must be the same.
 */
export function minSimilarity(length: number): number {
  if (length < MIN_FUZZY_LENGTH) return 1;
  const share = Math.min(1, (length - MIN_FUZZY_LENGTH) / (LONG_LENGTH - MIN_FUZZY_LENGTH));
  return 0.9 - 0.15 * share;
}
