import { hashTexts } from '../../search/content-hash.ts';
import type { LanguageTag } from '../../text/language.ts';
import { segmentText, type Edition, type OutlineEntry, type Unit, type Work } from '../../text/work.ts';
import type { ImportedUnit } from '../pairing/make-units.ts';
import type { EditionDetails } from './edition-details.ts';

/** An edition as it was found, what it is to be, and what the reader says of it. */
export interface ComposedEdition {
  /** The language its segments have in the imported units. */
  readonly found: LanguageTag;
  /** The language it is in, where the reader knows better. */
  readonly language: LanguageTag;
  readonly details: EditionDetails;
}

/** The longest name of a work that comes from its title, in UTF-16 code units. */
const LONGEST_ID = 60;

/**
 * The work that imported units make up: without links, remarks and terms, its contents its title and its headings.
 * Its id comes from its title; whoever keeps it gives it another where that is taken.
 */
export function composeWork(units: readonly ImportedUnit[], editions: readonly ComposedEdition[]): Work {
  const composed = units.map(({ confidence: _confidence, segments, ...unit }): Unit => ({
    ...unit,
    segments: Object.fromEntries(editions.map(({ found, language }) => [language, segments[found] ?? ''])),
  }));
  const titles = Object.fromEntries(
    editions.map(({ language, details }) => [language, details.title.trim()]),
  );
  return {
    id: nameWork(Object.values(titles)),
    titles,
    editions: editions.map(composeEditionOf),
    units: composed,
    links: [],
    remarks: [],
    terms: [],
    outline: outlineOf(
      composed,
      editions.map(({ language }) => language),
    ),
  };
}

/** The edition that the reader describes. */
export function composeEditionOf({ language, details }: ComposedEdition): Edition {
  const { title, status, sourceName, url, date, notes } = details;
  return {
    language,
    title: title.trim(),
    status,
    source: {
      name: sourceName.trim(),
      date,
      notes: [url, ...notes.split('\n')].map((note) => note.trim()).filter((note) => note !== ''),
    },
  };
}

function outlineOf(units: readonly Unit[], languages: readonly LanguageTag[]): readonly OutlineEntry[] {
  return units
    .filter(({ kind }) => kind === 'title' || kind === 'heading')
    .map((unit) => ({
      unit: unit.id,
      titles: Object.fromEntries(
        languages
          .map((language) => [language, segmentText(unit, language).replace(/\s*\n\s*/gu, ' ')] as const)
          .filter(([, title]) => title !== ''),
      ),
      children: [],
    }));
}

/** Of the first title that Latin letters write; a work without one is named by its titles' hash. */
function nameWork(titles: readonly string[]): string {
  for (const title of titles) {
    const words = title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}+/gu, '')
      .match(/[a-z0-9]+/gu);
    const letters = words?.join('').replace(/[0-9]/gu, '') ?? '';
    if (words !== null && letters.length >= 4) return shorten(words.join('-'));
  }
  return `text-${hashTexts(titles).slice(0, 10)}`;
}

/** Whole words, as long as one of them fits. */
function shorten(name: string): string {
  if (name.length <= LONGEST_ID) return name;
  const end = name.lastIndexOf('-', LONGEST_ID);
  return name.slice(0, end === -1 ? LONGEST_ID : end);
}
