import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { summarize } from './statistics.ts';

test('percentiles are measured values, by nearest rank', () => {
  const samples = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(summarize(samples)).toEqual({ count: 20, min: 1, p50: 10, p95: 19, max: 20, mean: 10.5 });
});

test('of a handful of samples the 95th percentile is the worst', () => {
  expect(summarize([3, 1, 2])).toMatchObject({ p50: 2, p95: 3, max: 3 });
});

test('no sample is a broken bench, not a fast one', () => {
  expect(() => summarize([])).toThrow('nothing to summarize');
});

const sample = fc.double({ noNaN: true, min: 0, max: 1e6 });

test.prop([fc.array(sample, { minLength: 1 })])('the order of the samples does not matter', (samples) => {
  const { mean, ...summary } = summarize(samples);
  const { mean: reversedMean, ...reversed } = summarize(samples.toReversed());
  expect(reversed).toEqual(summary);
  expect(reversedMean).toBeCloseTo(mean, 3);
  expect(summary.min).toBeLessThanOrEqual(summary.p50);
  expect(summary.p50).toBeLessThanOrEqual(summary.p95);
  expect(summary.p95).toBeLessThanOrEqual(summary.max);
  expect(samples).toContain(summary.p95);
});
