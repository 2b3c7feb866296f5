import type { ComposedEdition } from '../../../core/import/review/compose-work.ts';
import { proposeEdition } from '../../../core/import/review/edition-details.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { ImportState } from './import-state.ts';

/** The editions of an import: what was proposed of each, and over it what the reader typed. */
export function draftEditions(state: ImportState, today: string): readonly ComposedEdition[] {
  const { found, details } = state;
  if (found === undefined) return [];
  const { result, units } = found;
  return result.languages.map((language) => ({
    found: language,
    language: languageOf(state, language),
    details: { ...proposeEdition({ ...result, units }, language, today), ...details[language] },
  }));
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
