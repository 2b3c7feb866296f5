import { bareWords, quoteWords } from '../../../core/search/quote-words.ts';
import { isChinese, type LanguageTag } from '../../../core/text/language.ts';

/** The query that looks up words as they stand. Chinese is looked up so in any case. */
export function quoteWordsIn(words: string, language: LanguageTag): string {
  return isChinese(language) ? bareWords(words) : quoteWords(words);
}
