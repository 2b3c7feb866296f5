import '../../electron-in-node.ts';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import { openNotebookStore, type NotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeNote, saveNote } from './sample-notes.ts';

const WORK = 'joint-statement-2016';

/** Two stores that have both opened the same work, as two windows or two computers would. */
function openTwice(): {
  readonly folder: string;
  readonly one: NotebookStore;
  readonly other: NotebookStore;
} {
  const folder = makeFolder();
  const [one, other] = [openNotebookStore(folder), openNotebookStore(folder)];
  one.load(WORK);
  other.load(WORK);
  return { folder, one, other };
}

/** The notes another start of the program finds, by their texts. */
function readBodies(folder: string): readonly string[] {
  const store = openNotebookStore(folder);
  const loaded = store.load(WORK);
  if (!loaded.ok) throw new Error(loaded.failure.detail);
  expect(store.notices(WORK)).toEqual([]);
  return loaded.value.annotations.map(({ body }) => body).toSorted();
}

async function save(store: NotebookStore, number: number, body?: string): Promise<void> {
  expect(await store.change(WORK, saveNote(number, body))).toEqual({ ok: true, value: null });
}

describe('two stores that have opened the same work', () => {
  test('lose nothing of each other, whoever writes when', async () => {
    const { folder, one, other } = openTwice();
    const turns = [one, other, other, one, other, one, one, other];
    for (const [index, store] of turns.entries()) {
      await save(store, index);
      expect(readBodies(folder)).toHaveLength(index + 1);
    }
    expect(one.flush().ok && other.flush().ok && one.flush().ok).toBe(true);
    expect(readBodies(folder)).toEqual(turns.map((_, index) => `note ${index}`));
  });

  test('lose nothing either where one has gathered the journal in the file', async () => {
    const { folder, one, other } = openTwice();
    await save(one, 1);
    one.flush();
    await save(other, 2);
    other.flush();
    await save(one, 3);
    other.flush();
    one.flush();
    expect(readBodies(folder)).toEqual(['note 1', 'note 2', 'note 3']);
  });

  test('are told of, and know of each other’s notes', async () => {
    const { folder, one, other } = openTwice();
    await save(one, 1);
    expect(one.notices(WORK)).toEqual([]);
    await save(other, 2);
    const notice = { code: 'notes-joined', path: path.join(folder, `${WORK}.json`), backupCreated: null };
    expect(other.notices(WORK)).toEqual([notice]);
    expect(other.load(WORK)).toMatchObject({
      value: { annotations: [{ body: 'note 2' }, { body: 'note 1' }] },
    });
    await save(one, 3);
    expect(one.notices(WORK)).toEqual([notice]);
  });

  test('keep both versions of a note that both have changed', async () => {
    const { folder, one, other } = openTwice();
    const changed = (body: string, modified: string): Annotation => ({ ...makeNote(1, body), modified });
    await save(one, 1);
    await other.change(WORK, [
      { type: 'annotation-saved', annotation: changed('from there', '2026-01-03T00:00:00Z') },
    ]);
    await one.change(WORK, [
      { type: 'annotation-saved', annotation: changed('from here', '2026-01-04T00:00:00Z') },
    ]);
    expect(readBodies(folder)).toEqual(['from here', 'from there']);
  });

  test('write over nothing a later version has written, and say so', async () => {
    const { folder, one } = openTwice();
    const file = path.join(folder, `${WORK}.json`);
    await save(one, 1);
    one.flush();
    const good = readFileSync(file, 'utf8');
    const newer = JSON.stringify({ schemaVersion: 9, annotations: [] });
    writeFileSync(file, newer);
    for (const number of [2, 3]) {
      expect(await one.change(WORK, saveNote(number))).toMatchObject({ failure: { code: 'newer-file' } });
    }
    expect(one.flush().ok).toBe(false);
    expect(one.unsaved()).toMatchObject({ failure: { code: 'newer-file' }, noteCount: 2 });
    expect(readFileSync(file, 'utf8')).toBe(newer);
    writeFileSync(file, good);
    expect(one.flush().ok).toBe(true);
    expect(one.unsaved()).toBeNull();
    expect(readBodies(folder)).toEqual(['note 1', 'note 2', 'note 3']);
  });

  test.each([
    ['spoilt', 'cut off {'],
    ['empty', ''],
  ])('have everything in memory that stood in a file another hand left %s', async (_how, content) => {
    const { folder, one } = openTwice();
    const file = path.join(folder, `${WORK}.json`);
    await save(one, 1);
    one.flush();
    writeFileSync(file, content);
    await save(one, 2);
    expect(readBodies(folder)).toEqual(['note 1', 'note 2']);
  });

  test('write everything anew where another hand has removed the files', async () => {
    const { folder, one } = openTwice();
    await save(one, 1);
    one.flush();
    rmSync(folder, { recursive: true });
    await save(one, 2);
    expect(readBodies(folder)).toEqual(['note 1', 'note 2']);
    expect(one.notices(WORK)).toEqual([]);
  });
});
