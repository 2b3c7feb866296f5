import type { TextSpan } from '../text/text-span.ts';

/** A word, a Chinese character or a mark of a text: what an edit adds, takes away or leaves. */
export interface Token {
  readonly text: string;
  readonly span: TextSpan;
  /** Cut out of a longer word by {@link splitJoined}: it is seen beside others, but is no word of its own. */
  readonly isPart?: true;
}

const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|[^\s]/gu;

/** Where two words were run together: "globalThe", "2016The". */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})/u;

/** Cuts a text into tokens. White space is no token: it goes with what stands around it. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    let start = index;
    for (const part of word.split(SEAM)) {
      tokens.push({ text: part, span: { start, end: start + part.length } });
      start += part.length;
    }
  }
  return tokens;
}

/** Shorter words are found in too many others, as "an" and "other" in "another"; two known ones may be one letter shorter. */
const MIN_PART_LENGTH = 4;

/** A word this long is seen in a longer one whatever the rest is. */
const LONG_PART_LENGTH = 6;

/**
 * Cuts words where an edit has run them together ("thatrespect"): one part must be a word of the old text, the other a
 * word of either text or long enough to be one. Short ones ("ofthe") only where the old text says that the one stood beside
 * the word that stands there now. Else what stood around the edit would seem to have been taken away.
 */
export function splitJoined<Item extends Token>(
  tokens: readonly Item[],
  old: readonly Token[],
): readonly Item[] {
  const known = new Set(old.map(textOf));
  let neighbours: ReadonlySet<string> | undefined;
  const stoodBeside = (first: string | undefined, second: string | undefined): boolean => {
    neighbours ??= new Set(old.map(({ text }, index) => `${text} ${old[index + 1]?.text ?? ''}`));
    return first !== undefined && second !== undefined && neighbours.has(`${first} ${second}`);
  };
  let now: ReadonlySet<string> | undefined;
  const isNow = (text: string): boolean => (now ??= new Set(tokens.map(textOf))).has(text);
  const split: Item[] = [];
  for (const [index, token] of tokens.entries()) {
    const { text, span } = token;
    const isWord = text.length <= MIN_PART_LENGTH || known.has(text);
    const cut = isWord
      ? undefined
      : (findCut(text, known, isNow) ??
        findCutBeside(text, (head, tail) => {
          const isBeside =
            (stoodBeside(tokens[index - 1]?.text, head) && (known.has(tail) || isNow(tail))) ||
            (stoodBeside(tail, tokens[index + 1]?.text) && (known.has(head) || isNow(head)));
          return isBeside;
        }));
    if (cut === undefined) {
      split.push(token);
      continue;
    }
    const middle = span.start + cut;
    split.push(
      { ...token, text: text.slice(0, cut), span: { start: span.start, end: middle }, isPart: true as const },
      { ...token, text: text.slice(cut), span: { start: middle, end: span.end }, isPart: true as const },
    );
  }
  return split;
}

/** Where a word is two, each of two letters at least, as `isJoined` says. */
function findCutBeside(text: string, isJoined: (head: string, tail: string) => boolean): number | undefined {
  for (let cut = 2; cut <= text.length - 2; cut += 1) {
    if (isJoined(text.slice(0, cut), text.slice(cut))) return cut;
  }
  return undefined;
}

/** Where a word is two, if it is. */
function findCut(
  text: string,
  known: ReadonlySet<string>,
  isNow: (text: string) => boolean,
): number | undefined {
  const isJoined = (part: string, rest: string): boolean =>
    known.has(part) &&
    (part.length >= LONG_PART_LENGTH ||
      (part.length >= MIN_PART_LENGTH && (rest.length >= MIN_PART_LENGTH || known.has(rest) || isNow(rest))));
  let best: number | undefined;
  for (let cut = 1; cut < text.length; cut += 1) {
    const [head, tail] = [text.slice(0, cut), text.slice(cut)];
    const isLong = Math.min(head.length, tail.length) >= MIN_PART_LENGTH - 1;
    if (known.has(head) && known.has(tail) && isLong) return cut;
    if (isJoined(head, tail) || isJoined(tail, head)) best ??= cut;
  }
  return best;
}

/** The text of a token. */
export function textOf({ text }: Token): string {
  return text;
}

/** Where a run of tokens can stand in another text, if that is explained as well as can be. */
export interface Survival {
  /** Where the run can begin, whole and in one piece, in the order of the text, by some weight. */
  readonly starts: readonly number[];
  /** Those where it can by every weight. */
  readonly agreed: readonly number[];
  /** Whether every best explanation has the run there and nowhere else: `starts` has one item. */
  readonly isCertain: boolean;
}

/**
 * How many kept words one place of change less is worth. A text is explained the better the more of its words are kept
 * and the fewer places are changed; careful readers weigh the two differently, so words are certain only where all of
 * these weights agree. With 0 alone (the longest common subsequence) chance words hold scattered matches together.
 */
const CHANGE_COSTS = [0, 1, 2, 3] as const;

/** Two texts larger than this, as the product of their tokens, are not aligned: 4 million cells are 128 MB. */
const MAX_CELLS = 4_000_000;

/** How one text became another: every best explanation at once. */
export interface Alignment {
  /** How many tokens are kept at most. */
  readonly kept: number;
  /** Where the old tokens [from, to) survive. */
  readonly findSurvival: (from: number, to: number) => Survival;
  /** Where they survive for certain; undefined in doubt. Cheaper than {@link findSurvival}. */
  readonly findCertain: (from: number, to: number) => number | undefined;
  /** Whether they may begin at new token `start` by some weight. Cheaper too. */
  readonly mayStart: (from: number, to: number, start: number) => boolean;
}

/**
 * Aligns two texts by every one of {@link CHANGE_COSTS}. Undefined if they are too large for it. All best alignments are
 * looked at through the scores of all beginnings and of all ends (Hirschberg 1975, with the affine gaps of Gotoh 1982):
 * a pair of tokens is on a best one if what goes before and what comes after add up to the best score.
 */
export function alignTokens(before: readonly string[], after: readonly string[]): Alignment | undefined {
  if ((before.length + 1) * (after.length + 1) > MAX_CELLS) return undefined;
  const known: CostAlignment[] = [];
  const [oldNumbers, newNumbers] = numberTokens(before, after);
  /** Each is made when it is asked for: the first doubt ends the search for a certain place. */
  function* eachCost(): Generator<CostAlignment> {
    for (const [index, cost] of CHANGE_COSTS.entries()) {
      known[index] ??= alignWithCost(oldNumbers, newNumbers, cost);
      yield known[index];
    }
  }
  return {
    get kept() {
      return eachCost().next().value?.kept ?? 0;
    },
    findSurvival: (from, to) => {
      const survivals = [...eachCost()].map(({ findSurvival }) => findSurvival(from, to));
      const starts = [...new Set(survivals.flatMap((survival) => survival.starts))].toSorted((a, b) => a - b);
      return {
        starts,
        agreed: starts.filter((start) => survivals.every((survival) => survival.starts.includes(start))),
        isCertain: starts.length === 1 && survivals.every(({ isCertain }) => isCertain),
      };
    },
    findCertain: (from, to) => {
      let certain: number | undefined;
      for (const { findSurvival } of eachCost()) {
        const { starts, isCertain } = findSurvival(from, to);
        const [start] = starts;
        if (!isCertain || (certain !== undefined && start !== certain)) return undefined;
        certain = start;
      }
      return certain;
    },
    mayStart: (from, to, start) => {
      for (const { mayStart } of eachCost()) if (mayStart(from, to, start)) return true;
      return false;
    },
  };
}

/** A number for every text, the same for the same: numbers are compared faster. */
function numberTokens(
  before: readonly string[],
  after: readonly string[],
): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberAll = (texts: readonly string[]): Int32Array =>
    Int32Array.from(texts, (text) => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
  return [numberAll(before), numberAll(after)];
}

interface CostAlignment {
  readonly kept: number;
  readonly mayStart: (from: number, to: number, start: number) => boolean;
  readonly findSurvival: (from: number, to: number) => Omit<Survival, 'agreed'>;
}

function alignWithCost(before: Int32Array, after: Int32Array, cost: number): CostAlignment {
  const [height, width] = [before.length, after.length];
  const heads = measureHeads(before, after, cost);
  const tails = measureHeads(before.toReversed(), after.toReversed(), cost);
  const row = width + 1;
  const tailCell = (i: number, j: number): number => (height - i) * row + width - j;
  /** The best score before old token `i` and new token `j`, and that from there on. */
  const head = (i: number, j: number): number => bestAt(heads, i * row + j);
  const tail = (i: number, j: number): number => bestAt(tails, tailCell(i, j));
  const best = head(height, width);

  /** The best score of an explanation that takes old token `i` away between new tokens `j - 1` and `j`. */
  function scoreWithout(i: number, j: number): number {
    const opened = Math.max(at(heads.same, i * row + j) - cost, at(heads.changed, i * row + j));
    const cell = tailCell(i + 1, j);
    return opened + Math.max(at(tails.same, cell), at(tails.changed, cell) + cost);
  }

  /** Whether every best explanation has old token `i` answered by new token `wanted`. */
  function isOnly(i: number, wanted: number): boolean {
    for (let j = 0; j <= width; j += 1) {
      if (scoreWithout(i, j) === best) return false;
      if (j !== wanted && before[i] === after[j] && head(i, j) + 1 + tail(i + 1, j + 1) === best)
        return false;
    }
    return true;
  }

  function mayStart(from: number, to: number, j: number): boolean {
    const length = to - from;
    return (
      head(from, j) + length + tail(to, j + length) === best && isSameRun(before, from, after, j, length)
    );
  }

  return {
    kept: best,
    mayStart,
    findSurvival: (from, to) => {
      const starts: number[] = [];
      for (let j = 0; j + to - from <= width; j += 1) if (mayStart(from, to, j)) starts.push(j);
      const [start, second] = starts;
      if (start === undefined || second !== undefined) return { starts, isCertain: false };
      for (let i = from; i < to; i += 1) {
        if (!isOnly(i, start + i - from)) return { starts, isCertain: false };
      }
      return { starts, isCertain: true };
    },
  };
}

/** How many tokens of a text can be kept in another, in their order: the length of the longest common subsequence. */
export function countKept(before: readonly string[], after: readonly string[]): number {
  let above = new Uint16Array(after.length + 1);
  let row = new Uint16Array(after.length + 1);
  for (const token of before) {
    for (let j = 1; j <= after.length; j += 1) {
      row[j] = token === after[j - 1] ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, row[j - 1] ?? 0);
    }
    [above, row] = [row, above];
  }
  return above[after.length] ?? 0;
}

function isSameRun(
  before: Int32Array,
  from: number,
  after: Int32Array,
  start: number,
  length: number,
): boolean {
  for (let k = 0; k < length; k += 1) if (before[from + k] !== after[start + k]) return false;
  return true;
}

/** Best scores of every two beginnings, row by row: of those that end with a kept token, and inside a change. */
interface Scores {
  readonly same: Int16Array;
  readonly changed: Int16Array;
}

/** No explanation; far below any score, and what is added to it stays below. */
const IMPOSSIBLE = -30_000;

function measureHeads(before: Int32Array, after: Int32Array, cost: number): Scores {
  const row = after.length + 1;
  const size = (before.length + 1) * row;
  const same = new Int16Array(size).fill(IMPOSSIBLE);
  const changed = new Int16Array(size).fill(IMPOSSIBLE);
  same[0] = 0;
  /** A change that begins after this cell, or goes on. */
  const change = (cell: number): number => Math.max(at(same, cell) - cost, at(changed, cell));
  for (let j = 1; j < row; j += 1) changed[j] = change(j - 1);
  for (let i = 1; i <= before.length; i += 1) {
    const token = before[i - 1];
    const first = i * row;
    changed[first] = change(first - row);
    // What the cell to the left and the one above it came to: they are not read again.
    let left = change(first);
    let corner = Math.max(at(same, first - row), at(changed, first - row));
    for (let j = 1; j < row; j += 1) {
      const cell = first + j;
      const [sameAbove, changedAbove] = [at(same, cell - row), at(changed, cell - row)];
      const gap = Math.max(sameAbove - cost, changedAbove, left);
      changed[cell] = gap;
      const kept = token === after[j - 1] ? corner + 1 : IMPOSSIBLE;
      same[cell] = kept;
      left = Math.max(kept - cost, gap);
      corner = Math.max(sameAbove, changedAbove);
    }
  }
  return { same, changed };
}

function bestAt({ same, changed }: Scores, cell: number): number {
  return Math.max(at(same, cell), at(changed, cell));
}

function at(scores: Int16Array, cell: number): number {
  return scores[cell] ?? IMPOSSIBLE;
}
