import { describe, expect, test } from 'vitest';
import {
  countSelected,
  isSelected,
  NOTHING_SELECTED,
  reduceSelection,
  type SelectionAction,
} from '../../../../renderer/features/notes/note-selection.ts';

const note = (id: string) => ({ id, workId: `work of ${id}` });
const select = (...actions: SelectionAction[]) => actions.reduce(reduceSelection, NOTHING_SELECTED);

describe('the selection of notes', () => {
  test('takes notes in one by one, and lets them go', () => {
    const selection = select(
      { type: 'note-toggled', note: note('a') },
      { type: 'note-toggled', note: note('b') },
      { type: 'note-toggled', note: note('a') },
    );
    expect(selection).toEqual({ type: 'some', notes: new Map([['b', 'work of b']]) });
    expect([isSelected(selection, 'a'), isSelected(selection, 'b')]).toEqual([false, true]);
    expect(countSelected(selection, 100)).toBe(1);
  });

  test('takes in a stretch beside what it has', () => {
    const selection = select(
      { type: 'note-toggled', note: note('a') },
      { type: 'notes-added', notes: [note('a'), note('b'), note('c')] },
    );
    expect(countSelected(selection, 100)).toBe(3);
  });

  test('can hold all notes, also those that were never seen, but some', () => {
    const selection = select({ type: 'all-selected' }, { type: 'note-toggled', note: note('a') });
    expect(isSelected(selection, 'never seen')).toBe(true);
    expect(isSelected(selection, 'a')).toBe(false);
    expect(countSelected(selection, 100_000)).toBe(99_999);
    expect(countSelected(reduceSelection(selection, { type: 'notes-added', notes: [note('a')] }), 100)).toBe(
      100,
    );
    expect(reduceSelection(selection, { type: 'selection-ended' })).toBe(NOTHING_SELECTED);
  });
});
