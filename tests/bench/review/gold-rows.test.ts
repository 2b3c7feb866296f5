import { expect, test } from 'vitest';
import type { BeadPlaces } from '../align/score-alignment.ts';
import { listGoldRows } from './gold-rows.ts';

/** The ends of the rows, as pairs. */
function endsOf(
  beads: readonly BeadPlaces[],
  source: number,
  target: number,
): readonly (readonly number[])[] {
  return listGoldRows(beads, { source, target }).ends.map((end) => [end.source, end.target]);
}

test('every bead made by hand is a row', () => {
  const beads: readonly BeadPlaces[] = [
    [[0], [0, 1]],
    [[1, 2], [2]],
  ];
  expect(endsOf(beads, 3, 3)).toEqual([
    [1, 2],
    [3, 3],
  ]);
});

test('what answers nothing has a row of its own, whether it is listed or left out', () => {
  const listed: readonly BeadPlaces[] = [
    [[0], [0]],
    [[], [1]],
    [[1], []],
    [[2], [2]],
  ];
  const expected = [
    [1, 1],
    [2, 1],
    [2, 2],
    [3, 3],
  ];
  expect(endsOf(listed, 3, 3)).toEqual(expected);
  expect(
    endsOf(
      [
        [[0], [0]],
        [[2], [2]],
      ],
      3,
      3,
    ),
  ).toEqual(expected);
});

test('beads that cross stand in one row, and are counted', () => {
  const beads: readonly BeadPlaces[] = [
    [[0], [0]],
    [[1], [2]],
    [[2], [1]],
    [[3], [3]],
  ];
  expect(endsOf(beads, 4, 4)).toEqual([
    [1, 1],
    [3, 3],
    [4, 4],
  ]);
  expect(listGoldRows(beads, { source: 4, target: 4 }).crossingCount).toBe(2);
});

test('a bead that stands around another holds it', () => {
  const beads: readonly BeadPlaces[] = [
    [[0, 2], [0]],
    [[1], [1]],
  ];
  expect(endsOf(beads, 3, 2)).toEqual([[3, 2]]);
});
