import type { LanguageTag } from '../../text/language.ts';
import { segmentText, type Edition, type Unit, type Work } from '../../text/work.ts';

/** The aligned text of some editions of a work: what other programs can be given. */
export interface AlignedText {
  readonly id: string;
  readonly titles: Work['titles'];
  readonly editions: readonly Edition[];
  readonly units: readonly AlignedUnit[];
}

/** One row of an {@link AlignedText}. */
export interface AlignedUnit extends Pick<Unit, 'id' | 'kind' | 'number'> {
  /** One text for each edition, in their order; '' where nothing corresponds. */
  readonly texts: readonly string[];
}

/** The text of a work in some languages, in the order of the languages. Units without a text in any of them are left out. */
export function selectEditions(work: Work, languages: readonly LanguageTag[]): AlignedText {
  const editions = languages.flatMap((wanted) => work.editions.filter(({ language }) => language === wanted));
  const units = work.units.map(({ id, kind, number, ...unit }): AlignedUnit => {
    const texts = editions.map(({ language }) => segmentText({ id, kind, ...unit }, language));
    return number === undefined ? { id, kind, texts } : { id, kind, number, texts };
  });
  return {
    id: work.id,
    titles: work.titles,
    editions,
    units: units.filter(({ texts }) => texts.some((text) => text !== '')),
  };
}
