import { expect, test } from 'vitest';
import type { AlignmentState } from '../../../renderer/features/alignment/alignment-state.ts';
import { press } from './editor-keys.ts';
import { listGoldRows } from './gold-rows.ts';
import { LANGUAGES } from './open-review.ts';
import { planMending } from './plan-mending.ts';
import { listBeads, listStretches } from './row-borders.ts';
import { beadsOf, openBeads, placesOf, type Shape } from './sample-review.ts';

/** Plans for a text that is one stretch, from its beginning. */
function plan(state: AlignmentState, ...wanted: readonly Shape[]) {
  const gold = placesOf(beadsOf(...wanted));
  const count = (side: 0 | 1): number => wanted.reduce((sum, shape) => sum + shape[side], 0);
  const rows = listGoldRows(gold, { source: count(0), target: count(1) });
  const [stretch, ...others] = listStretches(state.edit.text.rows, LANGUAGES, rows);
  if (stretch === undefined || others.length > 0) throw new Error('Not one stretch.');
  const keys = planMending(state, stretch) ?? [];
  return {
    keys: keys.map(({ name }) => name),
    rows: listBeads(keys.reduce(press, state).edit.text.rows, LANGUAGES),
    gold,
  };
}

test('a sentence that slipped is gone to and moved', () => {
  const { keys, rows, gold } = plan(openBeads([1, 2], [1, 1]), [1, 1], [1, 2]);
  expect(rows).toEqual(gold);
  expect(keys).toEqual(['ArrowRight', 'ArrowDown', 'Alt+ArrowDown']);
});

test('rows that belong together are joined with one key', () => {
  const { keys, rows, gold } = plan(openBeads([1, 1], [0, 1]), [1, 2]);
  expect(rows).toEqual(gold);
  expect(keys).toEqual(['j']);
});

test('a row that is two is split where its second part begins', () => {
  const { keys, rows, gold } = plan(openBeads([2, 2]), [1, 1], [1, 1]);
  expect(rows).toEqual(gold);
  expect(keys).toEqual(['ArrowDown', 's']);
});

test('what answers nothing is left alone with one key', () => {
  const { keys, rows, gold } = plan(openBeads([2, 1]), [1, 0], [1, 1]);
  expect(rows).toEqual(gold);
  expect(keys).toEqual(['0']);
});

test('several rows that slipped are all mended', () => {
  const { rows, gold } = plan(openBeads([1, 2], [1, 1], [1, 1], [1, 0]), [1, 1], [1, 1], [1, 1], [1, 1]);
  expect(rows).toEqual(gold);
});
