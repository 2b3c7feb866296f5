import { ANNOTATION_KINDS, HIGHLIGHT_COLORS } from './annotation.ts';
import { MAX_TAG_LENGTH, type TagCount } from './collect-tags.ts';
import { compareText } from './compare-text.ts';
import {
  hasWords,
  isFiltering,
  isOpenQuestion,
  NO_FILTER,
  splitFilterText,
  type AnnotationFilter,
  type FacetCounts,
} from './filter-annotations.ts';
import type { LibraryEntry } from './library-index.ts';
import { z } from '../schema.ts';
import { workIdSchema } from '../text/work-id.ts';

/** Which notes of the library to show. The parts combine: a note must satisfy each of them. */
export interface LibraryFilter extends AnnotationFilter {
  /** Any of these works, by id; all works if empty. */
  readonly works: readonly string[];
  /** Only notes some words of which cannot be found any more. */
  readonly isDetached: boolean;
  /** Only the notes of one unit of one work; null for no such limit. */
  readonly unit: { readonly workId: string; readonly unit: string } | null;
}

/** The filter that lets every note through. */
export const NO_LIBRARY_FILTER: LibraryFilter = { ...NO_FILTER, works: [], isDetached: false, unit: null };

/** How many notes each choice would show, given the other parts of the filter. */
export interface LibraryFacets extends FacetCounts {
  /** By id of the work; those the filter asks for and those that have notes. */
  readonly works: Readonly<Record<string, number>>;
  readonly detached: number;
}

/** Validates a {@link LibraryFilter} that comes from another process. */
export const libraryFilterSchema: z.ZodType<LibraryFilter> = z.strictObject({
  kinds: z.array(z.enum(ANNOTATION_KINDS)).max(ANNOTATION_KINDS.length),
  colors: z.array(z.enum(HIGHLIGHT_COLORS)).max(HIGHLIGHT_COLORS.length),
  tags: z.array(z.string().min(1).max(MAX_TAG_LENGTH)).max(100),
  text: z.string().max(1000),
  isOpenQuestion: z.boolean(),
  works: z.array(workIdSchema).max(10_000),
  isDetached: z.boolean(),
  unit: z.strictObject({ workId: workIdSchema, unit: z.string().min(1).max(200) }).nullable(),
});

/** Whether a filter holds anything back. */
export function isFilteringLibrary(filter: LibraryFilter): boolean {
  return isFiltering(filter) || filter.works.length > 0 || filter.isDetached || filter.unit !== null;
}

/** The entries a filter lets through, in the order given, and what its choices would show. */
export interface FilteredEntries {
  readonly entries: readonly LibraryEntry[];
  readonly facets: LibraryFacets;
}

/** What several lists let through by the same filter as if they were one. Works without an entry of it may be left out. */
export function joinFiltered(parts: readonly FilteredEntries[], filter: LibraryFilter): FilteredEntries {
  const counts = countNothing(filter);
  const tags = new Map<string, number>();
  for (const { facets } of parts) {
    for (const kind of ANNOTATION_KINDS) counts.kinds[kind] += facets.kinds[kind];
    for (const color of HIGHLIGHT_COLORS) counts.colors[color] += facets.colors[color];
    for (const [id, count] of Object.entries(facets.works))
      counts.works[id] = (counts.works[id] ?? 0) + count;
    for (const { tag, count } of facets.tags) tags.set(tag, (tags.get(tag) ?? 0) + count);
    counts.openQuestions += facets.openQuestions;
    counts.detached += facets.detached;
  }
  for (const tag of filter.tags) tags.set(tag, tags.get(tag) ?? 0);
  // Copied whole, where flatMap would copy one by one.
  const lists = parts.map(({ entries }) => entries);
  return { entries: lists.flat(), facets: { ...counts, tags: sortTags(tags) } };
}

/** The parts of a filter that are counted with the others given; each may be the only one an entry fails. */
type Part = 'kind' | 'color' | 'work';

/** Filters and counts in one pass, since a library may hold 100,000 notes and each key stroke asks anew. */
export function filterLibrary(entries: readonly LibraryEntry[], filter: LibraryFilter): FilteredEntries {
  const words = splitFilterText(filter.text);
  const works = new Set(filter.works);
  const counts = countNothing(filter);
  const tags = new Map<string, number>();
  const shown: LibraryEntry[] = [];
  for (const entry of entries) {
    const { annotation } = entry.placed;
    const failed = findFailedParts(entry, filter, works);
    if (failed === 'several' || !passesRest(entry, filter, words)) continue;
    if (failed === undefined || failed === 'kind') counts.kinds[annotation.kind] += 1;
    if (failed === undefined || failed === 'color') counts.colors[annotation.color] += 1;
    if (failed === undefined || failed === 'work') {
      counts.works[entry.workId] = (counts.works[entry.workId] ?? 0) + 1;
    }
    if (failed !== undefined) continue;
    shown.push(entry);
    if (isOpenQuestion(annotation)) counts.openQuestions += 1;
    if (entry.isDetached) counts.detached += 1;
    countTags(annotation.tags, tags);
  }
  for (const tag of filter.tags) tags.set(tag, tags.get(tag) ?? 0);
  return { entries: shown, facets: { ...counts, tags: sortTags(tags) } };
}

interface Counts {
  readonly kinds: Record<(typeof ANNOTATION_KINDS)[number], number>;
  readonly colors: Record<(typeof HIGHLIGHT_COLORS)[number], number>;
  readonly works: Record<string, number>;
  openQuestions: number;
  detached: number;
}

function countNothing(filter: LibraryFilter): Counts {
  return {
    kinds: { highlight: 0, note: 0, question: 0, bookmark: 0 },
    colors: { yellow: 0, green: 0, blue: 0, red: 0, violet: 0 },
    works: Object.fromEntries(filter.works.map((id) => [id, 0])),
    openQuestions: 0,
    detached: 0,
  };
}

/** Which of the counted parts an entry fails; nothing is allocated, since it is asked of every entry. */
function findFailedParts(
  { workId, isDetached, placed: { annotation } }: LibraryEntry,
  filter: LibraryFilter,
  works: ReadonlySet<string>,
): Part | 'several' | undefined {
  let failed: Part | undefined;
  if (filter.kinds.length > 0 && !filter.kinds.includes(annotation.kind)) failed = 'kind';
  if (filter.colors.length > 0 && !filter.colors.includes(annotation.color)) {
    if (failed !== undefined) return 'several';
    failed = 'color';
  }
  if (works.size > 0 && !works.has(workId)) {
    if (failed !== undefined) return 'several';
    failed = 'work';
  }
  const failsRest =
    (filter.isOpenQuestion && !isOpenQuestion(annotation)) || (filter.isDetached && !isDetached);
  return failsRest ? 'several' : failed;
}

function countTags(tags: readonly string[], counts: Map<string, number>): void {
  for (let index = 0; index < tags.length; index += 1) {
    const tag = tags[index];
    if (tag !== undefined && tags.indexOf(tag) === index) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
}

function passesRest(entry: LibraryEntry, filter: LibraryFilter, words: readonly string[]): boolean {
  const { annotation } = entry.placed;
  return (
    filter.tags.every((tag) => annotation.tags.includes(tag)) &&
    (filter.unit === null || standsInUnit(entry, filter.unit)) &&
    hasWords(annotation, words)
  );
}

function standsInUnit({ workId, placed }: LibraryEntry, wanted: NonNullable<LibraryFilter['unit']>): boolean {
  if (workId !== wanted.workId) return false;
  const { scope } = placed.annotation;
  return scope.type === 'unit'
    ? scope.unit === wanted.unit && placed.place !== undefined
    : placed.placements.some(({ unit }) => unit === wanted.unit);
}

function sortTags(counts: ReadonlyMap<string, number>): readonly TagCount[] {
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || compareText(a.tag, b.tag));
}
