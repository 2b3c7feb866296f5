import { HIGHLIGHT_COLORS } from './annotation.ts';
import { filterLibrary, joinFiltered, type FilteredEntries, type LibraryFilter } from './library-filter.ts';
import type { IndexedNotes, LibraryEntry } from './library-index.ts';
import type { AnnotationOrder } from './sort-annotations.ts';

/** What the notes of the library are asked for. */
export interface LibraryQuery {
  /** The notes that stand, or those in the bin. */
  readonly source: 'notes' | 'bin';
  readonly filter: LibraryFilter;
  readonly order: AnnotationOrder;
  /** BCP 47: decides how tags are put in order. */
  readonly locale: string;
}

/** What a query gives: the notes that pass, in order, what choices would show, and how many there are at all. */
export interface LibraryAnswer extends FilteredEntries {
  readonly total: number;
}

/** Answers queries over the same indexes faster than one after the other. */
export interface LibraryQueries {
  readonly query: (query: LibraryQuery) => LibraryAnswer;
}

/**
 * Makes the notes of several works one list to be queried, in the works' order. Bins are given by the time of deletion,
 * the latest first, where notes are given by place. Equal ones are ordered by place. What was found in each work is kept
 * with its index, so that after a change in one of them the others are not gone through again.
 */
export function openLibraryQueries(works: readonly IndexedNotes[]): LibraryQueries {
  let last: { readonly key: string; readonly answer: LibraryAnswer } | undefined;
  return {
    query: (query) => {
      const key = JSON.stringify(query);
      if (last?.key === key) return last.answer;
      const { source, filter, order, locale } = query;
      const found = works.map((work) => filterWork(listEntries(work, source, order), filter));
      const { entries, facets } = joinFiltered(found, filter);
      const total = works.reduce((sum, work) => sum + work[LISTS[source]].length, 0);
      const answer = { entries: orderEntries(entries, source, order, locale), facets, total };
      last = { key, answer };
      return answer;
    },
  };
}

const LISTS = { notes: 'entries', bin: 'binned' } as const;

function listEntries(
  work: IndexedNotes,
  source: LibraryQuery['source'],
  order: AnnotationOrder,
): readonly LibraryEntry[] {
  const entries = work[LISTS[source]];
  return order === 'time' ? sortByTime(entries) : entries;
}

const filtered = new WeakMap<
  readonly LibraryEntry[],
  { readonly key: string; readonly found: FilteredEntries }
>();

/** What a filter gives of one work; the last answer is kept as long as the notes of the work are the same. */
function filterWork(entries: readonly LibraryEntry[], filter: LibraryFilter): FilteredEntries {
  const key = JSON.stringify(filter);
  const known = filtered.get(entries);
  if (known?.key === key) return known.found;
  const found = filterLibrary(entries, filter);
  filtered.set(entries, { key, found });
  return found;
}

/** Puts the notes of all works in order, those of each work being by place, by deletion, or by time if that is asked for. */
function orderEntries(
  entries: readonly LibraryEntry[],
  source: LibraryQuery['source'],
  order: AnnotationOrder,
  locale: string,
): readonly LibraryEntry[] {
  switch (order) {
    case 'place':
      return source === 'notes' ? entries : entries.toSorted(compareDeletion);
    case 'time':
      // The engine's sort finds the notes of each work as a run and only has to merge them.
      return entries.toSorted(compareTime);
    case 'color':
      return sortByRank(entries, HIGHLIGHT_COLORS.length, ({ placed }) =>
        HIGHLIGHT_COLORS.indexOf(placed.annotation.color),
      );
    case 'tag':
      return sortByTag(entries, locale);
  }
}

type Comparison = (a: LibraryEntry, b: LibraryEntry) => number;

const compareTime: Comparison = (a, b) => b.modified - a.modified;

const compareDeletion: Comparison = (a, b) => Date.parse(b.deleted ?? '') - Date.parse(a.deleted ?? '');

const byTime = new WeakMap<readonly LibraryEntry[], readonly LibraryEntry[]>();

/** Kept for each work, so that a change in one of them does not sort the others anew. */
function sortByTime(entries: readonly LibraryEntry[]): readonly LibraryEntry[] {
  const known = byTime.get(entries);
  if (known !== undefined) return known;
  const sorted = entries.toSorted(compareTime);
  byTime.set(entries, sorted);
  return sorted;
}

/** Puts entries into as many heaps as there are ranks: linear, and equal ones stay in their order. */
function sortByRank(
  entries: readonly LibraryEntry[],
  rankCount: number,
  rankOf: (entry: LibraryEntry) => number,
): readonly LibraryEntry[] {
  const heaps = Array.from({ length: rankCount }, (): LibraryEntry[] => []);
  for (const entry of entries) heaps[rankOf(entry)]?.push(entry);
  return heaps.flat();
}

/** By first tag, untagged ones last. Collators are slow, so that they see each tag only once. */
function sortByTag(entries: readonly LibraryEntry[], locale: string): readonly LibraryEntry[] {
  const tags = new Set<string>();
  for (const { placed } of entries) for (const tag of placed.annotation.tags) tags.add(tag);
  const ranks = new Map([...tags].sort(new Intl.Collator(locale).compare).map((tag, rank) => [tag, rank]));
  return sortByRank(entries, ranks.size + 1, ({ placed }) => {
    let first = ranks.size;
    for (const tag of placed.annotation.tags) first = Math.min(first, ranks.get(tag) ?? first);
    return first;
  });
}
