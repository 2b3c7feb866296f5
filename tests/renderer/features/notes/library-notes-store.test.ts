import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import { indexNotes } from '../../../../core/annotation/library-index.ts';
import { NO_LIBRARY_FILTER } from '../../../../core/annotation/library-filter.ts';
import { describeLibraryNote } from '../../../../core/annotation/library-note.ts';
import { openLibraryQueries } from '../../../../core/annotation/library-query.ts';
import { EMPTY_NOTEBOOK } from '../../../../core/annotation/notebook.ts';
import type { RequestArgument } from '../../../../ipc/contract.ts';
import type { NotesPage } from '../../../../ipc/library-notes.ts';
import { fail, succeed, type Result } from '../../../../ipc/result.ts';
import {
  createLibraryNotesStore,
  type LibraryNotesStore,
} from '../../../../renderer/features/notes/library-notes-store.ts';
import { makeAnnotation } from './make-annotation.ts';

let annotations: readonly Annotation[];
let asked: RequestArgument<'queryNotes'>[];
let isBroken: boolean;
let unread: number;
let store: LibraryNotesStore;

/** Answers as main does, from the same core. */
function queryNotes(argument: RequestArgument<'queryNotes'>): Promise<Result<NotesPage>> {
  asked.push(argument);
  if (isBroken) return Promise.resolve(fail('unexpected', 'broken'));
  const { offset, limit, ...query } = argument;
  const index = indexNotes({ workId: 'w', work: undefined, notebook: { ...EMPTY_NOTEBOOK, annotations } });
  const { entries, facets, total } = openLibraryQueries([index]).query(query);
  const notes = entries.slice(offset, offset + limit).map((entry) => describeLibraryNote(entry, index));
  const works = [{ id: 'w', titles: null }];
  const answer = {
    total,
    matching: entries.length,
    binned: 0,
    facets,
    works,
    unreadable: [],
    unread,
    offset,
    notes,
  };
  unread = Math.max(0, unread - 1);
  return Promise.resolve(succeed(answer));
}

const bodies = () => [...store.getState().rows].map(([at, { body }]) => `${at} ${body}`);

beforeEach(() => {
  annotations = Array.from({ length: 1000 }, (_, index) =>
    makeAnnotation(`${index}`, { body: `note ${index}`, color: index % 2 === 0 ? 'red' : 'blue' }),
  );
  asked = [];
  isBroken = false;
  unread = 0;
  store = createLibraryNotesStore({ queryNotes });
});

describe('the list of notes', () => {
  test('asks for nothing while it is not shown', () => {
    store.want(0, 10);
    store.dispatch({ type: 'text-typed', text: 'x' });
    expect(asked).toEqual([]);
  });

  test('stays filtered by a tag under its new name, and no longer by one that is gone', () => {
    const filtered = (): readonly string[] => store.getState().filter.tags;
    store.dispatch({ type: 'tags-chosen', tags: ['law', 'war'] });
    store.dispatch({ type: 'tag-renamed', from: 'peace', to: 'law' });
    expect(filtered()).toEqual(['law', 'war']);
    store.dispatch({ type: 'tag-renamed', from: 'law', to: 'treaty law' });
    expect(filtered()).toEqual(['treaty law', 'war']);
    store.dispatch({ type: 'tag-renamed', from: 'treaty law', to: 'war' });
    expect(filtered()).toEqual(['war']);
    store.dispatch({ type: 'tag-renamed', from: 'war', to: undefined });
    expect(filtered()).toEqual([]);
  });

  test('shows what has been read, and asks again until all has been', async () => {
    unread = 2;
    const seen: unknown[] = [];
    store.subscribe(() => seen.push(store.getState().summary?.unread));
    store.show('en');
    await vi.waitFor(() => expect(store.getState().summary?.unread).toBe(0));
    expect([...new Set(seen)]).toEqual([undefined, 2, 1, 0]);
    expect(store.getState().rows.size).toBe(200);
    expect(asked).toHaveLength(3);
  });

  test('fetches what is in view, and more of it when the view moves', async () => {
    store.show('en');
    store.want(0, 8);
    await vi.waitFor(() => expect(store.getState().rows.size).toBe(200));
    store.want(705, 714);
    await vi.waitFor(() => expect(store.getState().rows.get(705)?.body).toBe('note 705'));
    expect(asked.map(({ offset, limit }) => [offset, limit])).toEqual([
      [0, 200],
      [700, 200],
    ]);
    expect(store.getState().summary).toMatchObject({ total: 1000, matching: 1000 });
  });

  test('keeps what is shown until another filter is answered, and asks once for many key strokes', async () => {
    store.show('en');
    await vi.waitFor(() => expect(store.getState().rows.size).toBe(200));
    for (const text of ['n', 'no', 'note 99']) store.dispatch({ type: 'text-typed', text });
    expect(store.getState().rows.size).toBe(200);
    await vi.waitFor(() => expect(store.getState().summary?.matching).toBe(19));
    expect(asked.slice(1).map(({ filter }) => filter.text)).toEqual(['n', 'note 99']);
    expect(bodies()[0]).toBe('0 note 99');
  });

  test('shows what has changed without losing the place', async () => {
    store.show('en');
    store.want(500, 505);
    await vi.waitFor(() => expect(store.getState().rows.has(500)).toBe(true));
    annotations = annotations.slice(1);
    store.dispatch({ type: 'notes-changed' });
    await vi.waitFor(() => expect(store.getState().rows.get(500)?.body).toBe('note 501'));
    expect(store.getState().summary?.total).toBe(999);
  });

  test('fetches a stretch that was never in view', async () => {
    store.show('en');
    await vi.waitFor(() => expect(store.getState().rows.size).toBe(200));
    await store.fetchRows(150, 950);
    expect(Array.from({ length: 801 }, (_, at) => store.getState().rows.has(150 + at))).not.toContain(false);
  });

  test('says why it could not be read, and tries again when asked to', async () => {
    isBroken = true;
    store.show('en');
    await vi.waitFor(() => expect(store.getState().failure?.detail).toBe('broken'));
    isBroken = false;
    store.dispatch({ type: 'notes-changed' });
    await vi.waitFor(() => expect(store.getState().rows.size).toBe(200));
    expect(store.getState().failure).toBeUndefined();
  });

  test('ends the selection when the filter changes, not when the order does', async () => {
    store.dispatch({ type: 'all-selected' });
    store.dispatch({ type: 'order-chosen', order: 'time' });
    expect(store.getState().selection.type).toBe('all-but');
    store.dispatch({ type: 'colors-chosen', colors: ['red'] });
    expect(store.getState().selection).toEqual({ type: 'some', notes: new Map() });
  });

  test('shows all notes of a clause where they are asked for, whatever was chosen before', () => {
    store.dispatch({ type: 'source-chosen', source: 'bin' });
    store.dispatch({ type: 'kinds-chosen', kinds: ['note'] });
    const unit = { workId: 'w', unit: 'item-1' };
    store.dispatch({ type: 'unit-chosen', unit });
    expect(store.getState()).toMatchObject({ source: 'notes', filter: { ...NO_LIBRARY_FILTER, unit } });
    store.dispatch({ type: 'filter-cleared' });
    expect(store.getState().filter).toEqual(NO_LIBRARY_FILTER);
  });
});
