import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { isChinese, type LanguageTag } from '../text/language.ts';

/** Takes a folded word to the form it shares with its inflections: "developing" and "development" to "develop". */
export type Stemmer = (word: string) => string;

const englishStems = new Map<string, string>();
// The vocabulary of a large English library; a bound only against a text made to exhaust memory.
const STEM_CACHE_SIZE = 200_000;
const ENGLISH_WORD = /^[a-z]+$/;

function stemEnglishWord(word: string): string {
  const known = englishStems.get(word);
  if (known !== undefined) return known;
  const stem = ENGLISH_WORD.test(word) ? stemEnglish(word) : word;
  if (englishStems.size < STEM_CACHE_SIZE) englishStems.set(word, stem);
  return stem;
}

/**
 * The stemmer for the words of a language. Latin words in Chinese text and in notes (`undefined`) are nearly always
 * English; other languages keep their words as they are.
 */
export function stemmerFor(language: LanguageTag | undefined): Stemmer {
  const isStemmed =
    language === undefined || language === 'en' || language.startsWith('en-') || isChinese(language);
  return isStemmed ? stemEnglishWord : (word) => word;
}
