import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { placeAnnotations } from '../../../../core/annotation/place-annotations.ts';
import { composeGroups } from '../../../../renderer/features/search/result-groups.ts';
import { findStep, listStops } from '../../../../renderer/features/search/hit-stops.ts';
import { annotations, placed, places, positions, search, work } from './sample-search.ts';

const results = search('安全');
const stops = listStops(results, work, positions, placed);

describe('the places next and previous go through', () => {
  it('are every hit of the text in its order, then the notes and tags of each unit', () => {
    expect(stops.map(({ target, nth }) => [target.unit, target.span?.start, nth])).toEqual([
      ['u1', 2, 0],
      ['u2', 0, 0],
      ['u2', 3, 1],
      ['u3', 0, 0],
      ['u3', 0, 0],
      ['u3', undefined, 0],
    ]);
    expect(stops.slice(3).map(({ target }) => target.annotationId)).toEqual([
      annotations[0]?.id,
      annotations[0]?.id,
      annotations[1]?.id,
    ]);
  });

  it('belong to the lines of the results', () => {
    const lines = composeGroups(results, 'text', 10, work, positions, places, placed).flatMap(
      (group) => group.lines,
    );
    const keys = new Set(lines.map(({ key }) => key));
    expect(stops.every(({ lineKey }) => keys.has(lineKey))).toBe(true);
  });

  it('leave out a note that was deleted since', () => {
    expect(listStops(results, work, positions, placeAnnotations(work, []))).toHaveLength(3);
  });
});

describe('a step', () => {
  it.each([
    ["begins at the reader's place", undefined, 1, 1, { index: 1, isWrapped: false }],
    ["begins backwards at the reader's place", undefined, -1, 1, { index: 2, isWrapped: false }],
    ['goes on from where the last one led', 1, 1, 0, { index: 2, isWrapped: false }],
    ['goes back', 1, -1, 0, { index: 0, isWrapped: false }],
    ['leads from the last to the first', 5, 1, 0, { index: 0, isWrapped: true }],
    ['leads from the first to the last', 0, -1, 0, { index: 5, isWrapped: true }],
  ] as const)('%s', (_name, from, by, place, step) => {
    expect(findStep(stops, from, by, place, positions)).toEqual(step);
  });

  it("begins anew where nothing follows the reader's place", () => {
    expect(findStep(stops.slice(0, 1), undefined, 1, 2, positions)).toEqual({ index: 0, isWrapped: true });
    expect(findStep(stops.slice(3), undefined, -1, 0, positions)).toEqual({ index: 2, isWrapped: true });
  });

  it('leads nowhere where nothing was found', () => {
    expect(findStep([], undefined, 1, 0, positions)).toBeUndefined();
  });

  test.prop([fc.nat(2), fc.constantFrom(1 as const, -1 as const)])(
    'after as many as there are has come by each of them once, and past an end once',
    (place, by) => {
      const seen: number[] = [];
      let wraps = 0;
      let at: number | undefined;
      for (let count = 0; count < stops.length; count += 1) {
        const step = findStep(stops, at, by, place, positions);
        at = step?.index ?? -1;
        seen.push(at);
        wraps += step?.isWrapped === true ? 1 : 0;
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(stops.map((_, index) => index));
      expect(wraps).toBeLessThanOrEqual(1);
    },
  );
});
