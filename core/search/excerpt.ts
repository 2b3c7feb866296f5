import { isChinese, type LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';

/** A piece of a text around its first hit, to be shown in a list. */
export interface Excerpt {
  readonly text: string;
  /** The hits inside, relative to the excerpt. */
  readonly spans: readonly TextSpan[];
  /** Whether the original goes on before or after, so that the view can print an ellipsis. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** What an excerpt of a list may hold, in UTF-16 code units: about two and a half lines of a side pane. */
const EXCERPT_LENGTH = { chinese: 44, other: 96 } as const;

/** How long an excerpt of a list may be in a language; undefined for what a reader has written. */
export function excerptLengthOf(language: LanguageTag | undefined): number {
  return language !== undefined && isChinese(language) ? EXCERPT_LENGTH.chinese : EXCERPT_LENGTH.other;
}

// Characters that must not be torn from the one before: marks, joiners, variation selectors.
const CLINGING = /^[\p{M}\u200d]/u;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORD = /^[\p{L}\p{N}'’]/u;

/**
 * Cuts an excerpt of at most `maxLength` UTF-16 code units that begins somewhat before the first of `hits` (in order,
 * as in a `FieldMatch`). It is longer only where the first hit itself is. Neither words nor characters are split.
 */
export function makeExcerpt(text: string, hits: readonly TextSpan[], maxLength: number): Excerpt {
  const first = hits[0] ?? { start: 0, end: 0 };
  const { start, end } = chooseWindow(text, first, maxLength);
  return {
    text: text.slice(start, end),
    spans: hits
      .filter((hit) => hit.start < end && hit.end > start)
      .map((hit) => ({ start: Math.max(hit.start, start) - start, end: Math.min(hit.end, end) - start })),
    isCutBefore: start > 0,
    isCutAfter: end < text.length,
  };
}

function chooseWindow(text: string, first: TextSpan, maxLength: number): TextSpan {
  if (text.length <= maxLength) return { start: 0, end: text.length };
  const room = Math.max(0, maxLength - (first.end - first.start));
  // What follows a hit tells more than what precedes it; near the end of the text the window moves back to stay full.
  const wanted = Math.min(first.start - Math.floor(room / 3), text.length - maxLength);
  const start = boundaryBefore(text, first.start, Math.max(0, wanted));
  const end = boundaryAfter(text, first.end, Math.min(text.length, start + maxLength));
  return { start, end };
}

/** The first boundary at `wanted` or after it, but none beyond the hit, whose own word is kept whole. */
function boundaryBefore(text: string, hitStart: number, wanted: number): number {
  let start = Math.min(wanted, hitStart);
  while (start < hitStart && (!isBoundary(text, start) || /\s/u.test(text.charAt(start)))) start += 1;
  while (!isBoundary(text, start)) start -= 1;
  return start;
}

/** The last boundary at `wanted` or before it, but none inside the hit, whose own word is kept whole. */
function boundaryAfter(text: string, hitEnd: number, wanted: number): number {
  let end = Math.max(wanted, hitEnd);
  while (end > hitEnd && !isBoundary(text, end)) end -= 1;
  while (!isBoundary(text, end)) end += 1;
  return end;
}

function isBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.charCodeAt(offset - 1);
  const isInSurrogatePair = before >= 0xd800 && before < 0xdc00 && isLowSurrogate(text.charCodeAt(offset));
  if (isInSurrogatePair) return false;
  const next = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (CLINGING.test(next)) return false;
  const previousStart = isLowSurrogate(before) ? offset - 2 : offset - 1;
  const previous = String.fromCodePoint(text.codePointAt(previousStart) ?? 0);
  return previous !== '\u200d' && !(isWordCharacter(previous) && isWordCharacter(next));
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

function isWordCharacter(character: string): boolean {
  return CLINGING.test(character) || (WORD.test(character) && !UNSPACED.test(character));
}
