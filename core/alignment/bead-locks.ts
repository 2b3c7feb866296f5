import type { Region } from './find-band.ts';

/** What a lock or a bead holds: places of sentences in the two texts. */
interface Places {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** How two texts are aligned around what the reader has fixed. */
export interface LockPlan {
  /**
   * The places that are aligned, in order: all but those that were locked to nothing, for nothing says where in the
   * other text these stand.
   */
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** The stretches between the locks, in places of the two lists; none is empty. */
  readonly regions: readonly Region[];
}

/**
 * Plans an alignment around locks.
 * @throws RangeError when a lock leaves the text, has gaps, holds what another holds, or crosses another.
 */
export function planLocks(sourceLength: number, targetLength: number, locks: readonly Places[]): LockPlan {
  checkPlaces(
    locks.map(({ source }) => source),
    sourceLength,
  );
  checkPlaces(
    locks.map(({ target }) => target),
    targetLength,
  );
  const isUnanswered = (lock: Places): boolean => lock.source.length === 0 || lock.target.length === 0;
  const unanswered = locks.filter(isUnanswered);
  const source = listOthers(
    sourceLength,
    unanswered.flatMap((lock) => lock.source),
  );
  const target = listOthers(
    targetLength,
    unanswered.flatMap((lock) => lock.target),
  );
  const answered = locks.filter((lock) => !isUnanswered(lock));
  return { source, target, regions: divide(source, target, answered) };
}

function divide(
  source: readonly number[],
  target: readonly number[],
  locks: readonly Places[],
): readonly Region[] {
  const sourceRanks = new Map(source.map((place, rank) => [place, rank]));
  const targetRanks = new Map(target.map((place, rank) => [place, rank]));
  const regions: Region[] = [];
  let firstSource = 0;
  let firstTarget = 0;
  const close = (endSource: number, endTarget: number): void => {
    if (endSource < firstSource || endTarget < firstTarget) {
      throw new RangeError('Locked beads must not cross.');
    }
    if (endSource > firstSource || endTarget > firstTarget) {
      regions.push({ firstSource, endSource, firstTarget, endTarget });
    }
  };
  for (const lock of locks.toSorted((a, b) => (a.source[0] ?? 0) - (b.source[0] ?? 0))) {
    const sourceRank = sourceRanks.get(lock.source[0] ?? 0) ?? 0;
    const targetRank = targetRanks.get(lock.target[0] ?? 0) ?? 0;
    close(sourceRank, targetRank);
    firstSource = sourceRank + lock.source.length;
    firstTarget = targetRank + lock.target.length;
  }
  close(source.length, target.length);
  return regions;
}

/** Puts locks between the beads that hold all other places, in the order of both texts. */
export function insertLocks<Bead extends Places>(
  beads: readonly Bead[],
  locks: readonly Bead[],
): readonly Bead[] {
  const bySource = new Map(locks.map((lock) => [lock.source[0], lock]));
  const byTarget = new Map(locks.map((lock) => [lock.target[0], lock]));
  const merged: Bead[] = [];
  let source = 0;
  let target = 0;
  let next = 0;
  const isDue = (bead: Bead | undefined): bead is Bead =>
    bead !== undefined &&
    (bead.source.length === 0 || bead.source[0] === source) &&
    (bead.target.length === 0 || bead.target[0] === target);
  while (merged.length < beads.length + locks.length) {
    const due = [bySource.get(source), byTarget.get(target), beads[next]].find(isDue);
    if (due === undefined) throw new Error('The beads and the locks do not hold all places in order.');
    if (due === beads[next]) next += 1;
    merged.push(due);
    source += due.source.length;
    target += due.target.length;
  }
  return merged;
}

function listOthers(length: number, locked: readonly number[]): readonly number[] {
  const without = new Set(locked);
  return Array.from({ length }, (_, place) => place).filter((place) => !without.has(place));
}

function checkPlaces(stretches: readonly (readonly number[])[], length: number): void {
  const all = stretches.flat();
  const isInText = all.every((place) => Number.isInteger(place) && place >= 0 && place < length);
  const isWhole = stretches.every((places) => places.every((place, at) => place === (places[0] ?? 0) + at));
  if (!isInText || !isWhole) {
    throw new RangeError('A locked bead must hold sentences of the text that follow each other.');
  }
  if (new Set(all).size < all.length) throw new RangeError('Two locked beads hold the same sentence.');
}
