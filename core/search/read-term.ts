import type { TermForm } from './query.ts';
import type { QueryScanner } from './query-scanner.ts';
import { hasUnspaced, UNSPACED } from './word-runs.ts';

/** The words of a term as they are read from a query, before it is known where they are looked for. */
export interface ReadTerm {
  readonly form: TermForm;
  /** Folded; holds at least one letter or digit. */
  readonly text: string;
}

// Input methods put out any of these, often the closing one first; any of them closes any other.
const QUOTES = '"“”„';
const PAIRED_QUOTES: ReadonlyMap<string, string> = new Map([
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
]);

const LETTER = '\\p{L}\\p{N}\\p{M}';
// What holds a word together when it stands between letters: people's, inter-agency, 弗·弗·普京, R&D, 3.2, 10,000.
// "主权&en:…" are two words: an ampersand joins neither Chinese nor a field's name.
const AMPERSAND = `(?<!${UNSPACED})&(?!${UNSPACED}|[a-z][a-z\\-]*:)`;
const JOINER = `['’ʼ\\-‐‑·・‧•._\\/@]|(?<=\\d),(?=\\d)|${AMPERSAND}`;
const WORD = new RegExp(`[${LETTER}]+(?:(?:${JOINER})[${LETTER}]+)*`, 'vy');
const STAR = '*';
const STARS = /\*+/y;
const REST_OF_WORD = new RegExp(`[${LETTER}*]+`, 'uy');
// Between digits or before a letter a tilde is a mark of the text: "3~5", as Chinese writes ranges.
const TILDE = new RegExp(`~(\\d*)(?![${LETTER}])`, 'uy');
const HAS_LETTER = new RegExp(`[${LETTER}]`, 'u');
const HAS_LETTER_OF_WORD = /\p{L}/u;

/** The characters a term can begin with, for a character class. */
export const TERM_START = `${LETTER}${QUOTES}${[...PAIRED_QUOTES.keys()].join('')}*`;

/** 'none' where no term begins; 'unusable' where one did and was reported instead. */
export function readTerm(scanner: QueryScanner): ReadTerm | 'none' | 'unusable' {
  const { next } = scanner;
  if (next !== '' && QUOTES.includes(next)) return readPhrase(scanner, QUOTES);
  const closing = PAIRED_QUOTES.get(next);
  return closing === undefined ? readWord(scanner) : readPhrase(scanner, closing);
}

function readPhrase(scanner: QueryScanner, closing: string): ReadTerm | 'unusable' {
  const { text, offset: start } = scanner;
  let end = start + 1;
  while (end < text.length && !closing.includes(text.charAt(end))) end += 1;
  const isClosed = end < text.length;
  const phrase = text.slice(start + 1, end);
  scanner.offset = Math.min(end + 1, text.length);
  if (!isClosed) scanner.report('unclosed-quote', start, start + 1);
  if (HAS_LETTER.test(phrase)) return { form: 'phrase', text: phrase };
  if (isClosed) scanner.report('empty-phrase', start, scanner.offset);
  return 'unusable';
}

function readWord(scanner: QueryScanner): ReadTerm | 'none' | 'unusable' {
  const start = scanner.offset;
  const leadingStars = takeStars(scanner);
  const word = scanner.take(WORD);
  if (word === null) {
    if (!leadingStars) return 'none';
    scanner.report('lone-star', start, scanner.offset);
    return 'unusable';
  }
  const end = scanner.offset;
  const isPrefix = takeStars(scanner);
  const hasMore = isPrefix && scanner.take(REST_OF_WORD) !== null;
  if (leadingStars || hasMore) {
    const typed = scanner.typed(end - word.length, end);
    scanner.report('misplaced-star', start, scanner.offset, { word: isPrefix ? `${typed}*` : typed });
  }
  return { form: isPrefix ? 'prefix' : readFuzziness(scanner, word, start), text: word };
}

function takeStars(scanner: QueryScanner): boolean {
  return scanner.next === STAR && scanner.take(STARS) !== null;
}

/** @param start where the term begins, of which `word` has just been read. */
function readFuzziness(scanner: QueryScanner, word: string, start: number): TermForm {
  // Numbers are not typed wrongly by a letter, and Chinese writes ranges so: 3~5.
  if (scanner.next !== '~' || !HAS_LETTER_OF_WORD.test(word)) return 'word';
  const typed = scanner.typed(scanner.offset - word.length, scanner.offset);
  const tilde = scanner.match(TILDE);
  if (tilde === null) return 'word';
  scanner.offset += tilde[0].length;
  if (hasUnspaced(word)) {
    scanner.report('fuzzy-chinese', start, scanner.offset, { word: typed });
    return 'word';
  }
  const distance = tilde[1] === '' ? 1 : Number(tilde[1]);
  if (distance > 2) scanner.report('fuzzy-too-far', start, scanner.offset, { word: typed });
  if (distance === 0) return 'phrase';
  return distance === 1 ? 'fuzzy-1' : 'fuzzy-2';
}
