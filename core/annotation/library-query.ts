import { HIGHLIGHT_COLORS } from './annotation.ts';
import { filterLibrary, type FilteredEntries, type LibraryFilter } from './library-filter.ts';
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

/** Answers queries over the same indexes faster than one after the other: orders and the last answer are kept. */
export interface LibraryQueries {
  readonly query: (query: LibraryQuery) => LibraryAnswer;
}

/**
 * Makes the notes of several works one list to be queried, in the works' order. Bins are given by the time of deletion,
 * the latest first, where notes are given by place. Equal ones are ordered by place.
 */
export function openLibraryQueries(works: readonly IndexedNotes[]): LibraryQueries {
  const ordered = new Map<string, readonly LibraryEntry[]>();
  let last: { readonly key: string; readonly answer: LibraryAnswer } | undefined;

  const sortOnce = ({ source, order, locale }: LibraryQuery): readonly LibraryEntry[] => {
    const key = JSON.stringify([source, order, order === 'tag' ? locale : '']);
    const known = ordered.get(key);
    if (known !== undefined) return known;
    const lists = works.map(({ entries, binned }) => (source === 'bin' ? binned : entries));
    const sorted = sortEntries(lists, source, order, locale);
    ordered.set(key, sorted);
    return sorted;
  };
  return {
    query: (query) => {
      const key = JSON.stringify(query);
      if (last?.key === key) return last.answer;
      const all = sortOnce(query);
      const answer = { ...filterLibrary(all, query.filter), total: all.length };
      last = { key, answer };
      return answer;
    },
  };
}

function sortEntries(
  lists: readonly (readonly LibraryEntry[])[],
  source: LibraryQuery['source'],
  order: AnnotationOrder,
  locale: string,
): readonly LibraryEntry[] {
  switch (order) {
    case 'place':
      return source === 'notes' ? lists.flat() : mergeLists(lists, compareDeletion);
    case 'time':
      return mergeLists(lists.map(sortByTime), compareTime);
    case 'color':
      return sortByRank(lists.flat(), HIGHLIGHT_COLORS.length, ({ placed }) =>
        HIGHLIGHT_COLORS.indexOf(placed.annotation.color),
      );
    case 'tag':
      return sortByTag(lists.flat(), locale);
  }
}

type Comparison = (a: LibraryEntry, b: LibraryEntry) => number;

const compareTime: Comparison = (a, b) => b.modified - a.modified;

const compareDeletion: Comparison = (a, b) => Date.parse(b.deleted ?? '') - Date.parse(a.deleted ?? '');

/** Lists that are in order become one. The engine's sort finds them as runs and only has to merge them. */
function mergeLists(
  lists: readonly (readonly LibraryEntry[])[],
  compare: Comparison,
): readonly LibraryEntry[] {
  return lists.flat().sort(compare);
}

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
