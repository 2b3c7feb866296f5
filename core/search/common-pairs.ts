import type { LanguageTag } from '../text/language.ts';
import { splitRuns } from './word-runs.ts';

// Pairs of words that stand everywhere ("of the") are indexed as terms of their own, so that a phrase of them is not
// looked for in half of the library. They stand in a field of their own: in the field of the text they would make texts
// longer and so change the weights of its words.

const ENGLISH =
  'a all an and are as at be between by for from has have in into is it its no not of on or shall should that the their ' +
  'they this to was were which will with';
const RUSSIAN =
  'а в во все для до его ее за и из или их к как ко на не но о об от по при с со так также то у что это';

/** The words of which pairs are indexed, by the first part of the language tag; folded. */
const COMMON_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['en', new Set(ENGLISH.split(' '))],
  ['ru', new Set(RUSSIAN.split(' '))],
]);

// A private-use subtag (BCP 47): no edition has such a language.
const FIELD_SUFFIX = '-x-pairs';

/** The field of an index that holds the pairs of a language's texts; undefined where none are indexed. */
export function pairFieldOf(language: LanguageTag): LanguageTag | undefined {
  return commonWordsOf(language) === undefined ? undefined : language + FIELD_SUFFIX;
}

/** Whether a field of an index holds pairs, not the words of a text. */
export function isPairField(field: LanguageTag): boolean {
  return field.endsWith(FIELD_SUFFIX);
}

/** The terms for the pairs of common words in a folded text: words with nothing but separators between them. */
export function pairsOfText(folded: string, language: LanguageTag): readonly string[] {
  const runs = splitRuns(folded);
  return pairsOfWords(
    runs.map(({ kind, text }) => (kind === 'word' ? text : '')),
    language,
  );
}

/** The terms for the pairs of common words among words that follow each other. */
export function pairsOfWords(words: readonly string[], language: LanguageTag): readonly string[] {
  const common = commonWordsOf(language);
  if (common === undefined) return [];
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    return next !== undefined && common.has(word) && common.has(next) ? [toTerm(word, next)] : [];
  });
}

function commonWordsOf(language: LanguageTag): ReadonlySet<string> | undefined {
  return COMMON_WORDS.get(language.split('-', 1)[0] ?? '');
}

// More signs than letters may differ in a search, so that no word's beginning and no word with typing errors is a pair.
function toTerm(word: string, next: string): string {
  return `++${word}+${next}`;
}
