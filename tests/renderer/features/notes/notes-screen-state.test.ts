import { describe, expect, test } from 'vitest';
import { NO_FILTER, type AnnotationFilter } from '../../../../core/annotation/filter-annotations.ts';
import {
  INITIAL_NOTES_SCREEN,
  reduceNotesScreen,
  type NotesScreenAction,
} from '../../../../renderer/features/notes/notes-screen-state.ts';

describe('reduceNotesScreen', () => {
  const choices: [NotesScreenAction, Partial<AnnotationFilter>][] = [
    [{ type: 'kind-pressed', kind: 'question' }, { kinds: ['question'] }],
    [{ type: 'color-pressed', color: 'red' }, { colors: ['red'] }],
    [{ type: 'tag-pressed', tag: 'class' }, { tags: ['class'] }],
    [{ type: 'open-questions-pressed' }, { isOpenQuestion: true }],
  ];
  test.each(choices)('takes a choice, and takes it back when it is pressed again: %o', (action, part) => {
    const chosen = reduceNotesScreen(INITIAL_NOTES_SCREEN, action);
    expect(chosen.filter).toEqual({ ...NO_FILTER, ...part });
    expect(reduceNotesScreen(chosen, action)).toEqual(INITIAL_NOTES_SCREEN);
  });

  test('combines choices, and clears them all at once without touching the order', () => {
    const actions: NotesScreenAction[] = [
      { type: 'order-chosen', order: 'time' },
      { type: 'kind-pressed', kind: 'note' },
      { type: 'kind-pressed', kind: 'question' },
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
