import type { Annotation } from './annotation.ts';
import { compareText } from './compare-text.ts';

/** A tag and how many annotations carry it. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** A tag longer than this is a note; the boundary refuses it. In UTF-16 code units. */
export const MAX_TAG_LENGTH = 100;

/** The tags in use, the most used first, equally used ones in code point order. */
export function collectTags(annotations: readonly Annotation[]): readonly TagCount[] {
  const counts = new Map<string, number>();
  for (const { tags } of annotations) {
    const own = tags.length < 2 ? tags : new Set(tags);
    for (const tag of own) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return sortTags(counts);
}

/** The tags of two counts over notes that overlap: each with the larger number, in the order of {@link collectTags}. */
export function joinTags(one: readonly TagCount[], other: readonly TagCount[]): readonly TagCount[] {
  const counts = new Map(one.map(({ tag, count }) => [tag, count]));
  for (const { tag, count } of other) counts.set(tag, Math.max(count, counts.get(tag) ?? 0));
  return sortTags(counts);
}

function sortTags(counts: ReadonlyMap<string, number>): readonly TagCount[] {
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || compareText(a.tag, b.tag));
}

/**
 * The tags to offer while one is typed: those that begin with what is typed, then those that contain it, each in the
 * order of `known`, without those already given. Letter case and width do not count.
 */
export function completeTag(
  known: readonly TagCount[],
  typed: string,
  given: readonly string[],
): readonly TagCount[] {
  const wanted = foldTag(typed.trim());
  const open = known.filter(({ tag }) => !given.includes(tag) && foldTag(tag).includes(wanted));
  const [beginning, containing] = [true, false].map((isBeginning) =>
    open.filter(({ tag }) => foldTag(tag).startsWith(wanted) === isBeginning),
  );
  return [...(beginning ?? []), ...(containing ?? [])];
}

/**
 * The tags with one more, as typed: cut to {@link MAX_TAG_LENGTH}, white space tidied, without a leading "#". A known tag
 * keeps its spelling ("Key Term" typed for "key term"). The same list if nothing new is left.
 */
export function addTag(
  tags: readonly string[],
  typed: string,
  known: readonly TagCount[],
): readonly string[] {
  const tidy = typed
    .replace(/^[#＃\s]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const tag = known.find((entry) => foldTag(entry.tag) === foldTag(tidy))?.tag ?? cut(tidy);
  const isKnown = tags.some((given) => foldTag(given) === foldTag(tag));
  return tag === '' || isKnown ? tags : [...tags, tag];
}

/** By whole characters, so that no surrogate pair is halved. */
function cut(tag: string): string {
  let kept = '';
  for (const character of tag) {
    if (kept.length + character.length > MAX_TAG_LENGTH) break;
    kept += character;
  }
  return kept.trim();
}

/** What two spellings of one tag have in common: letter case and width do not count. */
export function foldTag(tag: string): string {
  return tag.normalize('NFKC').toLowerCase();
}
