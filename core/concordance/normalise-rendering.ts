import { foldText } from '../search/fold-text.ts';
import { stemmerFor } from '../search/stem-word.ts';
import { splitRuns } from '../search/word-runs.ts';
import type { LanguageTag } from '../text/language.ts';

// A translator who writes "the information space" and "information space" has not changed the term.
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/**
 * What two renderings must share to be counted as one: the same words in the same order, whatever their case, accents,
 * width, punctuation, inflection (where the language is stemmed) and an English article at the beginning. Only for
 * counting: what is shown is the rendering as it stands.
 */
export function normaliseRendering(rendering: string, language: LanguageTag): string {
  const stem = stemmerFor(language);
  const words = splitRuns(foldText(rendering).text);
  const isEnglish = language === 'en' || language.startsWith('en-');
  const [first] = words;
  const hasArticle = isEnglish && words.length > 1 && first !== undefined && ARTICLES.has(first.text);
  return words
    .slice(hasArticle ? 1 : 0)
    .map(({ kind, text }) => (kind === 'word' ? stem(text) : text))
    .join(' ');
}
