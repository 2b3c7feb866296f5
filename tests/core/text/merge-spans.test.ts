import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { mergeSpans } from '../../../core/text/merge-spans.ts';
import { spansOverlap, type TextSpan } from '../../../core/text/text-span.ts';

const span = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]): TextSpan => ({ start, end: start + length }));

function unitsOf(spans: readonly TextSpan[]): readonly number[] {
  const covered = spans.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, index) => start + index),
  );
  return [...new Set(covered)].toSorted((a, b) => a - b);
}

describe('mergeSpans', () => {
  test('joins what overlaps and leaves apart what only touches', () => {
    const merged = mergeSpans([
      { start: 4, end: 6 },
      { start: 0, end: 2 },
      { start: 1, end: 3 },
      { start: 3, end: 4 },
    ]);
    expect(merged).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 4 },
      { start: 4, end: 6 },
    ]);
  });

  test.prop([fc.array(span)])('covers the same code units, in order and without overlaps', (spans) => {
    const merged = mergeSpans(spans);
    expect(unitsOf(merged)).toEqual(unitsOf(spans));
    merged.slice(1).forEach((next, index) => {
      const previous = merged[index];
      expect(previous !== undefined && previous.start < next.start && !spansOverlap(previous, next)).toBe(
        true,
      );
    });
  });
});
