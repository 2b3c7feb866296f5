import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  findNearestMark,
  joinMarks,
  placeMarks,
} from '../../../../renderer/features/reader/overview-marks.ts';

const PLACES = [
  { unit: 'a', top: 0 },
  { unit: 'b', top: 2_000 },
  { unit: 'c', top: 2_001 },
  { unit: 'd', top: 9_990 },
];
const marks = placeMarks(PLACES, { content: 10_000, view: 500 });

describe('the marks beside the scroll bar', () => {
  it('stand in the strip as their clauses stand in the text', () => {
    expect(marks.map(({ top }) => Math.round(top))).toEqual([0, 100, 100, 500]);
  });

  it('are none while nothing is laid out', () => {
    expect(placeMarks(PLACES, { content: 0, view: 0 })).toEqual([]);
  });

  it('are drawn once where several fall on the same px', () => {
    expect(joinMarks(marks)).toEqual([0, 100, 500]);
  });

  it('are meant by the nearest press', () => {
    expect(findNearestMark(marks, 40)?.unit).toBe('a');
    expect(findNearestMark(marks, 480)?.unit).toBe('d');
    expect(findNearestMark([], 40)).toBeUndefined();
  });

  test.prop([fc.array(fc.nat(50_000), { maxLength: 200 })])(
    'are never more than the strip is high',
    (tops) => {
      const placed = placeMarks(
        tops.map((top) => ({ unit: 'u', top })),
        { content: 50_000, view: 60 },
      );
      expect(joinMarks(placed).length).toBeLessThanOrEqual(61);
    },
  );
});
