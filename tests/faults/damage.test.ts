import '../electron/electron-in-node.ts';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { parseNotebookFile } from '../../core/annotation/notebook-file.ts';
import { EMPTY_NOTEBOOK, type Notebook } from '../../core/annotation/notebook.ts';
import { openNotebookStore, type NotebookStore } from '../../electron/main/storage/notebook-store.ts';
import { succeed } from '../../ipc/result.ts';
import { saveNote } from '../electron/main/storage/sample-notes.ts';
import { makeFolder } from '../electron/temporary-folder.ts';
import { recordFault } from './ledger.ts';
import { MUTATIONS, seededRandom } from './mutations.ts';

/** Another number finds other damage; this one is found again. */
const SEED = Number(process.env['FAULT_SEED'] ?? 20_160_625);

const TIMES = 10_000;

/** Of how many mutations one is also written over, to see that nothing overwrites what was damaged. */
const WRITTEN_OVER = 10;

const WORK_ID = 'work';

/** What became of one spoilt file. */
type Outcome =
  | 'told'
  | 'whole'
  /** The journal ends early, as after a write that was never finished: only its last records are missing. */
  | 'like an unfinished write'
  /** Sound JSON of the right form that is not the program's: what it says is taken at its word. */
  | 'like an edit by hand'
  | 'lost'
  | 'overwritten'
  | 'crash';

/** A file that was damaged, among the sound ones. */
interface Spoilt {
  readonly name: string;
  readonly bytes: Buffer;
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * The files of a work as the program itself leaves them: the snapshot, and the journal of what came after it; and the
 * states they hold, from the snapshot alone to all of the journal.
 */
async function makeSoundFiles(): Promise<{
  readonly files: ReadonlyMap<string, Buffer>;
  readonly states: readonly Notebook[];
}> {
  const folder = makeFolder();
  const store = openNotebookStore(folder);
  for (let number = 1; number <= 6; number += 1)
    await store.change(WORK_ID, saveNote(number, `注 ${number} “words”`));
  await store.change(WORK_ID, [{ type: 'progress-set', unit: 'item-1', progress: 'read' }]);
  store.flush();
  // As if the program ended after these: what comes after the snapshot stands in the journal only.
  const later = openNotebookStore(folder);
  const states = [read(later)];
  for (let number = 7; number <= 9; number += 1) {
    await later.change(WORK_ID, saveNote(number, `注 ${number}`));
    states.push(read(later));
  }
  const files = new Map(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name))]),
  );
  later.flush();
  return { files, states };
}

function read(store: NotebookStore): Notebook {
  const loaded = store.load(WORK_ID);
  if (!loaded.ok) throw new Error(loaded.failure.detail);
  return loaded.value;
}

/** Puts files into an empty folder, loads them, writes over them, and says what became of them. */
async function tryFiles(
  folder: string,
  spoilt: Spoilt,
  states: readonly Notebook[],
  isWrittenOver: boolean,
): Promise<Outcome> {
  for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true });
  for (const [name, bytes] of spoilt.files) fs.writeFileSync(path.join(folder, name), bytes);
  try {
    const store = openNotebookStore(folder, {
      now: () => new Date('2026-03-04T05:06:07Z'),
      newestSound: () => succeed({ notebook: EMPTY_NOTEBOOK, created: '2026-03-01T00:00:00.000Z' }),
      keepBeforeMigration: () => succeed(null),
    });
    const loaded = store.load(WORK_ID);
    const isTold = !loaded.ok || store.notices(WORK_ID).length > 0;
    if (isWrittenOver) await store.change(WORK_ID, saveNote(99));
    if (isTold) {
      store.flush();
      return isKept(folder, spoilt) || (loaded.ok && hasAllOf(loaded.value, spoilt)) ? 'told' : 'overwritten';
    }
    return judgeSilent(loaded.value, spoilt, states);
  } catch (error) {
    console.error(error);
    return 'crash';
  }
}

/** Whether what was spoilt still stands in the folder to the last byte, whatever it is called now. */
function isKept(folder: string, { bytes }: Spoilt): boolean {
  return fs.readdirSync(folder).some((name) => fs.readFileSync(path.join(folder, name)).equals(bytes));
}

function judgeSilent(loaded: Notebook, spoilt: Spoilt, states: readonly Notebook[]): Outcome {
  const { name, bytes } = spoilt;
  const at = states.findIndex((state) => isDeepStrictEqual(state, loaded));
  if (at === states.length - 1) return 'whole';
  if (name.endsWith('.journal')) return at >= 0 ? 'like an unfinished write' : 'lost';
  const text = bytes.toString('utf8');
  // Letters that are none would be replaced by others, and the file overwritten with those.
  if (!Buffer.from(text).equals(bytes)) return 'lost';
  return hasAllOf(loaded, spoilt) ? 'like an edit by hand' : 'lost';
}

/** Whether a file that was spoilt is in order all the same, and every note in it was taken. */
function hasAllOf(loaded: Notebook, { name, bytes }: Spoilt): boolean {
  if (name.endsWith('.journal')) return false;
  const content = parseNotebookFile(bytes.toString('utf8'), () => '');
  if (content.type !== 'notebook') return false;
  const ids = new Set(loaded.annotations.map(({ id }) => id));
  return content.notebook.annotations.every(({ id }) => ids.has(id));
}

test(`${TIMES} damaged notes files and journals: no crash, no silent loss, always told`, async () => {
  const { files, states } = await makeSoundFiles();
  const folder = makeQuickFolder();
  const random = seededRandom(SEED);
  const mutations = Object.entries(MUTATIONS);
  const names = [...files.keys()];
  const counts = new Map<Outcome, number>();
  const bad: string[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const [what, mutate] = mutations[time % mutations.length] ?? ['', (bytes: Buffer) => bytes];
    const name = names[Math.floor(random() * names.length)] ?? '';
    const bytes = mutate(files.get(name) ?? Buffer.alloc(0), random);
    const spoilt = { name, bytes, files: new Map(files).set(name, bytes) };
    const outcome = await tryFiles(folder, spoilt, states, time % WRITTEN_OVER === 0);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (BAD.has(outcome)) bad.push(`${time}: ${what} in ${name}: ${outcome}`);
  }
  const count = (outcome: Outcome): number => counts.get(outcome) ?? 0;
  recordFault({
    what: 'notes files and journals damaged at random',
    times: TIMES,
    unreadable: 0,
    lost: count('lost') + count('overwritten'),
    leftOver: 0,
    untold: count('lost') + count('crash'),
    detail:
      `${mutations.length} kinds of damage, seed ${SEED}: ${count('told')} told and kept aside, ${count('whole')} did no harm, ` +
      `${count('like an unfinished write')} journals end like an unfinished write, ` +
      `${count('like an edit by hand')} files are sound and pass for an edit by hand, ${count('crash')} crashes`,
  });
  expect(bad.slice(0, 20)).toEqual([]);
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
});

const BAD: ReadonlySet<Outcome> = new Set<Outcome>(['lost', 'overwritten', 'crash']);

/** In memory where the system has such a folder: ten thousand files need not reach a disk to be read. */
function makeQuickFolder(): string {
  const memory = '/dev/shm';
  const folder = fs.mkdtempSync(path.join(fs.existsSync(memory) ? memory : os.tmpdir(), 'duizhao-faults-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
