import { describe, expect, it } from 'vitest';
import {
  canGoBack,
  canGoForward,
  openReader,
  reduceReader,
  type ReaderAction,
} from '../../../../renderer/features/reader/reader-state.ts';

function follow(...actions: readonly ReaderAction[]) {
  return actions.reduce(reduceReader, openReader('a', 'en'));
}

describe('the way through a text', () => {
  it('keeps the places that jumps left, not those of single steps', () => {
    const state = follow(
      { type: 'jumped', unit: 'b' },
      { type: 'moved', unit: 'c' },
      { type: 'jumped', unit: 'd' },
    );
    expect(state).toMatchObject({ unit: 'd', back: ['a', 'c'] });
  });

  it('goes back and forward again', () => {
    const back = follow({ type: 'jumped', unit: 'b' }, { type: 'went-back' });
    expect(back.unit).toBe('a');
    expect(canGoForward(back)).toBe(true);
    const again = reduceReader(back, { type: 'went-forward' });
    expect(again.unit).toBe('b');
    expect(canGoForward(again)).toBe(false);
    expect(canGoBack(again)).toBe(true);
  });

  it('forgets the way forward after a new jump', () => {
    const state = follow({ type: 'jumped', unit: 'b' }, { type: 'went-back' }, { type: 'jumped', unit: 'c' });
    expect(canGoForward(state)).toBe(false);
  });

  it('stays where it is when there is no way back', () => {
    expect(follow({ type: 'went-back' })).toEqual(openReader('a', 'en'));
  });

  it('does not count a jump to the same place', () => {
    expect(canGoBack(follow({ type: 'jumped', unit: 'a' }))).toBe(false);
  });

  it('opens and closes remarks', () => {
    expect(follow({ type: 'remarks-toggled', unit: 'b' }).remarksOf).toBe('b');
    expect(
      follow({ type: 'remarks-toggled', unit: 'b' }, { type: 'remarks-toggled', unit: 'b' }).remarksOf,
    ).toBe(undefined);
  });
});
