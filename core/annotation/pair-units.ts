import type { Unit, Work } from '../text/work.ts';
import { tokenize } from './align-tokens.ts';
import { compareText } from './compare-text.ts';

/** Which unit of the new text is which unit of the old one. */
export interface UnitPairs {
  readonly oldUnits: readonly Unit[];
  readonly newUnits: readonly Unit[];
  /** The index of the new unit for that of the old one, where there is one. */
  readonly newByOld: ReadonlyMap<number, number>;
  readonly oldByNew: ReadonlyMap<number, number>;
  /** False if units with the same text carry other ids: then the same id is no evidence that a unit is the same. */
  readonly areIdsTrusted: boolean;
}

/** Stretches of the two texts that correspond, as indices of units in their order. */
export interface UnitGroup {
  readonly oldIndices: readonly number[];
  readonly newIndices: readonly number[];
}

/** How much of the words of two units must be common to both for them to be one, whatever their ids are. */
const MIN_LIKENESS = 0.5;

/** How much of the shorter of two units with the same id must stand in the longer. */
const MIN_SHARE = 0.4;

/** The share of a unit that stands in another as good as whole. */
const WHOLE_SHARE = 0.85;

/** How many times as many common words make another unit the likelier one. */
const OUTDONE = 1.5;

/** How many words they must have in common: short clauses are alike by their formulae. */
const MIN_COMMON = 24;

/** How much more alike they must be than either is to any other unit. */
const MARGIN = 0.15;

/**
 * Pairs the units of two versions of a work. First those with the same id and the same text; then those with the same
 * text, if it stands once in either version; then the most alike, for an inserted clause may have given its id to
 * another. Units with the same id need less likeness.
 */
export function pairUnits(oldWork: Work, newWork: Work): UnitPairs {
  const equal: Pairs = {
    oldUnits: oldWork.units,
    newUnits: newWork.units,
    newByOld: new Map(),
    oldByNew: new Map(),
    areIdsTrusted: true,
  };
  pairEqual(equal);
  const isSameId = ([oldIndex, newIndex]: readonly [number, number]): boolean =>
    oldWork.units[oldIndex]?.id === newWork.units[newIndex]?.id;
  const pairs: Pairs = { ...equal, areIdsTrusted: [...equal.newByOld].every(isSameId) };
  for (const [oldIndex, newIndex] of listAlike(pairs)) pair(pairs, oldIndex, newIndex);
  return pairs;
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

function pairEqual(pairs: Pairs): void {
  const { oldUnits, newUnits } = pairs;
  const newById = new Map(newUnits.map(({ id }, index) => [id, index]));
  const oldTexts = oldUnits.map(textKey);
  const newTexts = newUnits.map(textKey);
  for (const [index, { id }] of oldUnits.entries()) {
    const same = newById.get(id);
    if (same !== undefined && newTexts[same] === oldTexts[index]) pair(pairs, index, same);
  }
  for (const [index, text] of oldTexts.entries()) {
    if (pairs.newByOld.has(index) || countHolding(oldTexts, text) > 1) continue;
    const now = newTexts.indexOf(text);
    if (now !== -1 && countHolding(newTexts, text) === 1) pair(pairs, index, now);
  }
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
  const isClear = (one: (typeof all)[number]): boolean =>
    one.likeness >= MIN_LIKENESS &&
    one.common >= MIN_COMMON &&
    all.every(
      (other) =>
        other === one ||
        (other.old !== one.old && other.now !== one.now) ||
        other.likeness <= one.likeness - MARGIN,
    );
  /** Nearly all of it stands under the same id: it may have been joined with something larger. */
  const isWhole = (one: (typeof all)[number]): boolean =>
    one.isSameId && one.share >= WHOLE_SHARE && one.common >= MIN_COMMON;
  /** Another new unit holds far more of the old one than that of the same id. */
  const isOutdone = (one: (typeof all)[number]): boolean =>
    all.some(
      (other) =>
        other.old === one.old &&
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

function listOpen(units: readonly Unit[], paired: ReadonlyMap<number, number>): OpenUnit[] {
  return units.flatMap((unit, index) => (paired.has(index) ? [] : [{ unit, index, ...countWords(unit) }]));
}

interface OpenUnit extends WordCounts {
  readonly unit: Unit;
  readonly index: number;
}

interface WordCounts {
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
}

function countWords({ segments }: Unit): WordCounts {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [language, text] of Object.entries(segments)) {
    for (const token of tokenize(text)) {
      const key = `${language} ${token.text}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      total += 1;
    }
  }
  return { total, counts };
}

/** Dice's coefficient of two bags of words, and the share of the smaller that is in the larger. */
function compareWords(
  a: WordCounts,
  b: WordCounts,
): { readonly common: number; readonly likeness: number; readonly share: number } {
  let common = 0;
  for (const [key, count] of a.counts) common += Math.min(count, b.counts.get(key) ?? 0);
  const smaller = Math.min(a.total, b.total);
  return {
    common,
    likeness: a.total + b.total === 0 ? 1 : (2 * common) / (a.total + b.total),
    share: smaller === 0 ? 1 : common / smaller,
  };
}

/**
 * What to compare to find the words of an old unit: the unit and its new form with the unpaired units around either, which
 * may have been parted from it or joined to it; for a unit without a new form what stands between its paired neighbours.
 */
export function groupAround(pairs: UnitPairs, oldIndex: number): UnitGroup {
  const { newByOld, oldByNew, oldUnits, newUnits } = pairs;
  const isOldPaired = (index: number): boolean => newByOld.has(index);
  const isNewPaired = (index: number): boolean => oldByNew.has(index);
  const newIndex = newByOld.get(oldIndex);
  if (newIndex !== undefined) {
    return {
      oldIndices: reachOut(oldIndex, oldUnits.length, isOldPaired),
      newIndices: reachOut(newIndex, newUnits.length, isNewPaired),
    };
  }
  const oldIndices = reachOut(oldIndex, oldUnits.length, isOldPaired);
  const before = (oldIndices[0] ?? 0) - 1;
  const after = (oldIndices.at(-1) ?? 0) + 1;
  const first = newByOld.get(before) ?? -1;
  const last =
    newByOld.get(after) ?? (newByOld.size === 0 || after >= oldUnits.length ? newUnits.length : first + 1);
  const between = listRange(Math.max(0, first), Math.min(newUnits.length - 1, last));
  const isBetween = between.every((index) => index === first || index === last || !isNewPaired(index));
  return {
    oldIndices: [before, ...oldIndices, after].filter((index) => index >= 0 && index < oldUnits.length),
    newIndices: isBetween
      ? between
      : reachOut(first, newUnits.length, isNewPaired).filter((index) => index >= 0),
  };
}

/** An index and the unpaired ones on both sides of it, without a break. */
function reachOut(index: number, length: number, isPaired: (index: number) => boolean): number[] {
  let first = index;
  while (first > 0 && !isPaired(first - 1)) first -= 1;
  let last = index;
  while (last + 1 < length && !isPaired(last + 1)) last += 1;
  return listRange(first, last);
}

function listRange(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

/** The text of a unit in all its editions. */
function textKey({ segments }: Unit): string {
  return Object.entries(segments)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([, text]) => text)
    .join('\n');
}
