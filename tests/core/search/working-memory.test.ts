import { expect, test } from 'vitest';
import { WorkingMemory } from '../../../core/search/working-memory.ts';

test('lists do not overlap, and are no longer than asked for', () => {
  const memory = new WorkingMemory(10);
  const first = memory.takeUnits(4).fill(1);
  const second = memory.takeUnits(6).fill(2);
  expect([...first, ...second]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
  expect(memory.takeScores(3)).toHaveLength(3);
});

test('what does not fit has memory of its own', () => {
  const memory = new WorkingMemory(3);
  const inside = memory.takeUnits(2).fill(1);
  const outside = memory.takeUnits(5).fill(2);
  expect(Array.from(inside)).toEqual([1, 1]);
  expect(Array.from(outside)).toEqual([2, 2, 2, 2, 2]);
  expect(memory.takeScores(5)).toHaveLength(5);
});

test('all of it can be taken again once it was cleared', () => {
  const memory = new WorkingMemory(3);
  const before = memory.takeUnits(3).fill(7);
  memory.clear();
  expect(memory.takeUnits(3).buffer).toBe(before.buffer);
});
