import '../../electron-in-node.ts';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openNotebookStore, type NotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import type { Result } from '../../../../ipc/result.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { saveNote } from './sample-notes.ts';

const WORK = 'joint-statement-2016';

/** Two stores with note 1 in the journal, both of which know of it. The clock of their pauses stands still. */
async function openTwice(): Promise<{
  readonly folder: string;
  readonly one: NotebookStore;
  readonly other: NotebookStore;
}> {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const folder = makeFolder();
  const one = openNotebookStore(folder);
  await settle(one.change(WORK, saveNote(1)));
  const other = openNotebookStore(folder);
  other.load(WORK);
  return { folder, one, other };
}

/** Lets a change be written, and tried again as long as it takes. */
async function settle(saving: Promise<Result<null>>): Promise<Result<null>> {
  const answers: Result<null>[] = [];
  void saving.then((result) => answers.push(result));
  while (answers.length === 0) await vi.advanceTimersByTimeAsync(10);
  return saving;
}

/** Asks for a change and lets the time pass after which it is written, at once. */
function changeAtOnce(store: NotebookStore, number: number): Promise<Result<null>> {
  const saving = store.change(WORK, saveNote(number));
  // The pause, after which notes are gathered, is a hundred times as long.
  vi.advanceTimersByTime(10);
  return saving;
}

/** The moments at which one store is in the middle of a write: before a call of the file system, that one time. */
type Moment =
  | 'the snapshot takes its place'
  | 'the journal loses its name'
  | 'the journal is gone'
  | 'a line is written'
  | 'a line is flushed';

/** What is called at a moment, and with which path. */
const MOMENTS: Readonly<
  Record<Moment, readonly ['renameSync' | 'rmSync' | 'writeSync' | 'fdatasyncSync', RegExp]>
> = {
  'the snapshot takes its place': ['renameSync', /\.json\.\d+\.new$/],
  'the journal loses its name': ['renameSync', /\.journal$/],
  'the journal is gone': ['rmSync', /\.journal\.\d+\.cleared$/],
  // These two name no path but a descriptor; of what a store does only a journal is written so.
  'a line is written': ['writeSync', /^\d+$/],
  'a line is flushed': ['fdatasyncSync', /^\d+$/],
};

/** Real files, real calls; only that something happens between two of them. */
function interrupt(moment: Moment, act: () => void): { readonly hasHappened: () => boolean } {
  const [name, pattern] = MOMENTS[moment];
  let hasHappened = false;
  const call = fs[name] as (...values: readonly unknown[]) => unknown;
  const spy = vi.spyOn(fs, name).mockImplementation((...values: readonly unknown[]) => {
    if (!hasHappened && pattern.test(String(values[0]))) {
      hasHappened = true;
      act();
    }
    return call(...values) as never;
  });
  onTestFinished(() => spy.mockRestore());
  return { hasHappened: () => hasHappened };
}

function readBodies(folder: string): readonly string[] {
  const loaded = openNotebookStore(folder).load(WORK);
  if (!loaded.ok) throw new Error(loaded.failure.detail);
  return loaded.value.annotations.map(({ body }) => body).toSorted();
}

const GATHERING = [
  'the snapshot takes its place',
  'the journal loses its name',
  'the journal is gone',
] as const;

const APPENDING = ['a line is written', 'a line is flushed'] as const;

const LOCKS = [
  ['', () => undefined],
  [
    ', on a disk that keeps no locks',
    (folder: string) => fs.rmSync(path.join(folder, `${WORK}.lock`), { force: true }),
  ],
] as const;

describe.each(LOCKS)('two stores that write the same work at the same moment%s', (_where, breakLock) => {
  test.each(GATHERING)('lose nothing when one saves while the other gathers: before %s', async (moment) => {
    const { folder, one, other } = await openTwice();
    let saving: Promise<Result<null>> | undefined;
    interrupt(moment, () => {
      breakLock(folder);
      saving = changeAtOnce(other, 2);
    });
    expect(one.flush().ok).toBe(true);
    if (saving === undefined) throw new Error(`It never happened that ${moment}`);
    expect(await settle(saving)).toEqual({ ok: true, value: null });
    expect(readBodies(folder)).toEqual(['note 1', 'note 2']);
  });

  test.each(APPENDING)('lose nothing when one gathers while the other saves: before %s', async (moment) => {
    const { folder, one, other } = await openTwice();
    const { hasHappened } = interrupt(moment, () => {
      breakLock(folder);
      one.flush();
    });
    expect(await settle(other.change(WORK, saveNote(2)))).toEqual({ ok: true, value: null });
    expect(hasHappened()).toBe(true);
    expect(readBodies(folder)).toEqual(['note 1', 'note 2']);
  });

  test.each(APPENDING)('lose nothing when both save: before %s', async (moment) => {
    const { folder, one, other } = await openTwice();
    let saving: Promise<Result<null>> | undefined;
    interrupt(moment, () => {
      breakLock(folder);
      saving = changeAtOnce(one, 3);
    });
    expect(await settle(other.change(WORK, saveNote(2)))).toEqual({ ok: true, value: null });
    if (saving === undefined) throw new Error(`It never happened that ${moment}`);
    expect(await settle(saving)).toEqual({ ok: true, value: null });
    expect(readBodies(folder)).toEqual(['note 1', 'note 2', 'note 3']);
  });

  test('lose nothing when both gather', async () => {
    const { folder, one, other } = await openTwice();
    let saving: Promise<Result<null>> | undefined;
    // Before the other one looks a last time whether it may take the place of the snapshot.
    const read = fs.readFileSync;
    const spy = vi.spyOn(fs, 'readFileSync').mockImplementation((...values) => {
      if (saving === undefined && String(values[0]).endsWith('.new')) {
        breakLock(folder);
        saving = changeAtOnce(one, 3);
        one.flush();
      }
      return read(...values);
    });
    onTestFinished(() => spy.mockRestore());
    const another = settle(other.change(WORK, saveNote(2)));
    expect((await another).ok).toBe(true);
    other.flush();
    if (saving === undefined) throw new Error('Nothing was gathered');
    expect((await settle(saving)).ok || one.flush().ok).toBe(true);
    expect(readBodies(folder)).toEqual(['note 1', 'note 2', 'note 3']);
  });
});

test('a save that finds the notes in use is not acknowledged until it is written', async () => {
  const { folder, one, other } = await openTwice();
  const answers: string[] = [];
  interrupt('the snapshot takes its place', () => {
    void changeAtOnce(other, 2).then(({ ok }) => answers.push(ok ? 'saved' : 'failed'));
    expect(other.unsaved()).toMatchObject({ failure: { code: 'in-use' }, noteCount: 1 });
  });
  one.flush();
  expect(readBodies(folder)).toEqual(['note 1']);
  await Promise.resolve();
  expect(answers).toEqual([]);
  await vi.advanceTimersByTimeAsync(10);
  expect(answers).toEqual(['saved']);
  expect(other.unsaved()).toBeNull();
  expect(readBodies(folder)).toEqual(['note 1', 'note 2']);
});

test('what is written while the notes are read ahead is put together with them', async () => {
  const folder = makeFolder();
  const one = openNotebookStore(folder);
  const many = Array.from({ length: 200 }, (_, index) => saveNote(index)).flat();
  await one.change(WORK, many);
  one.flush();
  const other = openNotebookStore(folder);
  const reading = other.readAhead(WORK);
  // Its first step is done: what is read is as it was before this.
  void one.change(WORK, saveNote(500));
  one.flush();
  await reading;
  expect((await other.change(WORK, saveNote(501))).ok).toBe(true);
  other.flush();
  expect(readBodies(folder)).toHaveLength(202);
});
