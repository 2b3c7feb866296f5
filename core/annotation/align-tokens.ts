import type { TextSpan } from '../text/text-span.ts';

/** A word, a Chinese character or a mark of a text: what an edit adds, takes away or leaves. */
export interface Token {
  readonly text: string;
  readonly span: TextSpan;
}

const TOKEN = /\p{Script=Han}|[\p{L}\p{N}\p{M}]+|[^\s]/gu;

/** Cuts a text into tokens. White space is no token: it goes with what stands around it. */
export function tokenize(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({
    text: word,
    span: { start: index, end: index + word.length },
  }));
}

/** Where a run of tokens can stand in another text if as much as possible of the whole text is kept in its order. */
export interface Survival {
  /** Where the run can begin, whole and in one piece, in the order of the text. */
  readonly starts: readonly number[];
  /** Whether every way to keep as much as possible has the run there and nowhere else: `starts` has one item. */
  readonly isCertain: boolean;
}

/** Two texts larger than this, as the product of their tokens, are not aligned: 16 million cells are 64 MB. */
const MAX_CELLS = 16_000_000;

/** How one text became another: every longest common subsequence of their tokens at once. */
export interface Alignment {
  /** How many tokens are kept at most. */
  readonly kept: number;
  /** Where the old tokens [from, to) survive. */
  readonly findSurvival: (from: number, to: number) => Survival;
}

/**
 * Aligns two texts. Undefined if they are too large for it. All optimal alignments are looked at through the lengths of
 * the longest common subsequences of all beginnings and of all ends (Hirschberg 1975): a pair of tokens is on an optimal
 * one if what goes before and what comes after add up to the optimum.
 */
export function alignTokens(before: readonly string[], after: readonly string[]): Alignment | undefined {
  const [height, width] = [before.length, after.length];
  if ((height + 1) * (width + 1) > MAX_CELLS) return undefined;
  const heads = measureHeads(before, after);
  const tails = measureHeads(before.toReversed(), after.toReversed());
  const row = width + 1;
  /** The most that can be kept before old token `i` and new token `j`. */
  const head = (i: number, j: number): number => heads[i * row + j] ?? 0;
  /** The most that can be kept from old token `i` and new token `j` on. */
  const tail = (i: number, j: number): number => tails[(height - i) * row + width - j] ?? 0;
  const best = head(height, width);

  /** Whether an optimal alignment has old token `i` answered by none but new token `wanted`. */
  function isOnly(i: number, wanted: number): boolean {
    for (let j = 0; j <= width; j += 1) {
      if (head(i, j) + tail(i + 1, j) === best) return false;
      if (j !== wanted && before[i] === after[j] && head(i, j) + 1 + tail(i + 1, j + 1) === best)
        return false;
    }
    return true;
  }

  return {
    kept: best,
    findSurvival: (from, to) => {
      const length = to - from;
      const starts: number[] = [];
      for (let j = 0; j + length <= width; j += 1) {
        const stands = head(from, j) + length + tail(to, j + length) === best;
        if (stands && isSameRun(before, from, after, j, length)) starts.push(j);
      }
      const [start, second] = starts;
      if (start === undefined || second !== undefined) return { starts, isCertain: false };
      for (let i = from; i < to; i += 1) {
        if (!isOnly(i, start + i - from)) return { starts, isCertain: false };
      }
      return { starts, isCertain: true };
    },
  };
}

function isSameRun(
  before: readonly string[],
  from: number,
  after: readonly string[],
  start: number,
  length: number,
): boolean {
  for (let k = 0; k < length; k += 1) if (before[from + k] !== after[start + k]) return false;
  return true;
}

/** The length of the longest common subsequence of every two beginnings, row by row. */
function measureHeads(before: readonly string[], after: readonly string[]): Uint16Array {
  const row = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * row);
  const at = (index: number): number => lengths[index] ?? 0;
  for (let i = 1; i <= before.length; i += 1) {
    for (let j = 1; j <= after.length; j += 1) {
      const cell = i * row + j;
      lengths[cell] =
        before[i - 1] === after[j - 1] ? at(cell - row - 1) + 1 : Math.max(at(cell - row), at(cell - 1));
    }
  }
  return lengths;
}
