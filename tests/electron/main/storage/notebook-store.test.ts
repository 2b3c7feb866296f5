import '../../electron-in-node.ts';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { applyChanges, EMPTY_NOTEBOOK } from '../../../../core/annotation/notebook.ts';
import { openNotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { canMount, makeSmallDisk } from './full-disk.ts';
import { makeNote, saveNote } from './sample-notes.ts';

const WORK = 'joint-statement-2016';

function readNotes(folder: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, `${WORK}.json`), 'utf8'));
}

describe('the notebook store', () => {
  test('answers a change once it stands in the file of its work, with the schema version', async () => {
    const folder = path.join(makeFolder(), 'notes');
    const store = openNotebookStore(folder);
    expect(store.load(WORK)).toEqual({ ok: true, value: EMPTY_NOTEBOOK });
    expect(existsSync(folder)).toBe(false);
    expect(await store.change(WORK, saveNote(1))).toEqual({ ok: true, value: null });
    expect(readNotes(folder)).toEqual({
      schemaVersion: 2,
      annotations: [makeNote(1)],
      bin: [],
      progress: {},
    });
    expect(openNotebookStore(folder).load(WORK)).toEqual(store.load(WORK));
  });

  test('applies concurrent changes in their order and loses none', async () => {
    const folder = makeFolder();
    const store = openNotebookStore(folder);
    const changes = Array.from({ length: 50 }, (_, index) => saveNote(index % 7, `text ${index}`));
    const answers = await Promise.all(changes.map((change) => store.change(WORK, change)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const expected = changes.reduce(applyChanges, EMPTY_NOTEBOOK);
    expect(openNotebookStore(folder).load(WORK)).toEqual({ ok: true, value: expected });
  });

  test('keeps works apart', async () => {
    const folder = makeFolder();
    const store = openNotebookStore(folder);
    await Promise.all([store.change('a', saveNote(1)), store.change('b', saveNote(2))]);
    expect(readdirSync(folder).toSorted()).toEqual(['a.json', 'b.json']);
    expect(openNotebookStore(folder).load('b')).toMatchObject({ value: { annotations: [makeNote(2)] } });
  });

  test('writes what is pending at once when it is flushed', () => {
    const folder = makeFolder();
    const store = openNotebookStore(folder);
    void store.change(WORK, saveNote(1));
    expect(existsSync(path.join(folder, `${WORK}.json`))).toBe(false);
    expect(store.flush()).toEqual({ ok: true, value: null });
    expect(readNotes(folder)).toMatchObject({ annotations: [makeNote(1)] });
  });

  test.each([
    ['not JSON', '{"schemaVersion":1,', 'damaged-file'],
    ['a list', '[]', 'damaged-file'],
    ['no version', '{"annotations":[],"progress":{}}', 'damaged-file'],
    ['a version that is no number', '{"schemaVersion":"1","annotations":[],"progress":{}}', 'damaged-file'],
    ['a half version', '{"schemaVersion":1.5,"annotations":[],"progress":{}}', 'damaged-file'],
    ['no annotations', '{"schemaVersion":1,"progress":{}}', 'damaged-file'],
    [
      'an annotation of another shape',
      '{"schemaVersion":1,"annotations":[{"id":"x"}],"progress":{}}',
      'damaged-file',
    ],
    [
      'an unknown member',
      '{"schemaVersion":2,"annotations":[],"progress":{},"bin":[],"box":[]}',
      'damaged-file',
    ],
    [
      'a progress that is none',
      '{"schemaVersion":1,"annotations":[],"progress":{"a":"done"}}',
      'damaged-file',
    ],
    ['a newer version', '{"schemaVersion":3,"annotations":[],"bin":[],"progress":{}}', 'newer-file'],
    ['a newer version of another shape', '{"schemaVersion":9,"notes":{}}', 'newer-file'],
  ])('refuses a file with %s and never writes over it', async (_name, text, code) => {
    const folder = makeFolder();
    writeFileSync(path.join(folder, `${WORK}.json`), text);
    const store = openNotebookStore(folder);
    expect(store.load(WORK)).toMatchObject({ ok: false, failure: { code } });
    expect(await store.change(WORK, saveNote(1))).toMatchObject({ ok: false, failure: { code } });
    store.flush();
    expect(readFileSync(path.join(folder, `${WORK}.json`), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual([`${WORK}.json`]);
  });

  test('reads a file again that the reader has repaired', async () => {
    const folder = makeFolder();
    writeFileSync(path.join(folder, `${WORK}.json`), 'broken');
    const store = openNotebookStore(folder);
    expect(store.load(WORK).ok).toBe(false);
    writeFileSync(
      path.join(folder, `${WORK}.json`),
      '{"schemaVersion":1,"annotations":[],"progress":{"a":"read"}}',
    );
    expect(store.load(WORK)).toMatchObject({ ok: true, value: { progress: { a: 'read' } } });
    expect((await store.change(WORK, saveNote(1))).ok).toBe(true);
  });

  test.each(['../outside', '..', 'a/b', String.raw`a\b`, 'con', ''])(
    'makes no path of the work id "%s"',
    async (workId) => {
      const folder = path.join(makeFolder(), 'notes');
      const store = openNotebookStore(folder);
      expect(store.load(workId)).toMatchObject({ failure: { code: 'invalid-request' } });
      expect(await store.change(workId, saveNote(1))).toMatchObject({ failure: { code: 'invalid-request' } });
      expect(existsSync(folder)).toBe(false);
    },
  );

  test('keeps a change it could not write, and writes it with the next that succeeds', async () => {
    const parent = makeFolder();
    const folder = path.join(parent, 'notes');
    const store = openNotebookStore(folder);
    store.load(WORK);
    writeFileSync(folder, 'a file where the folder should be');
    expect(await store.change(WORK, saveNote(1))).toMatchObject({ ok: false });
    expect(store.load(WORK)).toMatchObject({ value: { annotations: [makeNote(1)] } });
    rmSync(folder);
    expect(await store.change(WORK, saveNote(2))).toEqual({ ok: true, value: null });
    expect(readNotes(folder)).toMatchObject({ annotations: [makeNote(1), makeNote(2)] });
  });

  test('writes a change that failed before when it is flushed', async () => {
    const folder = path.join(makeFolder(), 'notes');
    const store = openNotebookStore(folder);
    store.load(WORK);
    writeFileSync(folder, '');
    expect((await store.change(WORK, saveNote(1))).ok).toBe(false);
    expect(store.flush().ok).toBe(false);
    rmSync(folder);
    expect(store.flush().ok).toBe(true);
    expect(readNotes(folder)).toMatchObject({ annotations: [makeNote(1)] });
  });

  test.runIf(canMount)('says that the disk is full and keeps the good file', async () => {
    const folder = makeSmallDisk(64);
    const store = openNotebookStore(folder);
    expect((await store.change(WORK, saveNote(1))).ok).toBe(true);
    const full = await store.change(WORK, saveNote(2, '长'.repeat(30_000)));
    expect(full).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect(readNotes(folder)).toMatchObject({ annotations: [makeNote(1)] });
    expect((await store.change(WORK, [{ type: 'annotation-erased', id: makeNote(2).id }])).ok).toBe(true);
    expect((await store.change(WORK, saveNote(3))).ok).toBe(true);
    expect(readNotes(folder)).toMatchObject({ annotations: [makeNote(1), makeNote(3)] });
  });

  test.runIf(process.platform !== 'win32')('says at once that a folder may not be written', async () => {
    const folder = makeFolder();
    mkdirSync(path.join(folder, 'notes'), { mode: 0o555 });
    chmodSync(folder, 0o755);
    const store = openNotebookStore(path.join(folder, 'notes'));
    becomeNobody();
    expect(await store.change(WORK, saveNote(1))).toMatchObject({ failure: { code: 'no-permission' } });
  });
});

/** For root nothing is forbidden, so for the rest of the test root is somebody else. */
function becomeNobody(): void {
  if (process.getuid?.() !== 0) return;
  process.seteuid?.('nobody');
  onTestFinished(() => process.seteuid?.(0));
}
