import type { LanguageTag } from '../text/language.ts';
import { foldText, type FoldedText } from './fold-text.ts';
import type {
  FieldFilter,
  ParsedQuery,
  QueryNode,
  QueryProblem,
  QueryProblemCode,
  TermNode,
} from './query.ts';

// Input methods put out any of these, often the closing one first; any of them closes any other.
const QUOTES = '"“”„';
const PAIRED_QUOTES: ReadonlyMap<string, string> = new Map([
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
]);

const SPACE = /\s+/uy;
const LETTER = '\\p{L}\\p{N}\\p{M}';
// What holds a word together when it stands between letters: people's, inter-agency, 弗·弗·普京, R&D, 3.2, 10,000.
const JOINER = "['’ʼ\\-‐‑·・‧•._/&@]|(?<=\\d),(?=\\d)";
const WORD = new RegExp(`[${LETTER}]+(?:(?:${JOINER})[${LETTER}]+)*`, 'uy');
const STARS = /\*+/y;
const REST_OF_WORD = new RegExp(`[${LETTER}*]+`, 'uy');
const FIELD = /([a-z][a-z-]*):/y;
const DASHES = /[-−]+/uy;
const HAS_LETTER = new RegExp(`[${LETTER}]`, 'u');
// A dash negates at the beginning of a word only (or after a field's name); elsewhere it is punctuation.
const BEFORE_NEGATION = /[\s([{]/u;
const STARTS_TERM = new RegExp(`[${LETTER}${QUOTES}${[...PAIRED_QUOTES.keys()].join('')}*\\-−]`, 'uy');

const ALWAYS_KNOWN_LANGUAGES: readonly LanguageTag[] = ['zh', 'en'];

interface Term {
  readonly form: TermNode['form'];
  readonly text: string;
}

/**
 * Reads a query: words (all must be found), "phrase", -without, field:term, prefix*. Never throws; what it cannot take
 * literally it explains in `problems` and reads in the most sensible way.
 * @param languages the editions' languages, which are field names beside `zh`, `en`, `note` and `tag`.
 */
export function parseQuery(text: string, languages: readonly LanguageTag[] = []): ParsedQuery {
  return new QueryReader(text, [...ALWAYS_KNOWN_LANGUAGES, ...languages]).read();
}

class QueryReader {
  readonly #original: string;
  readonly #folded: FoldedText;
  readonly #languages: readonly LanguageTag[];
  readonly #nodes: QueryNode[] = [];
  readonly #problems: QueryProblem[] = [];
  #offset = 0;

  constructor(original: string, languages: readonly LanguageTag[]) {
    this.#original = original;
    this.#folded = foldText(original);
    this.#languages = languages;
  }

  read(): ParsedQuery {
    while (!this.#isAtEnd()) this.#readClause();
    if (this.#nodes.some((node) => node.type !== 'not')) {
      return { query: { type: 'all', nodes: this.#nodes }, problems: this.#problems };
    }
    if (this.#nodes.length > 0) this.#report('only-negations', 0, this.#folded.text.length);
    else if (this.#problems.length === 0 && this.#folded.text.trim() !== '') {
      this.#report('nothing-to-find', 0, this.#folded.text.length);
    }
    return { query: null, problems: this.#problems };
  }

  #readClause(): void {
    this.#take(SPACE);
    const start = this.#offset;
    let isExcluded = this.#takeNegation();
    const field = this.#takeField();
    if (field !== null) {
      this.#take(SPACE);
      isExcluded = this.#take(DASHES) !== null || isExcluded;
    }
    const end = this.#offset;
    const term = field !== null && this.#isKnownFieldNext() ? 'none' : this.#takeTerm();
    if (term === 'none') {
      if (field !== null) this.#report('field-without-term', start, end, { field: field.name });
      else if (isExcluded) this.#report('lone-dash', start, end);
      // Punctuation separates words and is dropped.
      else this.#skipCharacter();
    } else if (term !== 'unusable') {
      const node: TermNode = { type: 'term', ...term, field: field?.filter ?? null };
      this.#nodes.push(isExcluded ? { type: 'not', node } : node);
    }
  }

  #takeNegation(): boolean {
    const isAtWordStart =
      this.#offset === 0 || BEFORE_NEGATION.test(this.#folded.text.charAt(this.#offset - 1));
    return isAtWordStart && this.#take(DASHES) !== null;
  }

  #takeField(): { readonly name: string; readonly filter: FieldFilter } | null {
    const start = this.#offset;
    const name = this.#take(FIELD)?.slice(0, -1);
    if (name === undefined) return null;
    const filter = this.#fieldNamed(name);
    if (filter !== undefined) return { name: this.#typed(start, start + name.length), filter };
    if (this.#isNext(STARTS_TERM))
      this.#report('unknown-field', start, this.#offset, { field: this.#typed(start, start + name.length) });
    // "note that: …" ends a clause of prose, and "http://…" is an address: the name is a word like any other.
    else this.#offset = start;
    return null;
  }

  #fieldNamed(name: string): FieldFilter | undefined {
    if (name === 'note' || name === 'tag') return { kind: name };
    const language = this.#languages.find(
      (tag) => tag.toLowerCase() === name || tag.toLowerCase().startsWith(`${name}-`),
    );
    return language === undefined ? undefined : { kind: 'text', language: name };
  }

  #isKnownFieldNext(): boolean {
    FIELD.lastIndex = this.#offset;
    const name = FIELD.exec(this.#folded.text)?.[1];
    return name !== undefined && this.#fieldNamed(name) !== undefined;
  }

  /** 'none' where no term begins; 'unusable' where one did and was reported instead. */
  #takeTerm(): Term | 'none' | 'unusable' {
    const next = this.#folded.text[this.#offset] ?? '';
    if (next !== '' && QUOTES.includes(next)) return this.#takePhrase(QUOTES);
    const closing = PAIRED_QUOTES.get(next);
    return closing === undefined ? this.#takeWord() : this.#takePhrase(closing);
  }

  #takePhrase(closing: string): Term | 'unusable' {
    const { text } = this.#folded;
    const start = this.#offset;
    let end = start + 1;
    while (end < text.length && !closing.includes(text.charAt(end))) end += 1;
    const isClosed = end < text.length;
    const phrase = text.slice(start + 1, end);
    this.#offset = Math.min(end + 1, text.length);
    if (!isClosed) this.#report('unclosed-quote', start, start + 1);
    if (HAS_LETTER.test(phrase)) return { form: 'phrase', text: phrase };
    if (isClosed) this.#report('empty-phrase', start, this.#offset);
    return 'unusable';
  }

  #takeWord(): Term | 'none' | 'unusable' {
    const start = this.#offset;
    const leadingStars = this.#take(STARS);
    const word = this.#take(WORD);
    if (word === null) {
      if (leadingStars === null) return 'none';
      this.#report('lone-star', start, this.#offset);
      return 'unusable';
    }
    const typed = this.#typed(this.#offset - word.length, this.#offset);
    const isPrefix = this.#take(STARS) !== null;
    const hasMore = isPrefix && this.#take(REST_OF_WORD) !== null;
    if (leadingStars !== null || hasMore) {
      this.#report('misplaced-star', start, this.#offset, { word: isPrefix ? `${typed}*` : typed });
    }
    return { form: isPrefix ? 'prefix' : 'word', text: word };
  }

  #typed(start: number, end: number): string {
    const span = this.#folded.toOriginal({ start, end });
    return this.#original.slice(span.start, span.end);
  }

  #isAtEnd(): boolean {
    return this.#offset >= this.#folded.text.length;
  }

  #isNext(pattern: RegExp): boolean {
    pattern.lastIndex = this.#offset;
    return pattern.test(this.#folded.text);
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#offset;
    const taken = pattern.exec(this.#folded.text)?.[0];
    if (taken === undefined) return null;
    this.#offset += taken.length;
    return taken;
  }

  #skipCharacter(): void {
    const codePoint = this.#folded.text.codePointAt(this.#offset) ?? 0;
    this.#offset += codePoint > 0xffff ? 2 : 1;
  }

  #report(code: QueryProblemCode, start: number, end: number, values: QueryProblem['values'] = {}): void {
    const span =
      end > start ? this.#folded.toOriginal({ start, end }) : { start: 0, end: this.#original.length };
    this.#problems.push({ code, span, values });
  }
}
