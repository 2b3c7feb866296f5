import { findTermOccurrences, type Occurrence } from '../../../core/text/find-occurrences.ts';
import { isChinese } from '../../../core/text/language.ts';
import type { Term, Work } from '../../../core/text/work.ts';
import { comparePinyin, matchesPinyin } from './match-pinyin.ts';

/** How the table can be ordered. */
export const GLOSSARY_ORDERS = ['place', 'pinyin', 'english'] as const;

/** One of {@link GLOSSARY_ORDERS}. */
export type GlossaryOrder = (typeof GLOSSARY_ORDERS)[number];

/** A term with what the text does with it. */
export interface GlossaryEntry {
  /** The term's place in the work's list: what is written may be written twice. */
  readonly id: string;
  readonly term: Term;
  readonly occurrences: readonly Occurrence[];
  readonly chineseCount: number;
  readonly otherCount: number;
  /** Orders entries by their first occurrence; those that occur nowhere come last. */
  readonly place: readonly [unitIndex: number, offset: number];
}

/** The terms of a work with their occurrences, in the order of the work's list. */
export function listEntries(work: Work): readonly GlossaryEntry[] {
  const unitIndexes = new Map(work.units.map((unit, index) => [unit.id, index]));
  return work.terms.map((term, index) => {
    const occurrences = findTermOccurrences(work, term);
    const chinese = occurrences.filter(({ language }) => isChinese(language));
    const [first] = chinese.length > 0 ? chinese : occurrences;
    return {
      id: String(index),
      term,
      occurrences,
      chineseCount: chinese.length,
      otherCount: occurrences.length - chinese.length,
      place:
        first === undefined ? [Infinity, 0] : [unitIndexes.get(first.unit) ?? Infinity, first.span.start],
    };
  });
}

/** The entries in whose Chinese, pinyin or English a filter stands; all of them for an empty one. */
export function filterEntries(entries: readonly GlossaryEntry[], filter: string): readonly GlossaryEntry[] {
  const wanted = filter.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  if (wanted === '') return entries;
  return entries.filter(
    ({ term }) =>
      term.chinese.includes(wanted.replaceAll(' ', '')) ||
      term.english.some((rendering) => rendering.toLowerCase().includes(wanted)) ||
      matchesPinyin(term.pinyin, wanted),
  );
}

/** The entries in another order; what is equal in it keeps the order of the work's list. */
export function sortEntries(
  entries: readonly GlossaryEntry[],
  order: GlossaryOrder,
): readonly GlossaryEntry[] {
  switch (order) {
    case 'place':
      return entries.toSorted((a, b) => comparePlaces(a.place, b.place));
    case 'pinyin':
      return entries.toSorted((a, b) => comparePinyin(a.term.pinyin, b.term.pinyin));
    case 'english':
      return entries.toSorted((a, b) =>
        (a.term.english[0] ?? '').localeCompare(b.term.english[0] ?? '', 'en', { sensitivity: 'base' }),
      );
  }
}

function comparePlaces(a: GlossaryEntry['place'], b: GlossaryEntry['place']): number {
  return a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1;
}
