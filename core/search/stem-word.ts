import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { isChinese, isOfLanguage, type LanguageTag } from '../text/language.ts';

/** Takes a folded word to the form it shares with its inflections: "developing" and "development" to "develop". */
export type Stemmer = (word: string) => string;

// The vocabulary of a large library in one language; a bound only against a text made to exhaust memory.
const STEM_CACHE_SIZE = 200_000;
const LATIN_WORD = /^[a-z]+$/;
const CYRILLIC_WORD = /^[а-я]+$/;

const stemEnglishWord = rememberStems(LATIN_WORD, stemEnglish);
const stemRussianWord = rememberStems(CYRILLIC_WORD, stemRussian);

/** A stemmer for the words of one script that leaves all others as they are. */
function rememberStems(script: RegExp, stem: Stemmer): Stemmer {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const made = script.test(word) ? stem(word) : word;
    if (stems.size < STEM_CACHE_SIZE) stems.set(word, made);
    return made;
  };
}

/**
 * The stemmer for the words of a language. Latin words in Chinese and Russian text and in notes (`undefined`) are nearly
 * always English; in notes Cyrillic words are taken as Russian. Other languages keep their words as they are.
 */
export function stemmerFor(language: LanguageTag | undefined): Stemmer {
  let stemmer = stemmers.get(language);
  if (stemmer === undefined) {
    stemmer = chooseStemmer(language);
    stemmers.set(language, stemmer);
  }
  return stemmer;
}

const stemmers = new Map<LanguageTag | undefined, Stemmer>();

function chooseStemmer(language: LanguageTag | undefined): Stemmer {
  if (language === undefined || isOfLanguage(language, 'ru')) return stemRussianOrEnglish;
  return isOfLanguage(language, 'en') || isChinese(language) ? stemEnglishWord : keepWord;
}

function stemRussianOrEnglish(word: string): string {
  return stemEnglishWord(stemRussianWord(word));
}

function keepWord(word: string): string {
  return word;
}
