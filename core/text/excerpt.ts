import type { TextSpan } from './text-span.ts';

/** The stretch of a text that a list shows of it, and what is marked in it. */
export interface Excerpt {
  /** Begins and ends at words; longer than was asked for only where a single hit is. */
  readonly span: TextSpan;
  /** The hits that lie in `span`, each of them whole, in UTF-16 code units of the text. */
  readonly hits: readonly TextSpan[];
}

/** A run of an excerpt that is marked or is not. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

// A quarter of the line before the first hit says what it belongs to; what follows it usually says more.
const SHARE_BEFORE_HIT = 0.25;
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[\u{20000}-\u{3ffff}]/u;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}'’-]/u;
// What may not open a line: white space and punctuation that belongs to what went before.
const CLOSING = /[\s,.;:!?)\]}，。、；：！？）》」』”’]/u;

/**
 * The stretch of `columns` columns around as many hits as it can hold, the earliest such. A Han character takes two
 * columns, a Latin one takes one.
 * @param hits in order and without overlaps. Without any, the beginning of the text is given.
 */
export function findExcerpt(text: string, hits: readonly TextSpan[], columns: number): Excerpt {
  const before = Math.floor(columns * SHARE_BEFORE_HIT);
  const anchor = findDensest(text, hits, columns - before) ?? { start: 0, end: 0 };
  let start = retreat(text, anchor.start, before);
  let end = Math.max(advance(text, start, columns), anchor.end);
  if (end === text.length) start = Math.min(start, retreat(text, end, columns));
  for (const hit of hits) {
    // A hit that would be cut in two is left to the next excerpt.
    if (hit.start < start && start < hit.end) start = hit.end;
    if (hit.start < end && end < hit.end) end = hit.start;
  }
  const inside = hits.filter((hit) => start <= hit.start && hit.end <= end);
  const first = inside[0] ?? anchor;
  const last = inside.at(-1) ?? anchor;
  return {
    span: { start: snapStart(text, start, first.start), end: snapEnd(text, end, last.end) },
    hits: inside,
  };
}

/** Excerpts in the order of the text that hold every hit exactly once; hits near each other share one. */
export function findExcerpts(text: string, hits: readonly TextSpan[], columns: number): readonly Excerpt[] {
  const excerpts: Excerpt[] = [];
  let left = hits;
  while (left.length > 0) {
    const excerpt = findExcerpt(text, left, columns);
    excerpts.push(excerpt);
    left = left.filter((hit) => !excerpt.hits.includes(hit));
  }
  return excerpts.sort((a, b) => a.span.start - b.span.start);
}

/** An excerpt as runs of marked and unmarked text in one line, with an ellipsis where the text goes on. */
export function splitExcerpt(text: string, { span, hits }: Excerpt): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const add = (part: string, isHit: boolean): void => {
    if (part !== '') parts.push({ text: part.replaceAll(/\s+/gu, ' '), isHit });
  };
  let offset = span.start;
  let opening = span.start > 0 ? '…' : '';
  for (const hit of hits) {
    add(opening + text.slice(offset, hit.start), false);
    add(text.slice(hit.start, hit.end), true);
    offset = hit.end;
    opening = '';
  }
  add(opening + text.slice(offset, span.end) + (span.end < text.length ? '…' : ''), false);
  return parts;
}

/** The first hit of the densest group that fits into `columns`. */
function findDensest(text: string, hits: readonly TextSpan[], columns: number): TextSpan | undefined {
  let densest: TextSpan | undefined;
  let mostHits = 0;
  for (const [index, hit] of hits.entries()) {
    const limit = advance(text, hit.start, columns);
    let count = 1;
    while ((hits[index + count]?.end ?? Infinity) <= limit) count += 1;
    if (count > mostHits) {
      densest = hit;
      mostHits = count;
    }
  }
  return densest;
}

function columnsOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}

function advance(text: string, from: number, columns: number): number {
  let offset = from;
  let left = columns;
  while (offset < text.length) {
    const character = characterAt(text, offset);
    left -= columnsOf(character);
    if (left < 0) break;
    offset += character.length;
  }
  return offset;
}

function retreat(text: string, from: number, columns: number): number {
  let offset = from;
  let left = columns;
  while (offset > 0) {
    const character = characterBefore(text, offset);
    left -= columnsOf(character);
    if (left < 0) break;
    offset -= character.length;
  }
  return offset;
}

function characterAt(text: string, offset: number): string {
  const codePoint = text.codePointAt(offset);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

function characterBefore(text: string, offset: number): string {
  const pair = text.slice(Math.max(0, offset - 2), offset);
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1);
}

/** Whether a word of a script that is written with spaces runs over the place. */
function isInsideWord(text: string, offset: number): boolean {
  const before = characterBefore(text, offset);
  const after = characterAt(text, offset);
  return [before, after].every((character) => WORD_CHARACTER.test(character) && !WIDE.test(character));
}

function snapStart(text: string, start: number, limit: number): number {
  let offset = start;
  if (offset === 0) return 0;
  while (offset < limit && isInsideWord(text, offset)) offset += characterAt(text, offset).length;
  while (offset < limit && CLOSING.test(text.charAt(offset))) offset += 1;
  return Math.min(offset, limit);
}

function snapEnd(text: string, end: number, limit: number): number {
  let offset = end;
  if (offset === text.length) return offset;
  while (offset > limit && isInsideWord(text, offset)) offset -= characterBefore(text, offset).length;
  while (offset > limit && /\s/u.test(text.charAt(offset - 1))) offset -= 1;
  return Math.max(offset, limit);
}
