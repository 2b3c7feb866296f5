import type { Unit } from '../text/work.ts';
import { MIN_COMMON, MIN_LIKENESS, WHOLE_SHARE, type UnitPairs } from './pair-units.ts';
import { reachOut } from './reach-out.ts';
import { compareWords, countWordsOf } from './word-counts.ts';

/** Stretches of the two texts that correspond, as indices of units in their order. */
export interface UnitGroup {
  readonly oldIndices: readonly number[];
  readonly newIndices: readonly number[];
}

/**
 * What to compare to find the words of an old unit: the unit and its neighbours that have changed, up to the next that
 * have not, with the new units between the same ones and those that carry the ids of the old.
 */
export function groupAround(pairs: UnitPairs, oldIndex: number): UnitGroup {
  const { equalByOld, oldUnits, newUnits } = pairs;
  const equalNew = new Set(equalByOld.values());
  const isOldEqual = (index: number): boolean => equalByOld.has(index);
  const isNewEqual = (index: number): boolean => equalNew.has(index);
  const oldIndices = reachOut(oldIndex, oldUnits.length, isOldEqual);
  const first = (oldIndices[0] ?? 0) - 1;
  const last = (oldIndices.at(-1) ?? 0) + 1;
  const ids = new Set(oldIndices.map((index) => oldUnits[index]?.id));
  const seeds = [
    first < 0 ? 0 : (equalByOld.get(first) ?? -1) + 1,
    last >= oldUnits.length ? newUnits.length - 1 : (equalByOld.get(last) ?? 0) - 1,
    ...(pairs.areIdsTrusted ? newUnits.flatMap(({ id }, index) => (ids.has(id) ? [index] : [])) : []),
  ].filter((index) => index >= 0 && index < newUnits.length && !isNewEqual(index));
  const newIndices = new Set(seeds.flatMap((index) => reachOut(index, newUnits.length, isNewEqual)));
  return { oldIndices, newIndices: sortByOrigin(pairs, oldIndices, [...newIndices]) };
}

/**
 * New units in the order of the old ones that they came from, for a unit that was moved. Where those that kept their ids are
 * in order none was, and all stand where they belong.
 */
function sortByOrigin(
  { areIdsTrusted, oldUnits, newUnits }: UnitPairs,
  oldIndices: readonly number[],
  newIndices: readonly number[],
): readonly number[] {
  const sorted = newIndices.toSorted((a, b) => a - b);
  if (!areIdsTrusted || sorted.length < 2) return sorted;
  const origins = new Map(oldIndices.map((index) => [oldUnits[index]?.id, index]));
  const known = sorted.flatMap((index) => origins.get(newUnits[index]?.id) ?? []);
  if (known.every((origin, place) => origin >= (known[place - 1] ?? origin))) return sorted;
  const counted = oldIndices.map((index) => ({ index, words: countWordsOf(oldUnits[index]) }));
  /** A first unit without the id of one of the old ones stands with that which it has most words of, or with what follows. */
  const findOrigin = (unit: Unit | undefined, next: number | undefined): number | undefined => {
    const words = countWordsOf(unit);
    const shares = counted.map((old) => ({ index: old.index, ...compareWords(old.words, words) }));
    const [best] = shares.toSorted(
      (a, b) => b.common - a.common || Number(b.index === next) - Number(a.index === next),
    );
    return best !== undefined && best.share >= MIN_LIKENESS ? best.index : undefined;
  };
  /** Any other stands with what is before it, or with what follows if it has more words of that. */
  const chooseOrigin = (unit: Unit | undefined, before: number, next: number | undefined): number => {
    const words = countWordsOf(unit);
    const [own = 0, other = 0] = [before, next].map((index) => {
      const old = counted.find((one) => one.index === index);
      return old === undefined ? 0 : compareWords(old.words, words).common;
    });
    return next !== undefined && other > own ? next : before;
  };
  const newIds = new Set(newUnits.map(({ id }) => id));
  const gone = counted.filter(({ index }) => !newIds.has(oldUnits[index]?.id ?? ''));
  /** A unit with the id of an old one stands where that stood, or the one that was joined to it if it begins with that. */
  const originOf = (unit: Unit | undefined): number | undefined => {
    const own = origins.get(unit?.id);
    if (own === undefined || gone.length === 0) return own;
    const words = countWordsOf(unit);
    const joined = gone.filter(({ words: old }) => {
      const { common } = compareWords(old, words);
      return common >= MIN_COMMON && common >= WHOLE_SHARE * old.total;
    });
    const start = countWordsOf(unit, MIN_COMMON);
    const startOf = (index: number): number =>
      compareWords(countWordsOf(oldUnits[index], MIN_COMMON), start).common;
    const [first = own] = [own, ...joined.map(({ index }) => index)].toSorted(
      (x, y) => startOf(y) - startOf(x),
    );
    return first;
  };
  let latest = -1;
  return sorted
    .map((index, place) => {
      const unit = newUnits[index];
      const following = sorted.slice(place).flatMap((later) => origins.get(newUnits[later]?.id) ?? []);
      const [next] = following;
      const known = originOf(unit);
      if (known !== undefined) latest = known;
      else if (latest === -1) latest = findOrigin(unit, next) ?? latest;
      else latest = chooseOrigin(unit, latest, next);
      return { index, origin: latest };
    })
    .toSorted((a, b) => a.origin - b.origin)
    .map(({ index }) => index);
}
