import type { LanguageTag } from '../text/language.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import { compareText } from './compare-text.ts';
import { reachOut } from './reach-out.ts';
import { compareWords, countWords, joinSegments, type WordCounts } from './word-counts.ts';

/** Which unit of the new text is which unit of the old one, as indices. */
export interface UnitPairs {
  readonly oldUnits: readonly Unit[];
  readonly newUnits: readonly Unit[];
  /** Those of both texts: what an edition says that only one of them has is no difference between units. */
  readonly languages: readonly LanguageTag[];
  /** The new unit for the old one, where there is one: with the same text or alike. */
  readonly newByOld: ReadonlyMap<number, number>;
  readonly oldByNew: ReadonlyMap<number, number>;
  /** The new unit with the same text for the old one, where there is one beyond doubt. */
  readonly equalByOld: ReadonlyMap<number, number>;
  /** False if units with the same text carry other ids: then the same id is no evidence that a unit is the same. */
  readonly areIdsTrusted: boolean;
}

/** How much of the words of two units must be common to both for them to be one, whatever their ids are. */
export const MIN_LIKENESS = 0.5;

/** How much of the shorter of two units with the same id must stand in the longer. */
const MIN_SHARE = 0.4;

/** The share of a unit that stands in another as good as whole. */
export const WHOLE_SHARE = 0.85;

/** How many times as many common words make another unit the likelier one. */
const OUTDONE = 1.5;

/** How many words they must have in common: short clauses are alike by their formulae. */
export const MIN_COMMON = 24;

/** How much more alike they must be than either is to any other unit. */
const MARGIN = 0.15;

/**
 * Pairs the units of two versions of a work. First those with the same text, if it stands once in either version; then the
 * others with the same id and the same text; then the most alike, for an inserted clause may have given its id to another.
 * Units with the same id need less likeness.
 */
export function pairUnits(oldWork: Work, newWork: Work): UnitPairs {
  const languages = listShared(oldWork, newWork);
  const [oldUnits, newUnits] = [oldWork, newWork].map(({ editions, units }) =>
    languages.length === editions.length ? units : units.map((unit) => keepLanguages(unit, languages)),
  ) as [readonly Unit[], readonly Unit[]];
  const [newByOld, oldByNew] = [new Map<number, number>(), new Map<number, number>()];
  const open: Pairs = {
    oldUnits,
    newUnits,
    languages,
    newByOld,
    oldByNew,
    equalByOld: newByOld,
    areIdsTrusted: true,
  };
  pairUnique(open);
  const areIdsTrusted = !hasPassedOnId(open) && !isRenumbered(open);
  pairSameId(open);
  const pairs: Pairs = { ...open, equalByOld: new Map(newByOld), areIdsTrusted };
  for (const [oldIndex, newIndex] of listAlike(pairs)) pair(pairs, oldIndex, newIndex);
  return { ...pairs, oldUnits: oldWork.units, newUnits: newWork.units };
}

/** The languages of both works, or of either where they share none. */
function listShared(oldWork: Work, newWork: Work): readonly LanguageTag[] {
  const [before, now] = [oldWork, newWork].map(
    ({ editions }) => new Set(editions.map(({ language }) => language)),
  );
  const all = new Set([...(before ?? []), ...(now ?? [])]);
  const shared = [...all].filter((language) => before?.has(language) === true && now?.has(language) === true);
  return shared.length > 0 ? shared : [...all];
}

function keepLanguages(unit: Unit, languages: readonly LanguageTag[]): Unit {
  const entries = languages.map((language) => [language, segmentText(unit, language)] as const);
  return { ...unit, segments: Object.fromEntries(entries) };
}

interface Pairs extends UnitPairs {
  readonly newByOld: Map<number, number>;
  readonly oldByNew: Map<number, number>;
}

function pair({ newByOld, oldByNew }: Pairs, oldIndex: number, newIndex: number): void {
  if (newByOld.has(oldIndex) || oldByNew.has(newIndex)) return;
  newByOld.set(oldIndex, newIndex);
  oldByNew.set(newIndex, oldIndex);
}

function pairUnique(pairs: Pairs): void {
  const oldTexts = pairs.oldUnits.map(textKey);
  const newTexts = pairs.newUnits.map(textKey);
  for (const [index, text] of oldTexts.entries()) {
    if (countHolding(oldTexts, text) > 1) continue;
    const now = newTexts.indexOf(text);
    if (now !== -1 && countHolding(newTexts, text) === 1) pair(pairs, index, now);
  }
}

function pairSameId(pairs: Pairs): void {
  const newById = new Map(pairs.newUnits.map((unit, index) => [unit.id, index]));
  for (const [index, unit] of pairs.oldUnits.entries()) {
    const same = newById.get(unit.id);
    const now = same === undefined ? undefined : pairs.newUnits[same];
    if (same !== undefined && now !== undefined && textKey(now) === textKey(unit)) pair(pairs, index, same);
  }
}

/** Whether a unit stands unchanged under another id, and other words under its own. */
function hasPassedOnId({ oldUnits, newUnits, newByOld }: Pairs): boolean {
  const newById = new Map(newUnits.map((unit) => [unit.id, unit]));
  return [...newByOld].some(([oldIndex, newIndex]) => {
    const id = oldUnits[oldIndex]?.id ?? '';
    const holder = newById.get(id);
    return id !== newUnits[newIndex]?.id && holder !== undefined && textKey(holder).trim() !== '';
  });
}

/** How much of what the units have in common in their order must be common to those of the same id too. */
const TRUSTED_SHARE = 0.85;

/** More comparisons than this are not made to find out whether clauses were numbered anew. */
const MAX_COMPARED = 100_000;

/**
 * Whether the units that are still open have far more in common if they are paired in their order than if they are paired
 * by their ids: the clauses were numbered anew. Ids that are new or have gone are no numbers given to another clause.
 */
function isRenumbered({ oldUnits, newUnits, newByOld, oldByNew }: Pairs): boolean {
  const [oldOnes, newOnes] = [listOpen(oldUnits, newByOld), listOpen(newUnits, oldByNew)];
  if (oldOnes.length * newOnes.length > MAX_COMPARED) return false;
  const oldIds = new Set(oldUnits.map(({ id }) => id));
  const newIds = new Set(newUnits.map(({ id }) => id));
  const ownOf = new Map(oldOnes.map((old) => [old.unit.id, old]));
  /** A unit with those of new ids on both sides of it, which may have been parted from it. */
  const withParts = (now: OpenUnit): WordCounts => {
    const parts = reachOut(now.index, newUnits.length, (place) => oldIds.has(newUnits[place]?.id ?? ''));
    return parts.length === 1
      ? now
      : countWords({ segments: joinSegments(parts.flatMap((place) => newUnits[place] ?? [])) });
  };
  let byId = 0;
  let above = Array.from({ length: newOnes.length + 1 }, () => 0);
  for (const old of oldOnes) {
    const row = [0];
    for (const [index, now] of newOnes.entries()) {
      const isKnown = newIds.has(old.unit.id) && oldIds.has(now.unit.id);
      const own = old.unit.id === now.unit.id ? undefined : ownOf.get(now.unit.id);
      const isGiven = isKnown && (own === undefined || !hasBoth(now, old, own));
      const isSame = old.unit.id === now.unit.id;
      const common = isGiven ? compareWords(old, isSame ? withParts(now) : now).common : 0;
      if (isSame) byId += common;
      row.push(Math.max((above[index] ?? 0) + common, above[index + 1] ?? 0, row[index] ?? 0));
    }
    above = row;
  }
  return byId < TRUSTED_SHARE * (above.at(-1) ?? 0);
}

/** The share of a unit's words that must be left in a new unit when those of another are taken out. */
const JOINED_SHARE = 0.6;

/**
 * Whether a new unit has the words of its own old unit beside those of another: the two were joined, or something was put
 * in that reads alike, and its number was given to nobody.
 */
function hasBoth(now: WordCounts, other: WordCounts, own: WordCounts): boolean {
  let left = 0;
  for (const [key, count] of own.counts) {
    left += Math.min(count, Math.max(0, (now.counts.get(key) ?? 0) - (other.counts.get(key) ?? 0)));
  }
  return left >= JOINED_SHARE * own.total;
}

/** How many of the texts have this one in them: a clause that is a formula of another is no evidence of itself. */
function countHolding(texts: readonly string[], text: string): number {
  return texts.filter((other) => other.includes(text)).length;
}

/** The pairs that are still open and alike enough, the most alike first. */
function listAlike({
  oldUnits,
  newUnits,
  newByOld,
  oldByNew,
  areIdsTrusted,
}: Pairs): readonly (readonly [number, number])[] {
  const newOnes = listOpen(newUnits, oldByNew);
  const all = listOpen(oldUnits, newByOld).flatMap((old) =>
    newOnes.map((now) => ({
      old,
      now,
      isSameId: areIdsTrusted && old.unit.id === now.unit.id,
      ...compareWords(old, now),
    })),
  );
  const byOld = groupBy(all, ({ old }) => old);
  const best = new Map([
    ...[...byOld].map(([old, ones]) => [old, findBest(ones)] as const),
    ...[...groupBy(all, ({ now }) => now)].map(([now, ones]) => [now, findBest(ones)] as const),
  ]);
  const isClear = (one: (typeof all)[number]): boolean =>
    one.likeness >= MIN_LIKENESS &&
    one.common >= MIN_COMMON &&
    [one.old, one.now].every((unit) => {
      const [first, second = 0] = best.get(unit) ?? [];
      return one.likeness === first && second <= one.likeness - MARGIN;
    });
  /** Nearly all of it stands under the same id: it may have been joined with something larger. */
  const isWhole = (one: (typeof all)[number]): boolean =>
    one.isSameId && one.share >= WHOLE_SHARE && one.common >= MIN_COMMON;
  /** Another new unit holds far more of the old one than that of the same id. */
  const isOutdone = (one: (typeof all)[number]): boolean =>
    (byOld.get(one.old) ?? []).some(
      (other) =>
        other.common >= OUTDONE * one.common &&
        (other.share >= WHOLE_SHARE || other.likeness >= MIN_LIKENESS),
    );
  return all
    .filter((one) => isClear(one) || (one.isSameId && one.share >= MIN_SHARE && !isOutdone(one)))
    .toSorted(
      (a, b) =>
        Number(isWhole(b)) - Number(isWhole(a)) ||
        Number(isClear(b)) - Number(isClear(a)) ||
        b.likeness - a.likeness,
    )
    .map(({ old, now }) => [old.index, now.index] as const);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => OpenUnit): Map<OpenUnit, Item[]> {
  const groups = new Map<OpenUnit, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The greatest likeness and the next. */
function findBest(all: readonly { readonly likeness: number }[]): readonly number[] {
  return all
    .map(({ likeness }) => likeness)
    .toSorted((a, b) => b - a)
    .slice(0, 2);
}

function listOpen(units: readonly Unit[], paired: ReadonlyMap<number, number>): OpenUnit[] {
  return units.flatMap((unit, index) => (paired.has(index) ? [] : [{ unit, index, ...countWords(unit) }]));
}

interface OpenUnit extends WordCounts {
  readonly unit: Unit;
  readonly index: number;
}

/** The text of a unit in all its editions. */
function textKey({ segments }: Unit): string {
  return Object.entries(segments)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([, text]) => text)
    .join('\n');
}
