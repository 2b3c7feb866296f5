import { expect, test } from 'vitest';
import { scoreAlignments, type BeadPlaces } from './score-alignment.ts';

const gold: readonly BeadPlaces[] = [
  [[0], [0]],
  [[1], [1, 2]],
  [[2], []],
];

test('the alignment made by hand has full marks', () => {
  expect(scoreAlignments([{ gold, beads: gold }])).toEqual({ strictF1: 1, laxF1: 1 });
});

test('a bead that only touches the right one counts for lax marks', () => {
  const beads: readonly BeadPlaces[] = [
    [[0], [0]],
    [[1], [1]],
    [[], [2]],
    [[2], []],
  ];
  // Precision: strict 2 of 4 and lax 3 of 4, with the beads without an answer; recall: 1 and 2 of 2, without them.
  expect(scoreAlignments([{ gold, beads }])).toEqual({ strictF1: 0.5, laxF1: (2 * 0.75) / 1.75 });
});
