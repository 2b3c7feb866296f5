/**
 * Folded text cut into what search compares: runs of scripts written without spaces (Chinese, Japanese, Thai …), which
 * are found by any stretch of them, and words of all other scripts, which are found whole. Everything else separates.
 */
export interface WordRun {
  readonly kind: 'unspaced' | 'word';
  readonly text: string;
  /** Where the run begins in the folded text, in UTF-16 code units. */
  readonly start: number;
}

const LETTER = '[\\p{L}\\p{N}\\p{M}]';
/** The characters of scripts written without spaces, as the source of a class for the flag v. */
export const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const SPACED = `[${LETTER}--${UNSPACED}]`;

// Written as strings because the set difference needs the flag v, which the compiler knows only from ES2024 on.
const RUNS = new RegExp(`(${UNSPACED}+)|${SPACED}+`, 'gv');
const HAS_UNSPACED = new RegExp(UNSPACED, 'v');
const PIECES = new RegExp(`[${LETTER}${UNSPACED}]+`, 'gv');
const WORDS = new RegExp(`(?<!${SPACED})${SPACED}+`, 'gv');
const SEPARATORS = new RegExp(`[^${LETTER}${UNSPACED}]*`, 'vy');

/** The runs of a folded text in order. */
export function splitRuns(folded: string): readonly WordRun[] {
  const runs: WordRun[] = [];
  RUNS.lastIndex = 0;
  for (let match = RUNS.exec(folded); match !== null; match = RUNS.exec(folded)) {
    const [text, unspaced] = match;
    runs.push({ kind: unspaced === undefined ? 'word' : 'unspaced', text, start: match.index });
  }
  return runs;
}

/** The stretches of a folded text that hold no separator: "2015年5月" is one piece of three runs and more. */
export function splitPieces(folded: string): readonly string[] {
  return folded.match(PIECES) ?? [];
}

/** Whether a folded text holds a character of a script written without spaces. */
export function hasUnspaced(folded: string): boolean {
  return HAS_UNSPACED.test(folded);
}

/** The first whole word that begins at `from` or later. */
export function findWord(folded: string, from: number): WordRun | undefined {
  WORDS.lastIndex = from;
  const match = WORDS.exec(folded);
  return match === null ? undefined : { kind: 'word', text: match[0], start: match.index };
}

/** The first offset at `from` or later where something other than a separator stands; the length if nothing does. */
export function skipSeparators(folded: string, from: number): number {
  SEPARATORS.lastIndex = from;
  return from + (SEPARATORS.exec(folded)?.[0].length ?? 0);
}

// Most characters asked about: answered without a regular expression.
const ASCII_WORD = /[a-z0-9]/;
const IS_ASCII_WORD = Array.from({ length: 128 }, (_, code) => ASCII_WORD.test(String.fromCharCode(code)));
const SPACED_CHARACTER = new RegExp(SPACED, 'v');
const REST_OF_WORD = new RegExp(`${SPACED}*`, 'vy');
const COUNTED = new RegExp(`${UNSPACED}|${SPACED}+`, 'gv');

/** Whether a word begins at an offset of a folded text. */
export function beginsWord(folded: string, offset: number): boolean {
  if (!isOfWord(folded.codePointAt(offset))) return false;
  return offset === 0 || !isOfWord(codePointBefore(folded, offset));
}

/** Where the word that an offset stands in ends; the offset itself where it stands in none. */
export function endOfWord(folded: string, offset: number): number {
  let end = offset;
  while (IS_ASCII_WORD[folded.charCodeAt(end)] === true) end += 1;
  if (end >= folded.length || folded.charCodeAt(end) < 128) return end;
  REST_OF_WORD.lastIndex = end;
  return end + (REST_OF_WORD.exec(folded)?.[0].length ?? 0);
}

/** How many words stand in a folded text, where every character written without spaces counts as one. */
export function countWords(folded: string): number {
  return folded.match(COUNTED)?.length ?? 0;
}

/**
 * Whether more than so many words stand in a stretch of a folded text, where every character written without spaces counts as
 * one. No more words are looked at than must be.
 */
export function hasMoreWords(folded: string, from: number, to: number, count: number): boolean {
  // A word has a character at least.
  if (to - from <= count) return false;
  let seen = 0;
  let isInWord = false;
  for (let at = from; at < to; at += 1) {
    const code = folded.charCodeAt(at);
    if (code < 128) {
      const isOf = IS_ASCII_WORD[code] === true;
      if (isOf && !isInWord) seen += 1;
      isInWord = isOf;
    } else if (code >= FIRST_IDEOGRAPH && code <= LAST_IDEOGRAPH) {
      seen += 1;
      isInWord = false;
    } else return matchesMoreWords(folded, from, to, count);
    if (seen > count) return true;
  }
  return false;
}

// CJK Unified Ideographs.
const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fff;

/** The same for any characters. */
function matchesMoreWords(folded: string, from: number, to: number, count: number): boolean {
  COUNTED.lastIndex = from;
  for (let seen = 0; seen <= count; seen += 1) {
    const match = COUNTED.exec(folded);
    if (match === null || match.index >= to) return false;
  }
  return true;
}

function isOfWord(codePoint: number | undefined): boolean {
  if (codePoint === undefined) return false;
  return IS_ASCII_WORD[codePoint] ?? SPACED_CHARACTER.test(String.fromCodePoint(codePoint));
}

function codePointBefore(text: string, offset: number): number | undefined {
  const before = text.charCodeAt(offset - 1);
  const isLowSurrogate = before >= 0xdc00 && before < 0xe000 && offset > 1;
  return text.codePointAt(isLowSurrogate ? offset - 2 : offset - 1);
}
