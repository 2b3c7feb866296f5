import { describe, expect, test } from 'vitest';
import { createCarrier, type WordMove } from '../../../core/text/word-moves.ts';
import { makeUnit } from '../annotation/sample.ts';

const OLD = makeUnit('item-1', '甲乙丙丁', 'Peace and trade.');
const NEW = [makeUnit('item-1', '甲乙', 'Peace'), makeUnit('item-2', '丙丁', ' and trade.')];

function move(start: number, end: number, newUnit: string, newStart: number): WordMove {
  return { language: 'en', unit: 'item-1', start, end, newUnit, newStart };
}

const MOVES = [move(0, 5, 'item-1', 0), move(5, 16, 'item-2', 0)];

describe('words that are followed by known moves', () => {
  const carry = createCarrier({ units: NEW }, MOVES);

  test('are found where they went', () => {
    expect(carry(OLD, 'en', { start: 10, end: 15 })).toEqual({ unit: NEW[1], span: { start: 5, end: 10 } });
  });

  test('are not found where they were torn apart, nor where nobody says anything', () => {
    expect(carry(OLD, 'en', { start: 0, end: 9 })).toBeUndefined();
    expect(carry(OLD, 'zh-Hans', { start: 0, end: 1 })).toBeUndefined();
  });

  test.each([
    ['other words', move(0, 5, 'item-2', 0)],
    ['no unit', move(0, 5, 'item-9', 0)],
    ['beyond the end', move(0, 5, 'item-1', 3)],
  ])('are never put on %s, whatever a move says', (_, wrong) => {
    expect(createCarrier({ units: NEW }, [wrong])(OLD, 'en', { start: 0, end: 5 })).toBeUndefined();
  });
});
