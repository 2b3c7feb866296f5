import type { ReadingView, Settings } from '../../../core/settings/settings.ts';
import type { LanguageTag } from '../../../core/text/language.ts';

/** How the work is laid out now. */
export interface ReaderLayout {
  readonly view: ReadingView;
  /** The languages that stand side by side, in the order of the editions. */
  readonly languages: Columns;
  /** Those of all editions. */
  readonly editions: readonly LanguageTag[];
  /** The language of the single view: one of `editions`. */
  readonly single: LanguageTag;
  /** The share of the spread that the first column takes, 0 to 1. */
  readonly columnShare: number;
  readonly reading: Settings['reading'];
}

/** Two languages side by side, or more. */
export type Columns = readonly [LanguageTag, LanguageTag, ...LanguageTag[]];

/** Of so many columns at most are the first ones shown while the reader has chosen none: more are too narrow to read. */
const MOST_AT_FIRST = 3;

/**
 * The columns of a work: those the reader has chosen, in the order of the editions, as far as there are at least two; else the
 * first ones. A work with one edition stands beside nothing.
 */
export function chooseColumns(
  editions: readonly LanguageTag[],
  chosen: readonly LanguageTag[] | null,
): Columns {
  const wanted = editions.filter((language) => chosen?.includes(language));
  const [first = 'und', second = 'und', ...others] =
    wanted.length >= 2 ? wanted : editions.slice(0, MOST_AT_FIRST);
  return [first, second, ...others];
}

/** The next of the languages side by side, from the last to the first again: of two the other one. */
export function otherLanguage(
  { languages }: Pick<ReaderLayout, 'languages'>,
  language: LanguageTag,
): LanguageTag {
  return languages[(languages.indexOf(language) + 1) % languages.length] ?? languages[0];
}

/** The languages whose segments a unit shows, in reading order. */
export function shownLanguages(layout: ReaderLayout, isPeeked: boolean): readonly LanguageTag[] {
  if (layout.view !== 'single') return layout.languages;
  return isPeeked ? [layout.single, otherLanguage(layout, layout.single)] : [layout.single];
}
