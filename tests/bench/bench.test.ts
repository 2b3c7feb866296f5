import { expect, test } from 'vitest';
import { judge, unmeasured } from './bench.ts';

const samples = [10, 20, 60];

test('a budget is held against the value it is on', () => {
  expect(judge('x', 'ms', { limit: 50, on: 'p50' }, samples, '').isMet).toBe(true);
  expect(judge('x', 'ms', { limit: 50, on: 'max' }, samples, '').isMet).toBe(false);
  expect(judge('x', 'ms', { limit: 60, on: 'max' }, samples, '').isMet).toBe(true);
});

test('what has no budget or was not measured is neither met nor missed', () => {
  expect(judge('x', 'ms', null, samples, '').isMet).toBeNull();
  expect(unmeasured('x', 'MB', { limit: 250, on: 'p50' }, 'not here').isMet).toBeNull();
});
