import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { abbreviationsOf, type Abbreviations } from './abbreviations.ts';

/** Marks that end a sentence in any script; Chinese ones need no space behind them. */
const MARK = '[\\p{Sentence_Terminal}…‥]';
const CLOSER = '[”’」』》〉）)\\]"\'»›】〕]';
const FOOTNOTE = '(?:\\[\\d{1,3}\\]|[\\u00b9\\u00b2\\u00b3\\u2070-\\u2079\\u2460-\\u2473])';
/**
 * Where a sentence may end: marks (also "。。。" and ". . ."), what closes with them, footnote numbers. Some Chinese
 * texts print a space before the closing quote. A line feed ends every sentence.
 */
const CANDIDATE = new RegExp(
  `(?<marks>${MARK}(?:${MARK}|[ \\u00a0](?=\\.))*)(?<closers>(?:[ \\u3000]?[”」』]|${CLOSER})*${FOOTNOTE}*)|[\\n\\u2028\\u2029]`,
  'gu',
);

const WIDE_MARK = /[。｡！？．]/u;
const ELLIPSIS = /^(?:[…‥]+|。{2,}|(?:\.[ \u00a0]?){2,}|…\.)$/u;
const SPACE = /^\s/u;
const OPENERS = '[“‘「『《〈（(\\["\'«‹¿¡—–-]*';
/** A small letter, but none in brackets that numbers what follows. */
const LOWER_AHEAD = new RegExp(`^\\s*(?!\\(\\p{Ll}{1,4}\\))${OPENERS}\\s*\\p{Ll}`, 'u');
const MARK_AHEAD = /^(?:\s*[,，、;；:：]|[\p{Sentence_Terminal}…])/u;
const DIGIT_AHEAD = /^\s*[\d#IVX]/u;
const WORD_AHEAD = /^\s*(?<word>\p{L}+)/u;
const UNSPACED_AHEAD =
  /^["'“‘「『《（(【]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const ABBREVIABLE = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{M}]';
/** The words before a stop that have stops between them: "т. е", "U.S". */
const WORDS_BEHIND = new RegExp(`(?:${ABBREVIABLE}+\\.[ \\u00a0]?)*${ABBREVIABLE}+$`, 'u');
const NUMBER_ALONE = /^[\s(（]*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLivxl]{1,6}|[A-Za-zА-Яа-я])$/u;

/**
 * Divides a text into its sentences. Semicolons and colons end none. The spans are in order and hold everything but the
 * white space between sentences, in UTF-16 code units.
 */
export function splitSentences(text: string, language: LanguageTag): readonly TextSpan[] {
  const abbreviations = abbreviationsOf(isOfLanguage(language, 'ru') ? 'ru' : 'en');
  const spans: TextSpan[] = [];
  let start = 0;
  const cut = (end: number): void => {
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    if (trimmed !== '') spans.push({ start: start + lead, end: start + lead + trimmed.length });
    start = end;
  };
  for (const { 0: found, index, groups } of text.matchAll(CANDIDATE)) {
    const marks = groups?.['marks'];
    if (marks === undefined) {
      cut(index);
      continue;
    }
    const end = index + marks.length + takeClosers(text, index, marks, found.slice(marks.length));
    const before = text.slice(Math.max(start, index - LONGEST_LOOK), index);
    const after = text.slice(end, end + LONGEST_LOOK);
    const isClosed = end > index + marks.length;
    if (endsSentence(marks, { before, after, isClosed, abbreviations })) cut(end);
  }
  cut(text.length);
  return spans;
}

/** No word that matters is longer; it keeps the work linear. */
const LONGEST_LOOK = 40;

/** How much of what may close belongs to the marks: an ASCII quote behind a Chinese mark may open what follows. */
function takeClosers(text: string, index: number, marks: string, closers: string): number {
  const quote = closers.search(/["']/u);
  if (quote < 0 || !WIDE_MARK.test(marks)) return closers.length;
  const lineStart = text.lastIndexOf('\n', index) + 1;
  const sameBefore = text.slice(lineStart, index).split(closers.charAt(quote)).length - 1;
  return sameBefore % 2 === 1 ? closers.length : quote;
}

interface Surroundings {
  /** The text from the beginning of the sentence, or the end of it. */
  readonly before: string;
  readonly after: string;
  /** Whether a quote or bracket closes with the marks. */
  readonly isClosed: boolean;
  readonly abbreviations: Abbreviations;
}

function endsSentence(marks: string, around: Surroundings): boolean {
  const { before, after, isClosed } = around;
  if (after.trim() === '') return true;
  if (MARK_AHEAD.test(after) || LOWER_AHEAD.test(after)) return false;
  if (ELLIPSIS.test(marks)) return endsWithEllipsis(around);
  if (WIDE_MARK.test(marks)) return true;
  if (!SPACE.test(after) && !isClosed && !UNSPACED_AHEAD.test(after)) return false;
  return marks !== '.' || isClosed || endsWithStop(before, around);
}

// "I... I've" and 我……我 go on; what is broken off ends with its quote.
function endsWithEllipsis({ before, after, isClosed }: Surroundings): boolean {
  if (isClosed) return true;
  const next = WORD_AHEAD.exec(after)?.groups?.['word'];
  if (next === undefined || UNSPACED_AHEAD.test(after.trimStart())) return false;
  const last = WORDS_BEHIND.exec(before.trimEnd())?.[0] ?? '';
  return SPACE.test(after) && next !== 'I' && !next.toLowerCase().startsWith(last.toLowerCase());
}

function endsWithStop(before: string, { after, abbreviations }: Surroundings): boolean {
  if (NUMBER_ALONE.test(before)) return false;
  const words =
    WORDS_BEHIND.exec(before)?.[0]
      .replaceAll(/[ \u00a0]/gu, '')
      .split('.') ?? [];
  // "см. ст" ends with the abbreviation "ст", "и т. е" with "т. е".
  const endings = words.map((_, at) => words.slice(at).join('.'));
  const isOneOf = (list: ReadonlySet<string>): boolean =>
    endings.some((ending) => list.has(ending.toLowerCase()));
  if (isOneOf(abbreviations.final)) return true;
  if (isOneOf(abbreviations.never)) return false;
  if (isOneOf(abbreviations.beforeNumber) && DIGIT_AHEAD.test(after)) return false;
  // Initials of names and what is written with stops inside: "J. Smith", "U.S. President"; but "so did I."
  const last = words.at(-1) ?? '';
  return last === 'I' || !/^\p{Lu}$/u.test(last);
}
