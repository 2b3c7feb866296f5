import type { ReadingView, Settings } from '../../../core/settings/settings.ts';
import type { LanguageTag } from '../../../core/text/language.ts';

/** How the work is laid out now. */
export interface ReaderLayout {
  readonly view: ReadingView;
  /** The two languages that stand side by side, in the order of the editions. */
  readonly languages: readonly [LanguageTag, LanguageTag];
  /** The language of the single view: one of `languages`. */
  readonly single: LanguageTag;
  /** The share of the spread that the first column takes, 0 to 1. */
  readonly columnShare: number;
  readonly reading: Settings['reading'];
}

/** The other one of the two languages. */
export function otherLanguage(layout: ReaderLayout, language: LanguageTag): LanguageTag {
  return language === layout.languages[0] ? layout.languages[1] : layout.languages[0];
}

/** The languages whose segments a unit shows, in reading order. */
export function shownLanguages(layout: ReaderLayout, isPeeked: boolean): readonly LanguageTag[] {
  if (layout.view !== 'single') return layout.languages;
  return isPeeked ? [layout.single, otherLanguage(layout, layout.single)] : [layout.single];
}
