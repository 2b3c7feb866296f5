import '../electron/electron-in-node.ts';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { applyChanges, EMPTY_NOTEBOOK } from '../../core/annotation/notebook.ts';
import { openNotebookStore, type NotebookStore } from '../../electron/main/storage/notebook-store.ts';
import { canMount, makeSmallDisk } from '../electron/main/storage/full-disk.ts';
import { makeNote, saveNote } from '../electron/main/storage/sample-notes.ts';
import { makeFolder } from '../electron/temporary-folder.ts';
import { CHILD_FILE } from './build-child.ts';
import { followMessages, judgeFound, KEPT_FILE, knowNothing } from './inspect-works.ts';
import { recordFault, recordUntried } from './ledger.ts';
import { NOTES, operation } from './operations.ts';
import { startChild } from './start-child.ts';

const WORK_ID = 'work';

/** The user "nobody" of every Unix: may read what anyone may, and write what anyone may. */
const NOBODY = 65_534;

const NO_MOUNT = 'this account may not mount file systems';

const NOTHING = { unreadable: 0, lost: 0, leftOver: 0, untold: 0 } as const;

/** The bodies a fresh store finds, by id; undefined where it cannot read them. */
function reread(folder: string): ReadonlyMap<string, string> | undefined {
  const loaded = openNotebookStore(folder).load(WORK_ID);
  return loaded.ok ? new Map(loaded.value.annotations.map(({ id, body }) => [id, body])) : undefined;
}

function countMissing(folder: string, acknowledged: ReadonlyMap<number, string>): number {
  const there = reread(folder);
  return [...acknowledged].filter(([number, body]) => there?.get(makeNote(number).id) !== body).length;
}

/** Saves a note and keeps in mind what was acknowledged. Gives the failure's code, or '' for none. */
async function save(
  store: NotebookStore,
  acknowledged: Map<number, string>,
  number: number,
  body: string,
): Promise<string> {
  const result = await store.change(WORK_ID, saveNote(number, body));
  if (!result.ok) return result.failure.code;
  acknowledged.set(number, body);
  return '';
}

test('a full disk loses nothing that was acknowledged, says so, and is forgotten when there is room', async () => {
  const what = 'disk full, at every size';
  if (!canMount) return recordUntried(what, NO_MOUNT);
  let times = 0;
  let lost = 0;
  let refused = 0;
  for (let sizeKib = 24; sizeKib <= 120; sizeKib += 4) {
    const folder = makeSmallDisk(sizeKib);
    const filler = path.join(folder, 'filler');
    fs.writeFileSync(filler, Buffer.alloc(8192));
    const store = openNotebookStore(path.join(folder, 'notes'));
    const acknowledged = new Map<number, string>();
    const codes = new Set<string>();
    for (let number = 1; number <= 60; number += 1) {
      codes.add(await save(store, acknowledged, number, `${number} `.repeat(100 + ((number * 389) % 1500))));
      if (number % 7 === 0) store.flush();
      times += 1;
    }
    codes.delete('');
    if (codes.size > 0) refused += 1;
    expect([...codes].filter((code) => code !== 'disk-full')).toEqual([]);
    lost += countMissing(path.join(folder, 'notes'), acknowledged);
  }
  recordFault({
    what,
    times,
    ...NOTHING,
    lost,
    detail: `25 disks of 24 to 120 KiB, ${refused} of them too small, each refusal told`,
  });
  expect(lost).toBe(0);
  expect(refused).toBeGreaterThan(0);
});

test('notes refused by a full disk are written once there is room', async () => {
  const what = 'disk full, then room again';
  if (!canMount) return recordUntried(what, NO_MOUNT);
  const folder = makeSmallDisk(64);
  const filler = path.join(folder, 'filler');
  const store = openNotebookStore(path.join(folder, 'notes'));
  const acknowledged = new Map<number, string>();
  expect(await save(store, acknowledged, 1, 'before')).toBe('');
  fs.writeFileSync(filler, Buffer.alloc(40_000));
  const refused = new Map<number, string>();
  for (let number = 2; number <= 12; number += 1) {
    const body = 'x'.repeat(4000);
    if ((await save(store, acknowledged, number, body)) !== '') refused.set(number, body);
  }
  fs.rmSync(filler);
  // The page says again what was refused.
  for (const [number, body] of [...refused].slice(0, 3))
    expect(await save(store, acknowledged, number, body)).toBe('');
  const lost = countMissing(path.join(folder, 'notes'), acknowledged);
  recordFault({ what, times: 12, ...NOTHING, lost, detail: `${refused.size} saves refused and told` });
  expect(lost).toBe(0);
  expect(refused.size).toBeGreaterThan(0);
});

test('a folder that may only be read is told, and left as it is', async () => {
  const what = 'folder that may only be read';
  if (!canMount) return recordUntried(what, NO_MOUNT);
  const folder = makeSmallDisk(256);
  const store = openNotebookStore(folder);
  const acknowledged = new Map<number, string>();
  expect(await save(store, acknowledged, 1, 'before')).toBe('');
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  let untold = 0;
  for (let number = 2; number <= 11; number += 1) {
    if ((await save(store, acknowledged, number, 'after')) !== 'read-only') untold += 1;
  }
  const lost = countMissing(folder, acknowledged);
  recordFault({
    what,
    times: 10,
    ...NOTHING,
    lost,
    untold,
    detail: 'mounted read-only under the open store',
  });
  expect({ lost, untold }).toEqual({ lost: 0, untold: 0 });
});

test('a folder without permission is told, and nothing in it is touched', async () => {
  const what = 'folder without permission';
  const asWhom = process.getuid?.() === 0 ? { uid: NOBODY } : {};
  const folder = makeFolder();
  const parent = path.dirname(folder);
  if (process.platform === 'win32') return recordUntried(what, 'permissions of another kind');
  const store = openNotebookStore(folder);
  await store.change(WORK_ID, saveNote(1, 'before'));
  store.flush();
  for (const name of fs.readdirSync(folder)) fs.chmodSync(path.join(folder, name), 0o444);
  fs.chmodSync(folder, 0o555);
  onTestFinished(() => fs.chmodSync(folder, 0o755));
  const child = startChild({ folder, workIds: [WORK_ID], next: [0], count: 10, clockStepMs: 0 }, asWhom);
  const opened = await child.opened.catch((error: unknown) => String(error));
  if (typeof opened === 'string')
    return recordUntried(what, `no other account can run ${path.relative(parent, CHILD_FILE)}`);
  await child.ended;
  const failed = child.messages.filter((message) => message.type === 'failed');
  const untold = 10 - failed.filter(({ code }) => code === 'no-permission').length;
  const lost = countMissing(folder, new Map([[1, 'before']]));
  recordFault({ what, times: 10, ...NOTHING, lost, untold, detail: 'as a user who may only read' });
  expect({ lost, untold }).toEqual({ lost: 0, untold: 0 });
});

test.each([
  ['removed', (folder: string) => fs.rmSync(folder, { recursive: true })],
  ['renamed', (folder: string) => fs.renameSync(folder, `${folder}-elsewhere`)],
  [
    'replaced by an empty one',
    (folder: string) => {
      fs.renameSync(folder, `${folder}-elsewhere`);
      fs.mkdirSync(folder);
    },
  ],
])(
  'a folder that is %s in the middle: the next save brings everything back or is refused',
  async (how, disappear) => {
    const folder = path.join(makeFolder(), 'notes');
    const store = openNotebookStore(folder);
    const acknowledged = new Map<number, string>();
    let lost = 0;
    for (let time = 0; time < 10; time += 1) {
      for (let number = 1; number <= 5; number += 1) await save(store, acknowledged, number, `round ${time}`);
      if (time % 2 === 0) store.flush();
      disappear(folder);
      fs.rmSync(`${folder}-elsewhere`, { recursive: true, force: true });
      if ((await save(store, acknowledged, 6, `after ${time}`)) === '')
        lost += countMissing(folder, acknowledged);
    }
    recordFault({
      what: `folder ${how} in the middle`,
      times: 10,
      ...NOTHING,
      lost,
      detail: 'all notes are there after the next save',
    });
    expect(lost).toBe(0);
  },
);

test('a disk that is unmounted in the middle: what is acknowledged afterwards is there', async () => {
  const what = 'disk unmounted in the middle';
  if (!canMount) return recordUntried(what, NO_MOUNT);
  const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'duizhao-disk-'));
  onTestFinished(() => fs.rmSync(disk, { recursive: true, force: true }));
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', disk]);
  const folder = path.join(disk, 'notes');
  const store = openNotebookStore(folder);
  const acknowledged = new Map<number, string>();
  for (let number = 1; number <= 5; number += 1) await save(store, acknowledged, number, 'before');
  execFileSync('umount', ['--lazy', disk]);
  const isSaved = (await save(store, acknowledged, 6, 'after')) === '';
  const lost = isSaved ? countMissing(folder, acknowledged) : 0;
  recordFault({
    what,
    times: 1,
    ...NOTHING,
    lost,
    detail: isSaved ? 'written where the disk was' : 'refused and told',
  });
  expect(lost).toBe(0);
});

test('a clock that jumps back by a year, again and again, loses nothing', async () => {
  const folder = makeFolder();
  const works = [knowNothing(WORK_ID)];
  let verdict: ReturnType<typeof judgeFound> = NOTHING;
  const rounds = 10;
  for (let round = 0; round < rounds; round += 1) {
    const child = startChild({
      folder,
      workIds: [WORK_ID],
      next: works.map(({ asked }) => asked),
      count: 40,
      clockStepMs: 365 * 86_400_000,
    });
    await child.ended;
    followMessages(works, child.messages);
    const reader = startChild({ folder, workIds: [WORK_ID], next: null, count: null, clockStepMs: 0 });
    verdict = judgeFound(works, await reader.opened);
    await reader.ended;
    expect(verdict).toEqual(NOTHING);
  }
  recordFault({
    what: 'clock jumping back by years',
    times: rounds * 4,
    ...verdict,
    detail: 'four times in each of ten processes',
  });
});

/** What the notes say that stand after the first changes of a child, by number; those it has deleted do not count. */
function lastWritten(count: number, noteShift = 0): ReadonlyMap<number, string> {
  const state = Array.from({ length: count }, (_, number) => operation(number, noteShift)).reduce(
    applyChanges,
    EMPTY_NOTEBOOK,
  );
  return new Map(state.annotations.map(({ id, body }) => [Number(id.slice(-12)), body]));
}

test('processes that have the same work open and write at the same moments lose nothing of each other', async () => {
  const folder = makeFolder();
  const startFile = path.join(makeFolder(), 'start');
  const acknowledged = new Map<number, string>();
  const store = openNotebookStore(folder);
  store.load(WORK_ID);
  const rounds = 10;
  const count = 60;
  let lost = 0;
  let saved = 0;
  let failed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const shifts = [1000, 2000];
    const children = shifts.map((noteShift) =>
      startChild({
        folder,
        workIds: [WORK_ID],
        next: [round * count],
        count,
        clockStepMs: 0,
        noteShift,
        startFile,
      }),
    );
    await Promise.all(children.map(({ opened }) => opened));
    const writing = new Set(children);
    const ended = Promise.all(children.map((child) => child.ended.then(() => writing.delete(child))));
    fs.writeFileSync(startFile, '');
    // This process is the third: it saves and gathers while the others do.
    for (let number = 0; writing.size > 0; number = (number + 1) % NOTES) {
      if ((await save(store, acknowledged, number, `round ${round} ${acknowledged.size}`)) === '') saved += 1;
      else failed += 1;
      if (number % 10 === 9) store.flush();
    }
    await ended;
    fs.rmSync(startFile);
    const messages = children.flatMap((child) => child.messages);
    saved += messages.filter(({ type }) => type === 'saved').length;
    failed += messages.filter(({ type }) => type === 'failed').length;
    lost += countMissing(folder, acknowledged);
    for (const noteShift of shifts) lost += countMissing(folder, lastWritten((round + 1) * count, noteShift));
  }
  recordFault({
    what: 'three processes with the same work open, writing at once',
    times: saved,
    ...NOTHING,
    lost,
    untold: store.notices(WORK_ID).some(({ code }) => code === 'notes-joined') ? 0 : 1,
    detail: `${rounds} rounds; every save acknowledged, ${failed} refused because another wrote`,
  });
  expect({ lost, failed }).toEqual({ lost: 0, failed: 0 });
  expect(store.notices(WORK_ID)).toMatchObject([{ code: 'notes-joined' }]);
  expect(fs.readdirSync(folder).filter((name) => !KEPT_FILE.test(name))).toEqual([]);
});

test('two processes that have the same work open lose nothing of each other, whenever they write', async () => {
  const folder = makeFolder();
  const acknowledged = new Map<number, string>();
  const store = openNotebookStore(folder);
  store.load(WORK_ID);
  const rounds = 10;
  let lost = 0;
  for (let round = 0; round < rounds; round += 1) {
    // The numbers of the other process's notes are below 150.
    expect(await save(store, acknowledged, 1000 + round, `before ${round}`)).toBe('');
    const next = round * 20;
    const other = startChild({ folder, workIds: [WORK_ID], next: [next], count: 20, clockStepMs: 0 });
    await other.opened;
    // What this process has in memory is behind what the other one writes now.
    await other.ended;
    expect(other.messages.filter(({ type }) => type === 'saved')).toHaveLength(20);
    expect(await save(store, acknowledged, 2000 + round, `after ${round}`)).toBe('');
    lost += countMissing(folder, acknowledged) + countMissing(folder, lastWritten(next + 20));
  }
  recordFault({
    what: 'two processes with the same work open, writing in turn',
    times: rounds * 22,
    ...NOTHING,
    lost,
    untold: store.notices(WORK_ID).some(({ code }) => code === 'notes-joined') ? 0 : 1,
    detail: 'each notices the other, and puts both together',
  });
  expect(lost).toBe(0);
  expect(store.notices(WORK_ID)).toMatchObject([{ code: 'notes-joined' }]);
});

test('two stores on one folder keep files readable, and works apart', async () => {
  const folder = makeFolder();
  const workIds = ['first', 'second'] as const;
  const children = workIds.map((workId) =>
    startChild({ folder, workIds: [workId], next: [0], count: 100, clockStepMs: 0 }),
  );
  await Promise.all(children.map(({ ended }) => ended));
  const works = workIds.map(knowNothing);
  works.forEach((work, index) => followMessages([work], children[index]?.messages ?? []));
  const reader = startChild({ folder, workIds, next: null, count: null, clockStepMs: 0 });
  const verdict = judgeFound(works, await reader.opened);
  await reader.ended;
  recordFault({
    what: 'two stores writing in one folder',
    times: 200,
    ...verdict,
    detail: 'a work each; the program itself holds a lock',
  });
  expect(verdict).toEqual(NOTHING);
});
