/** A value and how it changes with each argument. */
export interface Slope {
  readonly loss: number;
  readonly slope: Float64Array;
}

const MOST_STEPS = 60;
const MEMORY = 8;
/** The search ends when a step gains less. */
const LEAST_GAIN = 0.05;
const FIRST_STEP = 0.002;

/** The minimum of a smooth function from a start, by L-BFGS (Liu and Nocedal, 1989) with halved steps. */
export function findMinimum(start: Float64Array, measure: (at: Float64Array) => Slope): Float64Array {
  let at = start;
  let here = measure(at);
  const moves: { readonly step: Float64Array; readonly change: Float64Array }[] = [];
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const direction = chooseDirection(here.slope, moves);
    const descent = dot(direction, here.slope);
    let size = 1;
    let next = at;
    let there = here;
    do {
      next = combine(at, direction, -size);
      there = measure(next);
      size /= 2;
    } while (there.loss > here.loss - 1e-4 * size * descent && size > 1e-4);
    const gain = here.loss - there.loss;
    if (!(gain > 0)) break;
    const move = { step: combine(next, at, -1), change: combine(there.slope, here.slope, -1) };
    if (dot(move.step, move.change) > 1e-9) moves.push(move);
    if (moves.length > MEMORY) moves.shift();
    at = next;
    here = there;
    if (gain < LEAST_GAIN) break;
  }
  return at;
}

function chooseDirection(
  slope: Float64Array,
  moves: readonly { readonly step: Float64Array; readonly change: Float64Array }[],
): Float64Array {
  let direction = slope;
  const shares: number[] = [];
  for (const { step, change } of moves.toReversed()) {
    const share = dot(step, direction) / dot(step, change);
    shares.unshift(share);
    direction = combine(direction, change, -share);
  }
  const last = moves.at(-1);
  const scale = last === undefined ? FIRST_STEP : dot(last.step, last.change) / dot(last.change, last.change);
  direction = direction.map((value) => value * scale);
  moves.forEach(({ step, change }, index) => {
    const share = (shares[index] ?? 0) - dot(change, direction) / dot(step, change);
    direction = combine(direction, step, share);
  });
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function combine(a: Float64Array, b: Float64Array, factor: number): Float64Array {
  return a.map((value, index) => value + factor * (b[index] ?? 0));
}
