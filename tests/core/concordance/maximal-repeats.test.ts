import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { findMaximalRepeats, type Repeat } from '../../../core/concordance/maximal-repeats.ts';
import { buildSuffixArray, measureCommonPrefixes } from '../../../core/concordance/suffix-array.ts';
import { runToEnd } from '../../../core/steps.ts';

const sequences = fc.array(fc.nat(3), { maxLength: 60 }).map((numbers) => Int32Array.from(numbers));

function compareFrom(sequence: Int32Array, a: number, b: number): number {
  for (let at = 0; ; at += 1) {
    if (a + at >= sequence.length || b + at >= sequence.length) return b - a;
    const difference = (sequence[a + at] ?? 0) - (sequence[b + at] ?? 0);
    if (difference !== 0) return difference;
  }
}

interface Scanned {
  readonly length: number;
  readonly positions: readonly number[];
}

/** By definition: every stretch, its places, and whether it can be made longer without losing one. */
function scanRepeats(sequence: Int32Array, minLength: number, minCount: number): readonly Scanned[] {
  const places = new Map<string, number[]>();
  for (let start = 0; start < sequence.length; start += 1) {
    for (let end = start + 1; end <= sequence.length; end += 1) {
      const key = sequence.slice(start, end).join(' ');
      places.set(key, [...(places.get(key) ?? []), start]);
    }
  }
  return [...places]
    .map(([key, positions]) => ({ length: key.split(' ').length, positions }))
    .filter(({ length, positions }) => {
      const sides = (offset: number) =>
        new Set(positions.map((position) => sequence[position + offset] ?? -1));
      const isExtensible = (offset: number) => sides(offset).size === 1 && !sides(offset).has(-1);
      return (
        length >= minLength && positions.length >= minCount && !isExtensible(-1) && !isExtensible(length)
      );
    });
}

const positionsOf = ({ length, listPositions }: Repeat): Scanned => ({ length, positions: listPositions() });

const describeRepeats = (repeats: readonly Scanned[]) =>
  repeats.map(({ length, positions }) => `${length}: ${positions.join(' ')}`).toSorted();

test('the suffix array has all suffixes in the order of a dictionary', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const wanted = [...sequence.keys()].toSorted((a, b) => compareFrom(sequence, a, b));
      expect([...runToEnd(buildSuffixArray(sequence, 4))]).toEqual(wanted);
    }),
  );
});

test('neighbours in the suffix array share as much as is measured', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const order = runToEnd(buildSuffixArray(sequence, 4));
      const shared = [...order].map((position, place) => {
        const before = order[place - 1];
        if (before === undefined) return 0;
        const [a, b] = [sequence.slice(position), sequence.slice(before)];
        const differs = a.findIndex((number, at) => number !== b[at]);
        return differs === -1 ? a.length : differs;
      });
      expect([...runToEnd(measureCommonPrefixes(sequence, order))]).toEqual(shared);
    }),
  );
});

describe('the maximal repeats of a sequence', () => {
  test('are those the definition gives', () => {
    fc.assert(
      fc.property(
        sequences,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 2, max: 4 }),
        (sequence, minLength, minCount) => {
          const found = runToEnd(findMaximalRepeats(sequence, 4, { minLength, minCount }));
          expect(describeRepeats(found.map(positionsOf))).toEqual(
            describeRepeats(scanRepeats(sequence, minLength, minCount)),
          );
        },
      ),
    );
  });

  test('come the longest first, then the most frequent', () => {
    const text = 'abcd abcd ab ab xy xy xy';
    const sequence = Int32Array.from(text, (letter) => letter.charCodeAt(0));
    const repeats = runToEnd(findMaximalRepeats(sequence, 256, { minLength: 1, minCount: 2 }));
    const keys = repeats.map(({ length, count }) => [length, count] as const);
    expect(keys).toEqual(keys.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]));
  });

  test('of a sequence a hundred thousand long that is one repetition are found in a moment', () => {
    const sequence = Int32Array.from({ length: 100_000 }, (_, index) => index % 10);
    const [longest] = runToEnd(findMaximalRepeats(sequence, 10, { minLength: 50_000, minCount: 2 }));
    expect(longest?.length).toBe(99_990);
  });
});
