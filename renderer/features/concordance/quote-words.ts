import { isChinese, type LanguageTag } from '../../../core/text/language.ts';

/** The query that looks up words as they stand. Chinese is looked up so in any case; a single word in any inflection. */
export function quoteWords(words: string, language: LanguageTag): string {
  const bare = words.replaceAll(/["“”„「」『』«»\s]+/gu, ' ').trim();
  return isChinese(language) || /^[\p{L}\p{N}]+$/u.test(bare) ? bare : `"${bare}"`;
}
