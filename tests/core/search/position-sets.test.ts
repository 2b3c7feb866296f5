import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  hasUnit,
  intersectUnits,
  pickUnits,
  scoreOf,
  subtractUnits,
  uniteBest,
  uniteUnits,
  uniteWeighed,
} from '../../../core/search/position-sets.ts';
import { selectBest } from '../../../core/search/select-best.ts';

// The laws of sets, with the sets of the language as the measure. Long and short lists, since they are walked differently.
const list = fc
  .oneof(fc.uniqueArray(fc.nat(400), { maxLength: 5 }), fc.uniqueArray(fc.nat(400), { maxLength: 300 }))
  .map((units) => Uint32Array.from(units).sort());

const weighed = list.map((units) => ({ units, scores: Float64Array.from(units, (unit) => unit / 2 + 1) }));

/** The lists of {@link weighed} agree on what a unit weighs; these do not. */
const weighedAnyhow = fc
  .tuple(list, fc.infiniteStream(fc.nat(9)))
  .map(([units, weights]) => ({ units, scores: Float64Array.from(units, () => weights.next().value) }));

const ascending = (units: Iterable<number>): number[] => [...units].toSorted((a, b) => a - b);

describe('lists of units', () => {
  test.prop([list, list])('have in common what both have', (a, b) => {
    const second = new Set(b);
    expect([...intersectUnits(a, b)]).toEqual([...a].filter((unit) => second.has(unit)));
  });

  test.prop([list, list])('keep what the other does not have', (a, b) => {
    const second = new Set(b);
    expect([...subtractUnits(a, b)]).toEqual([...a].filter((unit) => !second.has(unit)));
  });

  test.prop([fc.array(list, { maxLength: 4 })])('have together what any has', (lists) => {
    expect([...uniteUnits(lists)]).toEqual(ascending(new Set(lists.flatMap((units) => [...units]))));
  });

  test.prop([fc.array(weighed, { maxLength: 4 })])('weigh together what each weighs', (lists) => {
    const all = uniteWeighed(lists);
    expect([...all.units]).toEqual(ascending(new Set(lists.flatMap(({ units }) => [...units]))));
    for (const unit of all.units) {
      const sum = lists.reduce((weight, one) => weight + (scoreOf(one, unit) ?? 0), 0);
      expect(scoreOf(all, unit)).toBe(sum);
    }
  });

  test.prop([fc.array(weighedAnyhow, { maxLength: 4 })])('weigh at best what one of them weighs', (lists) => {
    const best = uniteBest(lists);
    expect([...best.units]).toEqual(ascending(new Set(lists.flatMap(({ units }) => [...units]))));
    expect([...best.scores]).toEqual(
      [...best.units].map((unit) => Math.max(...lists.map((one) => scoreOf(one, unit) ?? 0))),
    );
  });

  test.prop([weighed, list])('keep the weights of what is picked', (all, wanted) => {
    const units = intersectUnits(all.units, wanted);
    expect([...pickUnits(all, units).scores]).toEqual([...units].map((unit) => scoreOf(all, unit)));
  });

  test.prop([list, fc.nat(400)])('know what they have', (units, unit) => {
    expect(hasUnit(units, unit)).toBe(units.includes(unit));
  });
});

test.prop([fc.array(fc.nat(9), { maxLength: 60 }), fc.nat(70)])(
  'the best are the largest, the earlier of equals first',
  (scores, limit) => {
    const sorted = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    expect(selectBest(Float64Array.from(scores), limit)).toEqual(sorted.slice(0, limit));
  },
);
