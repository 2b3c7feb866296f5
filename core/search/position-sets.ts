/** Units by position, ascending, with how much each weighs. The shape of the packed index's postings. */
export interface WeighedUnits {
  readonly units: Uint32Array;
  readonly scores: Float64Array;
}

/** Nothing. */
export const NO_UNITS: WeighedUnits = { units: new Uint32Array(0), scores: new Float64Array(0) };

// Where one list is so much longer than the other, looking each member of the short one up beats walking both.
const LOOK_UP_RATIO = 16;

/** The members of both of two ascending lists. */
export function intersectUnits(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a === b) return a;
  const short = a.length <= b.length ? a : b;
  if (short.length === 0) return NO_UNITS.units;
  const long = short === a ? b : a;
  const common = new Uint32Array(short.length);
  let count = 0;
  const isFarLonger = long.length > short.length * LOOK_UP_RATIO;
  let at = 0;
  for (let place = 0; place < short.length; place += 1) {
    const unit = short[place] ?? 0;
    if (isFarLonger) at = findFrom(long, unit, at);
    else while (at < long.length && (long[at] ?? 0) < unit) at += 1;
    if (at >= long.length) break;
    if (long[at] === unit) {
      common[count] = unit;
      count += 1;
    }
  }
  return common.subarray(0, count);
}

/** The members of one ascending list that are not in another. */
export function subtractUnits(units: Uint32Array, without: Uint32Array): Uint32Array {
  if (without.length === 0 || units.length === 0) return units;
  const kept = new Uint32Array(units.length);
  let count = 0;
  let at = 0;
  for (let place = 0; place < units.length; place += 1) {
    const unit = units[place] ?? 0;
    if ((without[at] ?? Infinity) < unit) at = findFrom(without, unit, at);
    if (without[at] === unit) continue;
    kept[count] = unit;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** The members of any of some ascending lists. */
export function uniteUnits(lists: readonly Uint32Array[]): Uint32Array {
  const [first, ...rest] = lists.filter((units) => units.length > 0);
  if (first === undefined) return NO_UNITS.units;
  return rest.reduce((all, units) => mergeTwo(all, null, units, null).units, first);
}

/** What any of the lists has, with the sums of the weights. */
export function uniteWeighed(lists: readonly WeighedUnits[]): WeighedUnits {
  const filled = lists.filter(({ units }) => units.length > 0);
  const [first, ...rest] = filled;
  if (first === undefined) return NO_UNITS;
  return rest.reduce((all, list) => mergeTwo(all.units, all.scores, list.units, list.scores), first);
}

/** What any of the lists has, with the largest of the weights, which must not be less than 0. */
export function uniteBest(lists: readonly WeighedUnits[]): WeighedUnits {
  const units = uniteUnits(lists.map((list) => list.units));
  const scores = new Float64Array(units.length);
  for (const list of lists) {
    let at = 0;
    list.units.forEach((unit, place) => {
      at = findFrom(units, unit, at);
      scores[at] = Math.max(scores[at] ?? 0, list.scores[place] ?? 0);
    });
  }
  return { units, scores };
}

/** The weights of some units, which must all be in the list. Both ascending. */
export function pickUnits(list: WeighedUnits, units: Uint32Array): WeighedUnits {
  if (units.length === list.units.length) return list;
  const scores = new Float64Array(units.length);
  let at = 0;
  const isFarLonger = list.units.length > units.length * LOOK_UP_RATIO;
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] ?? 0;
    if (isFarLonger) at = findFrom(list.units, unit, at);
    else while ((list.units[at] ?? Infinity) < unit) at += 1;
    scores[index] = list.scores[at] ?? 0;
  }
  return { units, scores };
}

/** The weight of one unit; undefined where it is not in the list. */
export function scoreOf({ units, scores }: WeighedUnits, unit: number): number | undefined {
  const at = findBetween(units, unit, 0, units.length);
  return units[at] === unit ? scores[at] : undefined;
}

/** Whether an ascending list has a unit. */
export function hasUnit(units: Uint32Array, unit: number): boolean {
  return units[findBetween(units, unit, 0, units.length)] === unit;
}

/** The first place at `from` or later where an ascending list has `unit` or more: steps that double, then halves. */
export function findFrom(units: Uint32Array, unit: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < units.length && (units[low + step] ?? 0) < unit) {
    low += step;
    step *= 2;
  }
  return findBetween(units, unit, low, Math.min(low + step, units.length));
}

function findBetween(units: Uint32Array, unit: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mergeTwo(
  a: Uint32Array,
  aScores: Float64Array | null,
  b: Uint32Array,
  bScores: Float64Array | null,
): WeighedUnits {
  const units = new Uint32Array(a.length + b.length);
  const scores = new Float64Array(units.length);
  let count = 0;
  let atA = 0;
  let atB = 0;
  while (atA < a.length || atB < b.length) {
    const unitA = a[atA] ?? Infinity;
    const unitB = b[atB] ?? Infinity;
    let score = 0;
    if (unitA <= unitB) {
      score += aScores?.[atA] ?? 0;
      atA += 1;
    }
    if (unitB <= unitA) {
      score += bScores?.[atB] ?? 0;
      atB += 1;
    }
    units[count] = Math.min(unitA, unitB);
    scores[count] = score;
    count += 1;
  }
  return { units: units.subarray(0, count), scores: scores.subarray(0, count) };
}
