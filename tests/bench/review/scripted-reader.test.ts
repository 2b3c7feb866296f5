import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { BeadPlaces } from '../align/score-alignment.ts';
import { listGoldRows } from './gold-rows.ts';
import { countRows } from './measure-review.ts';
import { LANGUAGES } from './open-review.ts';
import { listBeads } from './row-borders.ts';
import { beadsOf, openBeads, placesOf, type Shape } from './sample-review.ts';
import { playReview } from './scripted-reader.ts';

const goldOf = (beads: readonly BeadPlaces[], size: number) =>
  listGoldRows(beads, { source: size, target: size });

const ONE_BY_ONE = placesOf(beadsOf([1, 1], [1, 1], [1, 1]));

describe('a reader', () => {
  test('does nothing where nothing is doubtful, and leaves wrong what is not called doubtful', () => {
    const review = playReview(openBeads([1, 2], [2, 1]), goldOf(ONE_BY_ONE, 3));
    expect(review).toMatchObject({ keyCount: 0, rowsLookedAt: 0 });
    expect(countRows(review.state, goldOf(ONE_BY_ONE, 3)).wrong).toBe(2);
  });

  test('accepts what is right: a key to go there, a key to accept, and reading of that row alone', () => {
    const review = playReview(openBeads([1, 1], [1, 1, 0], [1, 1]), goldOf(ONE_BY_ONE, 3));
    expect(review).toMatchObject({ keyCount: 2, rowsLookedAt: 1 });
    expect(review.effort).toEqual({ strokes: 2, decisions: 1, chineseCharacters: 1, englishWords: 2 });
  });

  test('mends what is wrong together with the rows that are wrong with it', () => {
    const review = playReview(openBeads([1, 2, 0], [1, 0], [1, 1]), goldOf(ONE_BY_ONE, 3));
    expect(listBeads(review.state.edit.text.rows, LANGUAGES)).toEqual(ONE_BY_ONE);
    // To the second English sentence, and down with it: a chord is two strokes.
    expect(review).toMatchObject({ keyCount: 3, rowsLookedAt: 2 });
    expect(review.effort).toMatchObject({ strokes: 4, decisions: 1 });
  });

  test('puts what crosses into one row, and comes to an end', () => {
    const crossing: readonly BeadPlaces[] = [
      [[0], [0]],
      [[1], [2]],
      [[2], [1]],
    ];
    const review = playReview(openBeads([1, 1, 0], [1, 1, 0], [1, 1, 0]), goldOf(crossing, 3));
    expect(listBeads(review.state.edit.text.rows, LANGUAGES)).toEqual(placesOf(beadsOf([1, 1], [2, 2])));
    expect(review.givenUp).toBe(0);
  });
});

/** Texts of five sentences a side, divided into beads in any way. */
const division = fc
  .tuple(fc.subarray([1, 2, 3, 4]), fc.subarray([1, 2, 3, 4]))
  .map(([sources, targets]): readonly Shape[] => {
    const count = Math.min(sources.length, targets.length);
    const sizes = (cuts: readonly number[]): readonly number[] =>
      [...cuts.slice(0, count), 5].map((cut, index) => cut - (index === 0 ? 0 : (cuts[index - 1] ?? 0)));
    const targetSizes = sizes(targets);
    return sizes(sources).map((size, index) => [size, targetSizes[index] ?? 0, 0]);
  });

property.prop([division, division], { numRuns: 40 })(
  'whatever the rows are and ought to be, all are right after a review of all',
  (rows, wanted) => {
    const gold = goldOf(placesOf(beadsOf(...wanted)), 5);
    const review = playReview(openBeads(...rows), gold);
    expect(review.givenUp).toBe(0);
    expect(countRows(review.state, gold)).toMatchObject({ wrong: 0, doubtful: 0 });
  },
);
