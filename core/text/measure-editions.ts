import { countWords } from '../search/word-runs.ts';
import { isOfLanguage, type LanguageTag } from './language.ts';
import { segmentText, type Work } from './work.ts';

/** Languages whose texts are measured in characters, since they are written without spaces. */
const UNSPACED_LANGUAGES = ['zh', 'ja', 'th', 'lo', 'km', 'my'] as const;

/** Whether the length of a text in a language is given in characters; else in words. */
export function isMeasuredInCharacters(language: LanguageTag): boolean {
  return UNSPACED_LANGUAGES.some((range) => isOfLanguage(language, range));
}

/** How long each edition is, by language; in words or characters. */
export type LengthByLanguage = Readonly<Record<LanguageTag, number>>;

/**
 * How long each edition is, in words; every character of a script written without spaces counts as one. Punctuation counts
 * for nothing, as in the word counts of translators.
 */
export function measureEditions({ editions, units }: Work): LengthByLanguage {
  return Object.fromEntries(
    editions.map(({ language }) => [
      language,
      units.reduce((sum, unit) => sum + countWords(segmentText(unit, language)), 0),
    ]),
  );
}
