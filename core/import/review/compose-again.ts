import type { LanguageTag } from '../../text/language.ts';
import {
  segmentText,
  type OutlineEntry,
  type SpansByLanguage,
  type Unit,
  type Work,
} from '../../text/work.ts';
import type { ImportedUnit } from '../pairing/make-units.ts';
import { UnitIds } from '../pairing/unit-ids.ts';
import { composeWork, type ComposedEdition } from './compose-work.ts';

/**
 * A work whose text was imported again: it keeps its id, its terms and what it is called where nobody has typed another
 * title. Units that say the same as before, or bear the same number, keep their ids; links, remarks and contents are kept
 * where their units and words still are.
 */
export function composeAgain(
  work: Work,
  units: readonly ImportedUnit[],
  editions: readonly ComposedEdition[],
): Work {
  const found = composeWork(units, editions);
  const languages = found.editions.map(({ language }) => language);
  const ids = chooseIds(work.units, found.units, languages);
  const renamed = found.units.map((unit, index) => ({ ...unit, id: ids[index] ?? unit.id }));
  const newIds = new Map(found.units.map(({ id }, index) => [id, ids[index] ?? id]));
  const byId = new Map(renamed.map((unit) => [unit.id, unit]));
  const old = new Map(work.units.map((unit) => [unit.id, unit]));
  const stands = ({ unit, spans }: { readonly unit: string; readonly spans: SpansByLanguage }): boolean => {
    const [before, now] = [old.get(unit), byId.get(unit)];
    return (
      before !== undefined &&
      now !== undefined &&
      Object.keys(spans).every(
        (language) =>
          languages.includes(language) && segmentText(before, language) === segmentText(now, language),
      )
    );
  };
  return {
    ...found,
    id: work.id,
    titles: Object.fromEntries(
      found.editions.map(({ language, title }) => [language, keepTitle(work, language, title)]),
    ),
    units: renamed,
    links: work.links.filter(stands),
    remarks: work.remarks.filter(stands),
    terms: work.terms,
    outline: keepOutline(work.outline, byId) ?? renameOutline(found.outline, newIds),
  };
}

/** What the work is called, as long as its edition is called as before. */
function keepTitle(work: Work, language: LanguageTag, title: string): string {
  const before = work.editions.find((edition) => edition.language === language);
  return before?.title === title ? (work.titles[language] ?? title) : title;
}

function chooseIds(
  before: readonly Unit[],
  now: readonly Unit[],
  languages: readonly LanguageTag[],
): readonly string[] {
  const chosen: (string | undefined)[] = now.map(() => undefined);
  const given = new Set<string>();
  const byWords = (unit: Unit): string =>
    JSON.stringify(languages.map((language) => segmentText(unit, language)));
  const byNumber = ({ kind, number }: Unit): string | undefined =>
    number === undefined ? undefined : `${kind} ${number}`;
  for (const nameOf of [byWords, byNumber]) {
    const open = before.filter(({ id }) => !given.has(id));
    const olds = indexUnique(open.map((unit) => [nameOf(unit), unit.id]));
    const news = indexUnique(now.map((unit, index) => [nameOf(unit), index]));
    for (const [name, index] of news) {
      const id = olds.get(name);
      if (id === undefined || chosen[index] !== undefined) continue;
      chosen[index] = id;
      given.add(id);
    }
  }
  // A new unit never takes the id of one that has gone: notes on that would come to stand on it.
  const ids = new UnitIds(before.map(({ id }) => id));
  return now.map((unit, index) => chosen[index] ?? ids.give(unit.id));
}

/** What has a name that nothing else has, by that name. */
function indexUnique<Value>(
  entries: readonly (readonly [string | undefined, Value])[],
): ReadonlyMap<string, Value> {
  const unique = new Map<string, Value>();
  const seen = new Set<string>();
  for (const [name, value] of entries) {
    if (name === undefined) continue;
    if (seen.has(name)) unique.delete(name);
    else unique.set(name, value);
    seen.add(name);
  }
  return unique;
}

/** The contents as they were, if all they lead to is still there. */
function keepOutline(
  outline: readonly OutlineEntry[],
  units: ReadonlyMap<string, Unit>,
): readonly OutlineEntry[] | undefined {
  const isThere = ({ unit, children }: OutlineEntry): boolean => units.has(unit) && children.every(isThere);
  return outline.length > 0 && outline.every(isThere) ? outline : undefined;
}

function renameOutline(
  outline: readonly OutlineEntry[],
  newIds: ReadonlyMap<string, string>,
): readonly OutlineEntry[] {
  return outline.map((entry) => ({ ...entry, unit: newIds.get(entry.unit) ?? entry.unit }));
}
