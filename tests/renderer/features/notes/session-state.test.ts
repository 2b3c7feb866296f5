import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import { EMPTY_NOTEBOOK, type Notebook } from '../../../../core/annotation/notebook.ts';
import {
  EMPTY_SESSION,
  reduceSession,
  type SessionAction,
  type SessionState,
} from '../../../../renderer/features/notes/session-state.ts';
import { makeAnnotation } from './make-annotation.ts';

const WORK = 'work';
const START = Date.UTC(2026, 0, 1);
const note = makeAnnotation('a', { kind: 'note' });

function open(notebook: Notebook, workId = WORK, state = EMPTY_SESSION): SessionState {
  return reduceSession(state, { type: 'opened', workId, notebook });
}

function notebookOf(state: SessionState, workId = WORK): Notebook {
  return state.works.get(workId)?.notebook ?? EMPTY_NOTEBOOK;
}

function play(...actions: readonly SessionAction[]): SessionState {
  return actions.reduce(reduceSession, open(EMPTY_NOTEBOOK));
}

function create(annotation: Annotation, after = 0): SessionAction {
  return { type: 'created', workId: WORK, annotation, time: START + after };
}

function type(body: string, after: number, id = note.id): SessionAction {
  return { type: 'changed', workId: WORK, id, patch: { body }, time: START + after };
}

const endEdit: SessionAction = { type: 'edit-ended', workId: WORK, id: note.id, time: START };
const undo: SessionAction = { type: 'undone' };
const redo: SessionAction = { type: 'redone' };
const bodyOf = (state: SessionState) => notebookOf(state).annotations[0]?.body;
const labels = (state: SessionState) => state.history.past.map(({ label }) => label);

describe('reduceSession: changing', () => {
  test('stamps a changed annotation with the time of the change, and leaves its creation', () => {
    const state = play(create(note), type('b', 5000));
    expect(notebookOf(state).annotations[0]).toEqual({
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
    ['scope', { targets: [], scope: { type: 'work' } }, 'reattach'],
  ] as const)('names a change of the %s', (_part, patch, label) => {
    const state = play(create(note), { type: 'changed', workId: WORK, id: note.id, patch, time: START });
    expect(labels(state)).toEqual(['create', label]);
  });

  test.each([
    [
      'a patch that changes nothing',
      { type: 'changed', workId: WORK, id: note.id, patch: { body: '', tags: [] }, time: 1 },
    ],
    [
      'a patch of an unknown annotation',
      { type: 'changed', workId: WORK, id: 'gone', patch: { body: 'x' }, time: 1 },
    ],
    ['deleting an unknown annotation', { type: 'deleted', workId: WORK, id: 'gone', time: 1 }],
    [
      'progress that is already so',
      { type: 'progress-set', workId: WORK, unit: 'u', progress: 'unread', time: 1 },
    ],
    ['ending no edit', endEdit],
    ['redoing nothing', redo],
    ['dismissing no deletion', { type: 'deletion-dismissed' }],
  ] satisfies [string, SessionAction][])('keeps the very same state on %s', (_title, action) => {
    const state = play(create(note), endEdit);
    expect(reduceSession(state, action)).toBe(state);
  });
});

describe('reduceSession: undoing typed text', () => {
  test('takes back in one step what was typed without a pause', () => {
    const state = play(create(note), type('a', 1000), type('ab', 1700), type('abc', 2500), undo);
    expect(bodyOf(state)).toBe('');
    expect(bodyOf(reduceSession(state, redo))).toBe('abc');
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
    expect(notebookOf(state).annotations.map(({ body }) => body)).toEqual(['a', '']);
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

describe('reduceSession: deleting', () => {
  test('offers to undo a deletion until the next change', () => {
    const state = play(create(note), type('a', 0), {
      type: 'deleted',
      workId: WORK,
      id: note.id,
      time: START,
    });
    expect(state.deleted?.[0]?.body).toBe('a');
    expect(reduceSession(state, create(makeAnnotation('b'))).deleted).toBeUndefined();
    expect(reduceSession(state, { type: 'deletion-dismissed' }).deleted).toBeUndefined();
  });

  test('brings a deleted annotation back as it was', () => {
    const state = play(create(note), { type: 'deleted', workId: WORK, id: note.id, time: START }, undo);
    expect(notebookOf(state).annotations).toEqual([note]);
    expect(state.deleted).toBeUndefined();
  });

  test('leaves no trace of an annotation that was begun and given up at once', () => {
    const state = play(create(note), endEdit);
    expect(notebookOf(state)).toEqual(EMPTY_NOTEBOOK);
    expect([state.history.past, state.deleted]).toEqual([[], undefined]);
    expect(state.works.get(WORK)?.outbox.entries.map(({ change }) => change.type)).toEqual([
      'annotation-erased',
    ]);
  });
});

describe('reduceSession: writing that ends', () => {
  test('makes a highlight of a note whose text was taken away', () => {
    const state = play(create(note), type('a', 1000), type('', 3000), endEdit);
    expect(notebookOf(state).annotations[0]).toMatchObject({ kind: 'highlight', body: '' });
    expect(labels(state)).toEqual(['create', 'edit', 'edit', 'kind']);
  });

  test('can take back that an empty note went, if something was done since it was made', () => {
    const state = play(
      create(note),
      { type: 'progress-set', workId: WORK, unit: 'u', progress: 'read', time: START },
      endEdit,
    );
    expect(labels(state)).toEqual(['create', 'progress', 'delete']);
    expect(notebookOf(reduceSession(state, undo)).annotations).toEqual([note]);
  });

  test('leaves a note that was written as it is', () => {
    const state = play(create(note), type('a', 1000));
    expect(notebookOf(reduceSession(state, endEdit))).toBe(notebookOf(state));
  });
});

describe('reduceSession: any history', () => {
  const ids = ['a', 'b', 'c'];
  const time = fc.integer({ min: START, max: START + 5000 });
  const action: fc.Arbitrary<SessionAction> = fc.oneof(
    fc.record({
      type: fc.constant('created' as const),
      workId: fc.constant(WORK),
      annotation: fc.integer({ min: 0, max: 1e9 }).map((n) => makeAnnotation(`n${n}`)),
      time,
    }),
    fc.record({
      type: fc.constant('changed' as const),
      workId: fc.constant(WORK),
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
      workId: fc.constant(WORK),
      id: fc.constantFrom(...ids.map((id) => makeAnnotation(id).id)),
      time,
    }),
    fc.record({
      type: fc.constant('progress-set' as const),
      workId: fc.constant(WORK),
      unit: fc.constantFrom('u', 'v'),
      progress: fc.constantFrom('unread' as const, 'read' as const, 'understood' as const),
      time,
    }),
    fc.constant<SessionAction>(endEdit),
  );
  const byId = (state: SessionState) => {
    const { annotations, bin, progress } = notebookOf(state);
    return {
      annotations: annotations.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      bin: bin.toSorted((a, b) => (a.annotation.id < b.annotation.id ? -1 : 1)),
      progress,
    };
  };
  const start = open({
    annotations: ids.map((id) => makeAnnotation(id)),
    bin: [],
    progress: { u: 'in-work' },
  });

  test.prop([fc.array(action, { maxLength: 30 })])(
    'is undone to the beginning and redone to the end',
    (actions) => {
      const end = actions.reduce(reduceSession, start);
      const steps = end.history.past.length;
      const undone = Array.from({ length: steps }, () => undo).reduce(reduceSession, end);
      expect(byId(undone)).toEqual(byId(start));
      const redone = Array.from({ length: steps }, () => redo).reduce(reduceSession, undone);
      expect(byId(redone)).toEqual(byId(end));
    },
  );
});

describe('reduceSession: over several works', () => {
  const OTHER = 'other';
  const theirs = makeAnnotation('b', { body: 'theirs' });
  const both = open({ ...EMPTY_NOTEBOOK, annotations: [theirs] }, OTHER, play(create(note)));
  const deleteBoth: SessionAction = {
    type: 'performed',
    label: 'delete',
    time: START,
    parts: [
      { workId: WORK, changes: [{ type: 'annotation-binned', annotation: note, deleted: note.created }] },
      { workId: OTHER, changes: [{ type: 'annotation-binned', annotation: theirs, deleted: note.created }] },
    ],
  };

  test('does, undoes and redoes what concerns two works as one step', () => {
    const done = reduceSession(both, deleteBoth);
    expect(notebookOf(done).bin).toHaveLength(1);
    expect(notebookOf(done, OTHER).bin).toHaveLength(1);
    expect(labels(done)).toEqual(['create', 'delete']);
    const undone = reduceSession(done, undo);
    expect([notebookOf(undone), notebookOf(undone, OTHER)]).toEqual([
      notebookOf(both),
      notebookOf(both, OTHER),
    ]);
    const redone = reduceSession(undone, redo);
    expect([notebookOf(redone), notebookOf(redone, OTHER)]).toEqual([
      notebookOf(done),
      notebookOf(done, OTHER),
    ]);
  });

  test('offers to undo a deletion of many, with all it deleted', () => {
    expect(reduceSession(both, deleteBoth).deleted).toEqual([note, theirs]);
  });

  test('undoes a step of one work while another was written in since, newest first', () => {
    const state = [
      { type: 'deleted', workId: OTHER, id: theirs.id, time: START } as const,
      type('a', 5000),
      undo,
      undo,
    ].reduce(reduceSession, both);
    expect(notebookOf(state, OTHER).annotations).toEqual([theirs]);
    expect(bodyOf(state)).toBe('');
  });

  test('gathers the parts of one work, so that undoing brings back what was before all of them', () => {
    const saved = (body: string) => ({
      workId: OTHER,
      changes: [{ type: 'annotation-saved', annotation: { ...theirs, body } } as const],
    });
    const done = reduceSession(both, {
      type: 'performed',
      label: 'import',
      time: START,
      parts: [saved('x'), saved('y')],
    });
    expect(notebookOf(done, OTHER).annotations[0]?.body).toBe('y');
    expect(notebookOf(reduceSession(done, undo), OTHER)).toEqual(notebookOf(both, OTHER));
  });

  test('makes no step of what changes nothing', () => {
    const idle: SessionAction = {
      type: 'performed',
      label: 'erase',
      time: START,
      parts: [
        { workId: WORK, changes: [{ type: 'annotation-erased', id: theirs.id }] },
        { workId: OTHER, changes: [{ type: 'annotation-saved', annotation: theirs }] },
        { workId: 'unknown', changes: [{ type: 'annotation-saved', annotation: theirs }] },
      ],
    };
    expect(reduceSession(both, idle)).toBe(both);
  });

  test('keeps what it knows of a work that is opened again', () => {
    expect(open(EMPTY_NOTEBOOK, OTHER, both)).toBe(both);
  });

  test('does not merge what is typed in a row into notes of the same id in two works', () => {
    const twin = open({ ...EMPTY_NOTEBOOK, annotations: [note] }, OTHER, play(create(note)));
    const state = [
      type('a', 0),
      { type: 'changed', workId: OTHER, id: note.id, patch: { body: 'b' }, time: START + 1 } as const,
      undo,
    ].reduce(reduceSession, twin);
    expect([bodyOf(state), notebookOf(state, OTHER).annotations[0]?.body]).toEqual(['a', '']);
  });
});

describe('reduceSession: undoing the making of a note', () => {
  test('puts a note that was made with words into the bin', () => {
    const state = play(create({ ...note, body: 'words' }), undo);
    expect(notebookOf(state).bin.map(({ annotation }) => annotation.body)).toEqual(['words']);
    expect(notebookOf(reduceSession(state, redo))).toEqual({
      ...EMPTY_NOTEBOOK,
      annotations: [{ ...note, body: 'words' }],
    });
  });

  test('leaves nothing of one that was made empty', () => {
    expect(notebookOf(play(create(note), undo))).toEqual(EMPTY_NOTEBOOK);
  });
});

describe('reduceSession: a work that was deleted', () => {
  const two = open(EMPTY_NOTEBOOK, 'other', open(EMPTY_NOTEBOOK));
  const together: SessionAction = {
    type: 'performed',
    label: 'import',
    time: START,
    parts: [WORK, 'other'].map((workId) => ({
      workId,
      changes: [{ type: 'annotation-saved', annotation: note }],
    })),
  };
  const forgotten: SessionAction = { type: 'forgotten', workId: WORK };

  test('is let go of with what was done in it, and the rest can still be undone', () => {
    const state = [create(makeAnnotation('b')), together, forgotten].reduce(reduceSession, two);
    expect([...state.works.keys()]).toEqual(['other']);
    expect(labels(state)).toEqual(['import']);
    const undone = reduceSession(state, undo);
    expect([...undone.works.keys()]).toEqual(['other']);
    expect(notebookOf(undone, 'other').annotations).toEqual([]);
  });

  test('cannot be brought back by redoing, and is read anew when it is opened again', () => {
    const state = [create(note), undo, forgotten, redo].reduce(reduceSession, two);
    expect(state.works.has(WORK)).toBe(false);
    expect(notebookOf(open({ ...EMPTY_NOTEBOOK, annotations: [note] }, WORK, state)).annotations).toEqual([
      note,
    ]);
  });
});
