import type { ComposedEdition } from '../../../core/import/review/compose-work.ts';
import { describeEdition, proposeEdition } from '../../../core/import/review/edition-details.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { ImportState } from './import-state.ts';

/**
 * The editions that an import brings: what is known of each, from the work whose text is imported again or else from the
 * files, and over it what the reader typed.
 */
export function draftEditions(state: ImportState, today: string): readonly ComposedEdition[] {
  const { found, details, purpose } = state;
  if (found === undefined) return [];
  const { result, units, added } = found;
  const known = purpose.type === 'again' ? purpose.work.editions : [];
  return (added === undefined ? result.languages : [added]).map((language) => {
    const own = languageOf(state, language);
    const before = known.find((edition) => edition.language === own);
    const proposed =
      before === undefined ? proposeEdition({ ...result, units }, language, today) : describeEdition(before);
    return { found: language, language: own, details: { ...proposed, ...details[language] } };
  });
}

/** The language an edition is in, by the language it was taken for. */
export function languageOf({ relabels }: Pick<ImportState, 'relabels'>, found: LanguageTag): LanguageTag {
  return relabels[found] ?? found;
}

/** Whether a work can be made of the editions. */
export function areComplete(editions: readonly ComposedEdition[]): boolean {
  return (
    editions.length > 0 &&
    editions.every(
      ({ details: { title, sourceName, date } }) =>
        title.trim() !== '' && sourceName.trim() !== '' && /^\d{4}-\d{2}-\d{2}$/u.test(date),
    )
  );
}
