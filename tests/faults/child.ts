import fs from 'node:fs';
import { openNotebookStore, type NotebookStore } from '../../electron/main/storage/notebook-store.ts';
import type { ChildMessage, ChildTask } from './child-protocol.ts';
import { operation } from './operations.ts';

/** Bundled and started by `start-child.ts`: a process with the real store, to be killed. */

/** How many changes of a work may be on their way at once, as when keys are typed faster than the disk answers. */
const AT_ONCE = 4;

/** How often, of 100 changes, the store is flushed as when the window is closed. */
const FLUSHES = 4;

/** Straight to the pipe: what was said has left this process, whatever becomes of it. */
function say(message: ChildMessage): void {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
  for (let written = 0; written < bytes.length;) {
    try {
      written += fs.writeSync(1, bytes, written);
    } catch (error) {
      // The reader of a full pipe is slower than we are.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function putClockBack(stepMs: number): void {
  const now = Date.now.bind(Date);
  Date.now = () => now() - stepMs;
}

async function write(store: NotebookStore, task: ChildTask, work: number, first: number): Promise<void> {
  const workId = task.workIds[work] ?? '';
  const underWay = new Set<Promise<void>>();
  const end = task.count === null ? Infinity : first + task.count;
  for (let number = first; number < end; number += 1) {
    if (task.clockStepMs !== 0 && number % 10 === 9) putClockBack(task.clockStepMs);
    say({ type: 'asked', work, number });
    const saving = store.change(workId, operation(number, task.noteShift)).then((result) => {
      if (result.ok) say({ type: 'saved', work, number });
      else say({ type: 'failed', work, number, ...result.failure });
      underWay.delete(saving);
    });
    underWay.add(saving);
    if (Math.random() * 100 < FLUSHES) store.flush();
    while (underWay.size >= AT_ONCE) await Promise.race(underWay);
    await nextTurn();
  }
  await Promise.all(underWay);
}

async function run(task: ChildTask): Promise<void> {
  const store = openNotebookStore(task.folder);
  const works = task.workIds.map((workId) => {
    const loaded = store.load(workId);
    return {
      workId,
      notebook: loaded.ok ? loaded.value : null,
      failure: loaded.ok ? null : `${loaded.failure.code}: ${loaded.failure.detail}`,
      notices: store.notices(workId),
    };
  });
  const files = fs.existsSync(task.folder) ? fs.readdirSync(task.folder) : [];
  say({ type: 'opened', works, files });
  const { next } = task;
  if (next === null) return;
  while (task.startFile !== undefined && !fs.existsSync(task.startFile)) await nextTurn();
  await Promise.all(task.workIds.map((_id, work) => write(store, task, work, next[work] ?? 0)));
}

void run(JSON.parse(process.argv[2] ?? '') as ChildTask);
