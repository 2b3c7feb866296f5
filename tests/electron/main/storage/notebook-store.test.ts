import '../../electron-in-node.ts';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { crc32 } from '../../../../core/annotation/crc32.ts';
import { applyChanges, EMPTY_NOTEBOOK, type NotebookChange } from '../../../../core/annotation/notebook.ts';
import { openNotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { canMount, makeSmallDisk } from './full-disk.ts';
import { makeNote, saveNote } from './sample-notes.ts';
import { NOTEBOOK_SCHEMA_VERSION } from '../../../../core/annotation/notebook-migrations.ts';
import { JOURNAL_VERSION } from '../../../../core/annotation/journal.ts';

const WITHOUT_BACKUPS = {
  newestSound: () => ({ ok: true, value: undefined }) as const,
  keepBeforeMigration: () => ({ ok: true, value: null }) as const,
};

const WORK = 'joint-statement-2016';

const FILE = `${WORK}.json`;

/** What another start of the program finds. */
function readNotes(folder: string): unknown {
  const loaded = openNotebookStore(folder).load(WORK);
  return loaded.ok ? loaded.value : loaded.failure;
}

describe('the notebook store', () => {
  test('answers a change once it stands in the journal of its work, and gathers it in the file when flushed', async () => {
    const folder = path.join(makeFolder(), 'notes');
    const store = openNotebookStore(folder);
    expect(store.load(WORK)).toEqual({ ok: true, value: EMPTY_NOTEBOOK });
    expect(existsSync(folder)).toBe(false);
    expect(await store.change(WORK, saveNote(1))).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual([`${WORK}.journal`]);
    expect(readNotes(folder)).toEqual({ annotations: [makeNote(1)], bin: [], progress: {} });
    expect(store.flush()).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual([FILE]);
    expect(JSON.parse(readFileSync(path.join(folder, FILE), 'utf8'))).toEqual({
      schemaVersion: NOTEBOOK_SCHEMA_VERSION,
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      sequence: 1,
      annotations: [makeNote(1)],
      bin: [],
      progress: {},
    });
    expect(readNotes(folder)).toEqual({ annotations: [makeNote(1)], bin: [], progress: {} });
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

  test('gathers many notes in the file when the reader rests, in steps between which a change may come', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const folder = makeFolder();
    const store = openNotebookStore(folder);
    const many = Array.from({ length: 200 }, (_, index) => saveNote(index)).flat();
    const first = store.change(WORK, many);
    await vi.advanceTimersToNextTimerAsync();
    expect(await first).toMatchObject({ ok: true });
    // The first steps of the pause, and a change in the midst of them.
    await vi.advanceTimersByTimeAsync(1000);
    await vi.advanceTimersToNextTimerAsync();
    expect(readdirSync(folder)).toEqual([`${WORK}.journal`]);
    const second = store.change(WORK, saveNote(1, 'late'));
    await vi.advanceTimersToNextTimerAsync();
    expect(await second).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual([`${WORK}.journal`]);
    await vi.runAllTimersAsync();
    expect(readdirSync(folder)).toEqual([FILE]);
    expect(readNotes(folder)).toEqual(applyChanges(EMPTY_NOTEBOOK, [...many, ...saveNote(1, 'late')]));
  });

  test('reads ahead what is asked for later; who does not wait has the notes at once, and their changes stay', async () => {
    const folder = makeFolder();
    const before = openNotebookStore(folder);
    const many = Array.from({ length: 200 }, (_, index) => saveNote(index)).flat();
    await before.change(WORK, many);
    before.flush();
    await before.change(WORK, saveNote(500));
    const store = openNotebookStore(folder);
    const expected = applyChanges(EMPTY_NOTEBOOK, [...many, ...saveNote(500)]);
    const reading = store.readAhead(WORK);
    expect(store.load(WORK)).toEqual({ ok: true, value: expected });
    await store.change(WORK, saveNote(501));
    await reading;
    expect(store.load(WORK)).toMatchObject({ value: applyChanges(expected, saveNote(501)) });

    const other = openNotebookStore(folder);
    await other.readAhead(WORK);
    rmSync(path.join(folder, FILE));
    expect(other.load(WORK)).toEqual({ ok: true, value: applyChanges(expected, saveNote(501)) });
    await Promise.all(['absent', '../outside'].map((id) => other.readAhead(id)));
    expect(other.load('absent')).toEqual({ ok: true, value: EMPTY_NOTEBOOK });
  });

  test('keeps works apart', async () => {
    const folder = makeFolder();
    const store = openNotebookStore(folder);
    await Promise.all([store.change('a', saveNote(1)), store.change('b', saveNote(2))]);
    expect(store.listWorkIds()).toEqual({ ok: true, value: ['a', 'b'] });
    expect(openNotebookStore(folder).listWorkIds()).toEqual({ ok: true, value: ['a', 'b'] });
    expect(openNotebookStore(folder).load('b')).toMatchObject({ value: { annotations: [makeNote(2)] } });
  });

  test('writes what is pending at once when it is flushed', () => {
    const folder = makeFolder();
    const store = openNotebookStore(folder);
    void store.change(WORK, saveNote(1));
    expect(existsSync(path.join(folder, FILE))).toBe(false);
    expect(store.flush()).toEqual({ ok: true, value: null });
    expect(readNotes(folder)).toMatchObject({ annotations: [makeNote(1)] });
  });

  test.each([
    [
      'a newer version',
      `{"schemaVersion":${NOTEBOOK_SCHEMA_VERSION + 1},"annotations":[],"bin":[],"progress":{}}`,
    ],
    ['a newer version of another shape', '{"schemaVersion":9,"notes":{}}'],
  ])('refuses a file of %s and never writes over it', async (_name, text) => {
    const folder = makeFolder();
    writeFileSync(path.join(folder, FILE), text);
    const store = openNotebookStore(folder);
    expect(store.load(WORK)).toMatchObject({ ok: false, failure: { code: 'newer-file' } });
    expect(await store.change(WORK, saveNote(1))).toMatchObject({ failure: { code: 'newer-file' } });
    store.flush();
    expect(readFileSync(path.join(folder, FILE), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual([FILE]);
  });

  test('refuses a journal of a newer version and never writes over it', async () => {
    const folder = makeFolder();
    const payload = `${JOURNAL_VERSION + 1} 1 []`;
    const line = `${JOURNAL_VERSION + 1} 1 ${crc32(payload)} []\n`;
    writeFileSync(path.join(folder, `${WORK}.journal`), line);
    const store = openNotebookStore(folder);
    expect(await store.change(WORK, saveNote(1))).toMatchObject({ failure: { code: 'newer-file' } });
    store.flush();
    expect(readFileSync(path.join(folder, `${WORK}.journal`), 'utf8')).toBe(line);
  });

  test('takes a file that another hand has changed, if it is in order, says so and keeps it as it was found', async () => {
    const folder = makeFolder();
    const store = openNotebookStore(folder);
    await store.change(WORK, saveNote(1, 'by the program'));
    store.flush();
    const file = path.join(folder, FILE);
    const changed = readFileSync(file, 'utf8').replace('by the program', 'by hand');
    writeFileSync(file, changed);
    const later = openNotebookStore(folder);
    expect(later.load(WORK)).toMatchObject({ ok: true, value: { annotations: [makeNote(1, 'by hand')] } });
    const [notice] = later.notices(WORK);
    expect(notice).toMatchObject({ code: 'notes-changed', backupCreated: null });
    expect(readFileSync(notice?.path ?? '', 'utf8')).toBe(changed);
    expect(readNotes(folder)).toMatchObject({ annotations: [makeNote(1, 'by hand')] });
    expect(openNotebookStore(folder).load(WORK).ok).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('says nothing of a file without a checksum', () => {
    const folder = makeFolder();
    const content = {
      schemaVersion: NOTEBOOK_SCHEMA_VERSION,
      annotations: [makeNote(1)],
      bin: [],
      progress: {},
    };
    writeFileSync(path.join(folder, FILE), JSON.stringify(content));
    const store = openNotebookStore(folder);
    expect(store.load(WORK)).toMatchObject({ value: { annotations: [makeNote(1)] } });
    expect(store.notices(WORK)).toEqual([]);
    expect(readdirSync(folder)).toEqual([FILE]);
  });

  test('reads a file again that could not be read before', async () => {
    const folder = makeFolder();
    writeFileSync(path.join(folder, FILE), '{"schemaVersion":7}');
    const store = openNotebookStore(folder);
    expect(store.load(WORK).ok).toBe(false);
    writeFileSync(path.join(folder, FILE), '{"schemaVersion":1,"annotations":[],"progress":{"a":"read"}}');
    expect(store.load(WORK)).toMatchObject({ ok: true, value: { progress: { a: 'read' } } });
    expect((await store.change(WORK, saveNote(1))).ok).toBe(true);
  });

  test('erases what has been in the bin for 90 days when it reads', async () => {
    const folder = makeFolder();
    const binned = (number: number, deleted: string): NotebookChange => ({
      type: 'annotation-binned',
      annotation: makeNote(number),
      deleted,
    });
    const store = openNotebookStore(folder);
    await store.change(WORK, [binned(1, '2026-01-01T00:00:00Z'), binned(2, '2026-03-01T00:00:00Z')]);
    store.flush();
    const parts = { ...WITHOUT_BACKUPS, now: () => new Date('2026-04-02T00:00:00Z') };
    expect(openNotebookStore(folder, parts).load(WORK)).toMatchObject({
      value: { bin: [{ annotation: makeNote(2) }] },
    });
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

  test('opens without notes where a file stands in the place of the folder', async () => {
    const folder = path.join(makeFolder(), 'notes');
    writeFileSync(folder, 'not a folder');
    const store = openNotebookStore(folder);
    expect(store.load(WORK)).toEqual({ ok: true, value: EMPTY_NOTEBOOK });
    expect(await store.change(WORK, saveNote(1))).toMatchObject({ failure: { code: 'no-folder' } });
    expect(readFileSync(folder, 'utf8')).toBe('not a folder');
  });

  test('keeps a change it could not write, and writes it with the next that succeeds', async () => {
    const parent = makeFolder();
    const folder = path.join(parent, 'notes');
    const store = openNotebookStore(folder);
    store.load(WORK);
    writeFileSync(folder, 'a file where the folder should be');
    expect(await store.change(WORK, saveNote(1))).toMatchObject({ ok: false });
    expect(store.load(WORK)).toMatchObject({ value: { annotations: [makeNote(1)] } });
    expect(store.unsaved()).toMatchObject({ failure: { code: 'no-folder' }, noteCount: 1 });
    rmSync(folder);
    expect(await store.change(WORK, saveNote(2))).toEqual({ ok: true, value: null });
    expect(store.unsaved()).toBeNull();
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
