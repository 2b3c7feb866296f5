import { describe, expect, test } from 'vitest';
import { NO_FILTER, type AnnotationFilter } from '../../../../core/annotation/filter-annotations.ts';
import {
  INITIAL_NOTES_SCREEN,
  reduceNotesScreen,
  type NotesScreenAction,
} from '../../../../renderer/features/notes/notes-screen-state.ts';

describe('reduceNotesScreen', () => {
  const choices: [NotesScreenAction, Partial<AnnotationFilter>][] = [
    [{ type: 'kinds-chosen', kinds: ['question'] }, { kinds: ['question'] }],
    [{ type: 'open-questions-chosen', isOpenQuestion: true }, { isOpenQuestion: true }],
    [{ type: 'colors-chosen', colors: ['red', 'blue'] }, { colors: ['red', 'blue'] }],
    [{ type: 'tags-chosen', tags: ['class'] }, { tags: ['class'] }],
    [{ type: 'text-typed', text: '主权' }, { text: '主权' }],
  ];
  test.each(choices)('takes a choice into the filter: %o', (action, part) => {
    expect(reduceNotesScreen(INITIAL_NOTES_SCREEN, action)).toEqual({
      ...INITIAL_NOTES_SCREEN,
      filter: { ...NO_FILTER, ...part },
    });
  });

  test('combines choices, and clears them all at once without touching the order', () => {
    const actions: NotesScreenAction[] = [
      { type: 'order-chosen', order: 'time' },
      { type: 'kinds-chosen', kinds: ['note', 'question'] },
      { type: 'text-typed', text: '主权' },
    ];
    const state = actions.reduce(reduceNotesScreen, INITIAL_NOTES_SCREEN);
    expect(state).toEqual({
      order: 'time',
      filter: { ...NO_FILTER, kinds: ['note', 'question'], text: '主权' },
    });
    expect(reduceNotesScreen(state, { type: 'filter-cleared' })).toEqual({
      order: 'time',
      filter: NO_FILTER,
    });
  });
});
