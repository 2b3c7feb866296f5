import { foldText, type FoldedText } from './fold-text.ts';
import type { QueryProblem, QueryProblemCode } from './query.ts';

const SPACES = /\s+/uy;

/** Goes through the folded text of a query, and remembers what there is to say about it in terms of the original. */
export class QueryScanner {
  readonly problems: QueryProblem[] = [];
  /** Where reading stands, in UTF-16 code units of the folded text. */
  offset = 0;
  /** The folded query. */
  readonly text: string;
  readonly #original: string;
  readonly #folded: FoldedText;

  constructor(original: string) {
    this.#original = original;
    this.#folded = foldText(original);
    this.text = this.#folded.text;
  }

  get isAtEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** The character before the next one; '' at the beginning. */
  get previous(): string {
    return this.text.charAt(this.offset - 1);
  }

  /** The next UTF-16 code unit; '' at the end. */
  get next(): string {
    return this.isAtEnd ? '' : this.text.charAt(this.offset);
  }

  /** Whether a sticky pattern matches here. */
  isNext(pattern: RegExp): boolean {
    return this.match(pattern) !== null;
  }

  /** Goes past the spaces that stand here. */
  skipSpaces(): void {
    if (!this.isAtEnd && mayBeSpace(this.text.charCodeAt(this.offset))) this.take(SPACES);
  }

  /** What a sticky pattern matches here, without going on. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.offset;
    return pattern.exec(this.text);
  }

  /** Goes past what a sticky pattern matches here, and gives it; null where it does not match. */
  take(pattern: RegExp): string | null {
    const taken = this.match(pattern)?.[0];
    if (taken === undefined) return null;
    this.offset += taken.length;
    return taken;
  }

  /** Goes past one character, both halves of it where it is a surrogate pair. */
  skipCharacter(): void {
    const codePoint = this.text.codePointAt(this.offset) ?? 0;
    this.offset += codePoint > 0xffff ? 2 : 1;
  }

  /** The original of a stretch of the folded text. */
  typed(start: number, end: number): string {
    const span = this.#folded.toOriginal({ start, end });
    return this.#original.slice(span.start, span.end);
  }

  /** Notes a problem with a stretch of the folded text, without the spaces around it. */
  report(code: QueryProblemCode, start: number, end: number, values: QueryProblem['values'] = {}): void {
    const stretch = this.text.slice(start, end);
    const from = start + stretch.length - stretch.trimStart().length;
    const to = from + stretch.trim().length;
    const span =
      to > from
        ? this.#folded.toOriginal({ start: from, end: to })
        : { start: 0, end: this.#original.length };
    this.problems.push({ code, span, values });
  }
}

/** Spaces are looked for at every turn, mostly in vain: what is printed in ASCII, and Chinese, needs no regular expression. */
function mayBeSpace(codeUnit: number): boolean {
  return codeUnit <= 0x20 || (codeUnit >= 0x7f && codeUnit < 0x3400);
}
