import { endStrength, listClauseEnds } from '../structure/sentence-ends.ts';
import { measureText } from '../language/script.ts';

/** How far the length of a part may be from what its counterpart makes expect: as a factor. */
const MOST_UNEVEN = 2.2;

/** What a cut costs whose sign is weaker or stronger than that at the end of its counterpart, in the measure of lengths. */
const COST_OF_OTHER_SIGN = 0.35;

/** A paragraph of more clauses is not cut: choosing takes as many steps as the square of them. */
const MOST_ENDS = 500;

interface Path {
  readonly cost: number;
  readonly cuts: readonly number[];
}

/**
 * Cuts a text into as many parts as there are counterparts, each at a sign of punctuation, so that their lengths agree
 * as well as can be. Undefined where it has no such cuts, or where the parts would be too unlike their counterparts.
 * A sentence of the other language is only answered by a whole clause or sentence.
 */
export function splitToMatch(text: string, counterparts: readonly string[]): readonly string[] | undefined {
  const ends = listClauseEnds(text);
  const count = counterparts.length;
  if (count < 2 || ends.length < count - 1 || ends.length > MOST_ENDS) return undefined;
  const lengths = counterparts.map(measureText);
  const expected = accumulate(lengths);
  const total = expected.at(-1) ?? 0;
  const whole = measureText(text);
  if (total === 0 || whole === 0) return undefined;
  const reached = ends.map((end) => measureText(text.slice(0, end)) / whole);
  const strengths = ends.map((end) => endStrength(text.slice(0, end).trimEnd()));
  let paths: readonly (Path | undefined)[] = ends.map(() => ({ cost: 0, cuts: [] }));
  for (let part = 0; part < count - 1; part += 1) {
    const wanted = endStrength(counterparts[part] ?? '');
    const goal = (expected[part] ?? 0) / total;
    paths = ends.map((end, index): Path | undefined => {
      const best = part === 0 ? { cost: 0, cuts: [] } : cheapest(paths.slice(0, index));
      const strength = strengths[index] ?? 0;
      if (best === undefined || (wanted === 3 && strength < 2)) return undefined;
      const distance = Math.abs((reached[index] ?? 0) - goal) * count;
      const cost =
        best.cost +
        distance ** 2 +
        (strength === wanted ? 0 : COST_OF_OTHER_SIGN * Math.abs(strength - wanted) ** 2 * 0.25);
      return { cost, cuts: [...best.cuts, end] };
    });
  }
  const best = cheapest(paths);
  if (best === undefined) return undefined;
  const parts = [0, ...best.cuts].map((start, index) =>
    text.slice(start, best.cuts[index] ?? text.length).trim(),
  );
  return parts.every((part, index) => isEven(measureText(part) / whole, (lengths[index] ?? 0) / total))
    ? parts
    : undefined;
}

function cheapest(paths: readonly (Path | undefined)[]): Path | undefined {
  let best: Path | undefined;
  for (const path of paths)
    if (path !== undefined && (best === undefined || path.cost < best.cost)) best = path;
  return best;
}

/** Short parts vary more: a twentieth of the whole is allowed on either side. */
function isEven(share: number, expected: number): boolean {
  return share <= expected * MOST_UNEVEN + 0.05 && share >= expected / MOST_UNEVEN - 0.05;
}

function accumulate(values: readonly number[]): readonly number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}
