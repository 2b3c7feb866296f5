const QUOTES = /["“”„「」『』«»]/gu;

/** Words as a query can hold them: without quotation marks, on one line. */
export function bareWords(words: string): string {
  return words.replaceAll(QUOTES, ' ').replaceAll(/\s+/gu, ' ').trim();
}

/** The query that looks for words just as they stand; a single word in any inflection. */
export function quoteWords(words: string): string {
  const bare = bareWords(words);
  return /^[\p{L}\p{N}]+$/u.test(bare) ? bare : `"${bare}"`;
}
