import { expect, test } from 'vitest';
import { findMinimum } from './find-minimum.ts';

test('finds the bottom of a bowl that is steeper on one side', () => {
  const [x = 0, y = 0] = findMinimum(Float64Array.of(0, 0), ([x = 0, y = 0]) => ({
    loss: 50 * (x - 3) ** 2 + 500 * (y + 1) ** 2,
    slope: Float64Array.of(100 * (x - 3), 1000 * (y + 1)),
  }));
  expect(x).toBeCloseTo(3, 1);
  expect(y).toBeCloseTo(-1, 1);
});
