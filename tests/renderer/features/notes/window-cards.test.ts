import { describe, expect, it } from 'vitest';
import { windowCards } from '../../../../renderer/features/notes/window-cards.ts';

const CARDS = Array.from({ length: 20 }, (_, index) => index);

const never = () => false;

describe('the cards of a clause', () => {
  it('are all shown where they are few', () => {
    expect(windowCards(CARDS.slice(0, 12), 12, never)).toEqual({
      shown: CARDS.slice(0, 12),
      hiddenCount: 0,
    });
  });

  it('are the first ones where they are many, with the number of the others', () => {
    expect(windowCards(CARDS, 12, never)).toEqual({ shown: CARDS.slice(0, 12), hiddenCount: 8 });
  });

  it('contain the one that is active or written, in its place, wherever it is', () => {
    const { shown, hiddenCount } = windowCards(CARDS, 3, (card) => card === 17 || card === 1);
    expect(shown).toEqual([0, 1, 2, 17]);
    expect(hiddenCount).toBe(16);
  });

  it('are not cut for a single one, whose place the line about it would take', () => {
    expect(windowCards(CARDS.slice(0, 13), 12, never).hiddenCount).toBe(0);
  });
});
