import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import { EMPTY_NOTEBOOK } from '../../../../core/annotation/notebook.ts';
import {
  openNotebook,
  reduceNotebook,
  type NotebookAction,
  type NotebookState,
} from '../../../../renderer/features/notes/notebook-state.ts';
import { makeAnnotation } from './make-annotation.ts';

const START = Date.UTC(2026, 0, 1);
const note = makeAnnotation('a', { kind: 'note' });

function play(...actions: readonly NotebookAction[]): NotebookState {
  return actions.reduce(reduceNotebook, openNotebook(EMPTY_NOTEBOOK));
}

function create(annotation: Annotation, after = 0): NotebookAction {
  return { type: 'created', annotation, time: START + after };
}

function type(body: string, after: number, id = note.id): NotebookAction {
  return { type: 'changed', id, patch: { body }, time: START + after };
}

const endEdit: NotebookAction = { type: 'edit-ended', id: note.id, time: START };
const undo: NotebookAction = { type: 'undone' };
const redo: NotebookAction = { type: 'redone' };
const bodyOf = (state: NotebookState) => state.notebook.annotations[0]?.body;
const labels = (state: NotebookState) => state.history.past.map(({ label }) => label);

describe('reduceNotebook: changing', () => {
  test('stamps a changed annotation with the time of the change, and leaves its creation', () => {
    const state = play(create(note), type('b', 5000));
    expect(state.notebook.annotations[0]).toEqual({
      ...note,
      body: 'b',
      modified: '2026-01-01T00:00:05.000Z',
    });
  });

  test.each([
    ['body', { body: 'x' }, 'edit'],
    ['tags', { tags: ['x'] }, 'tag'],
    ['colour', { color: 'red' }, 'color'],
    ['answer', { isAnswered: true }, 'answer'],
    ['kind', { kind: 'question', color: 'red' }, 'kind'],
    ['targets', { targets: [...note.targets, ...note.targets] }, 'counterpart'],
  ] as const)('names a change of the %s', (_part, patch, label) => {
    const state = play(create(note), { type: 'changed', id: note.id, patch, time: START });
    expect(labels(state)).toEqual(['create', label]);
  });

  test.each([
    [
      'a patch that changes nothing',
      { type: 'changed', id: note.id, patch: { body: '', tags: [] }, time: 1 },
    ],
    ['a patch of an unknown annotation', { type: 'changed', id: 'gone', patch: { body: 'x' }, time: 1 }],
    ['deleting an unknown annotation', { type: 'deleted', id: 'gone', time: 1 }],
    ['progress that is already so', { type: 'progress-set', unit: 'u', progress: 'unread', time: 1 }],
    ['ending no edit', endEdit],
    ['redoing nothing', redo],
    ['dismissing no deletion', { type: 'deletion-dismissed' }],
  ] satisfies [string, NotebookAction][])('keeps the very same state on %s', (_title, action) => {
    const state = play(create(note), endEdit);
    expect(reduceNotebook(state, action)).toBe(state);
  });
});

describe('reduceNotebook: undoing typed text', () => {
  test('takes back in one step what was typed without a pause', () => {
    const state = play(create(note), type('a', 1000), type('ab', 1700), type('abc', 2500), undo);
    expect(bodyOf(state)).toBe('');
    expect(bodyOf(reduceNotebook(state, redo))).toBe('abc');
  });

  test('takes back apart what was typed after a pause of more than 800 ms', () => {
    expect(bodyOf(play(create(note), type('a', 0), type('ab', 801), undo))).toBe('a');
  });

  test('takes back apart what was typed after the field was left', () => {
    expect(bodyOf(play(create(note), type('a', 0), endEdit, type('ab', 10), undo))).toBe('a');
  });

  test('takes back apart what was typed into another note', () => {
    const other = makeAnnotation('b');
    const state = play(create(note), create(other), type('a', 10), type('x', 20, other.id), undo);
    expect(state.notebook.annotations.map(({ body }) => body)).toEqual(['a', '']);
  });

  test('takes back apart what was typed after an undo', () => {
    const state = play(create(note), type('a', 0), type('ab', 2000), undo, type('ac', 2100), undo);
    expect(bodyOf(state)).toBe('a');
  });

  test('forgets what could be redone when something new is done', () => {
    const state = play(create(note), type('a', 0), undo, type('b', 10), redo);
    expect(bodyOf(state)).toBe('b');
  });
});

describe('reduceNotebook: deleting', () => {
  test('offers to undo a deletion until the next change', () => {
    const state = play(create(note), type('a', 0), { type: 'deleted', id: note.id, time: START });
    expect(state.deleted?.body).toBe('a');
    expect(reduceNotebook(state, create(makeAnnotation('b'))).deleted).toBeUndefined();
    expect(reduceNotebook(state, { type: 'deletion-dismissed' }).deleted).toBeUndefined();
  });

  test('brings a deleted annotation back as it was', () => {
    const state = play(create(note), { type: 'deleted', id: note.id, time: START }, undo);
    expect(state.notebook.annotations).toEqual([note]);
    expect(state.deleted).toBeUndefined();
  });

  test('leaves no trace of an annotation that was begun and given up at once', () => {
    const state = play(create(note), endEdit);
    expect(state.notebook).toEqual(EMPTY_NOTEBOOK);
    expect([state.history.past, state.deleted]).toEqual([[], undefined]);
    expect(state.outbox.entries.map(({ change }) => change.type)).toEqual(['annotation-erased']);
  });
});

describe('reduceNotebook: writing that ends', () => {
  test('makes a highlight of a note whose text was taken away', () => {
    const state = play(create(note), type('a', 1000), type('', 3000), endEdit);
    expect(state.notebook.annotations[0]).toMatchObject({ kind: 'highlight', body: '' });
    expect(labels(state)).toEqual(['create', 'edit', 'edit', 'kind']);
  });

  test('can take back that an empty note went, if something was done since it was made', () => {
    const state = play(
      create(note),
      { type: 'progress-set', unit: 'u', progress: 'read', time: START },
      endEdit,
    );
    expect(labels(state)).toEqual(['create', 'progress', 'delete']);
    expect(reduceNotebook(state, undo).notebook.annotations).toEqual([note]);
  });

  test('leaves a note that was written as it is', () => {
    const state = play(create(note), type('a', 1000));
    expect(reduceNotebook(state, endEdit).notebook).toBe(state.notebook);
  });
});

describe('reduceNotebook: any history', () => {
  const ids = ['a', 'b', 'c'];
  const time = fc.integer({ min: START, max: START + 5000 });
  const action: fc.Arbitrary<NotebookAction> = fc.oneof(
    fc.record({
      type: fc.constant('created' as const),
      annotation: fc.integer({ min: 0, max: 1e9 }).map((n) => makeAnnotation(`n${n}`)),
      time,
    }),
    fc.record({
      type: fc.constant('changed' as const),
      id: fc.constantFrom(...ids.map((id) => makeAnnotation(id).id)),
      patch: fc.oneof(
        fc.record({ body: fc.string({ maxLength: 3 }) }),
        fc.record({ color: fc.constantFrom('red' as const, 'blue' as const) }),
        fc.record({ tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }) }),
      ),
      time,
    }),
    fc.record({
      type: fc.constant('deleted' as const),
      id: fc.constantFrom(...ids.map((id) => makeAnnotation(id).id)),
      time,
    }),
    fc.record({
      type: fc.constant('progress-set' as const),
      unit: fc.constantFrom('u', 'v'),
      progress: fc.constantFrom('unread' as const, 'read' as const, 'understood' as const),
      time,
    }),
    fc.constant<NotebookAction>(endEdit),
  );
  const byId = ({ notebook }: NotebookState) => ({
    annotations: [...notebook.annotations].sort((a, b) => (a.id < b.id ? -1 : 1)),
    progress: notebook.progress,
  });
  const start = openNotebook({
    annotations: ids.map((id) => makeAnnotation(id)),
    bin: [],
    progress: { u: 'in-work' },
  });

  test.prop([fc.array(action, { maxLength: 30 })])(
    'is undone to the beginning and redone to the end',
    (actions) => {
      const end = actions.reduce(reduceNotebook, start);
      const steps = end.history.past.length;
      const undone = Array.from({ length: steps }, () => undo).reduce(reduceNotebook, end);
      expect(byId(undone)).toEqual(byId(start));
      const redone = Array.from({ length: steps }, () => redo).reduce(reduceNotebook, undone);
      expect(byId(redone)).toEqual(byId(end));
    },
  );
});
