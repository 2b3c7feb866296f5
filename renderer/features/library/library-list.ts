import { foldText } from '../../../core/search/fold-text.ts';
import type { LibraryOrder, Settings } from '../../../core/settings/settings.ts';
import { chooseTitle } from '../../../core/text/choose-title.ts';
import type { WorkSummary } from '../../../ipc/contract.ts';
import type { WorkCounts } from '../../../ipc/works.ts';

/** A work as the library lists it: what it is, and what the reader has done with it. */
export interface ListedWork extends WorkSummary {
  /** What the interface calls it. */
  readonly title: string;
  /** Undefined until they are counted. */
  readonly counts: WorkCounts | undefined;
  /** When it was opened last; ISO 8601, UTC. Null where that is not known. */
  readonly opened: string | null;
}

/** What a list of works is made of. */
export interface ListSources {
  readonly works: readonly WorkSummary[];
  readonly counts: Readonly<Record<string, WorkCounts>> | undefined;
  readonly remembered: Settings['works'];
  /** Of the interface. */
  readonly language: string;
}

/** Joins what is known of each work, in the order of the library. */
export function describeWorks({ works, counts, remembered, language }: ListSources): readonly ListedWork[] {
  return works.map((work) => ({
    ...work,
    title: chooseTitle(work.titles, language)?.title ?? work.id,
    counts: counts === undefined ? undefined : (counts[work.id] ?? { notes: 0, readUnits: 0 }),
    opened: remembered[work.id]?.opened ?? null,
  }));
}

/** The works whose titles, in any language, hold all words of a query; case, accents and script variants do not matter. */
export function findWorks(works: readonly ListedWork[], query: string): readonly ListedWork[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return works;
  return works.filter(({ titles, id }) => {
    const text = fold([...Object.values(titles), id].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/** The works in an order; what is alike keeps its place. */
export function sortWorks(
  works: readonly ListedWork[],
  order: LibraryOrder,
  language: string,
): readonly ListedWork[] {
  switch (order) {
    case 'title': {
      const { compare } = new Intl.Collator(language, { numeric: true });
      return works.toSorted((a, b) => compare(a.title, b.title));
    }
    case 'opened':
      return works.toSorted((a, b) => (b.opened ?? '').localeCompare(a.opened ?? ''));
    case 'notes':
      return works.toSorted((a, b) => (b.counts?.notes ?? 0) - (a.counts?.notes ?? 0));
    case 'length':
      return works.toSorted((a, b) => longest(b) - longest(a));
  }
}

/** How much of a work is read, in whole per cent; 100 only where all is. */
export function measureProgress({ counts, unitCount }: ListedWork): number {
  if (counts === undefined || unitCount === 0) return 0;
  return Math.floor((Math.min(counts.readUnits, unitCount) / unitCount) * 100);
}

function longest({ lengths }: WorkSummary): number {
  return Math.max(0, ...Object.values(lengths));
}

function fold(text: string): string {
  return foldText(text).text;
}
