import type { SourceEdition } from '../../alignment/align-texts.ts';
import { isLexiconBetween, type BilingualLexicon } from '../../alignment/bilingual-lexicon.ts';
import { isOfLanguage, type LanguageTag } from '../../text/language.ts';
import { segmentText, type Work } from '../../text/work.ts';

/** More witnesses cost time and tell nothing new. */
const MOST_EDITIONS = 3;

/** An edition with less than this share of the segments of the fullest one is left aside. */
const LEAST_FILLED = 0.5;

/** Written without spaces between words, so that no word of theirs is spelled like one of another language. */
const UNSPACED = ['zh', 'ja', 'th', 'lo', 'km', 'my'] as const;

/**
 * The editions of a work by which a text in another language can be aligned with it, the best first: those the lexicon
 * knows, then those whose words may be spelled alike, then the others by lengths and figures.
 */
export function chooseEditions(
  work: Pick<Work, 'editions' | 'units'>,
  language: LanguageTag,
  lexicon: BilingualLexicon | undefined,
): readonly SourceEdition[] {
  const editions = work.editions.map((edition): SourceEdition & { readonly filled: number } => {
    const texts = work.units.map((unit) => segmentText(unit, edition.language));
    return { language: edition.language, texts, filled: texts.filter((text) => text.trim() !== '').length };
  });
  const most = Math.max(...editions.map(({ filled }) => filled));
  const rank = (tag: LanguageTag): number =>
    isLexiconBetween(lexicon, tag, language) ? 0 : isSpaced(tag) === isSpaced(language) ? 1 : 2;
  return editions
    .filter(({ filled }) => filled >= most * LEAST_FILLED)
    .toSorted((a, b) => rank(a.language) - rank(b.language) || b.filled - a.filled)
    .slice(0, MOST_EDITIONS)
    .map(({ language: tag, texts }) => ({ language: tag, texts }));
}

function isSpaced(language: LanguageTag): boolean {
  return !UNSPACED.some((range) => isOfLanguage(language, range));
}
