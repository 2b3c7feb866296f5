import '../electron/electron-in-node.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ElectronStore from 'electron-store';
import type { LibraryFilter } from '../../core/annotation/library-filter.ts';
import { NO_LIBRARY_FILTER } from '../../core/annotation/library-filter.ts';
import type { AnnotationOrder } from '../../core/annotation/sort-annotations.ts';
import { parseWork } from '../../core/text/work-file.ts';
import type { Work } from '../../core/text/work.ts';
import { openLibraryNotes } from '../../electron/main/handlers/library-notes.ts';
import type { Library } from '../../electron/main/storage/library.ts';
import { openBackupFolder } from '../../electron/main/storage/backup-folder.ts';
import { keepBackups } from '../../electron/main/storage/keep-backups.ts';
import { openNotebookStore, type NotebookStore } from '../../electron/main/storage/notebook-store.ts';
import { openWorkNames } from '../../electron/main/storage/work-names.ts';
import { fail, succeed } from '../../ipc/result.ts';
import { makeMixedNotes } from './make-notes.ts';
import { sealNotes } from './seal-notes.ts';

/** What is measured of the notes of a library, each in ms, in a process of its own: nothing before it has warmed anything. */
export interface LibraryNotesSamples {
  /** JSON.parse of every notes file, and nothing else. */
  readonly parse: readonly number[];
  /** The same files read by electron-store as it comes. */
  readonly plainRead: readonly number[];
  /** A change of one note by electron-store as it comes, which writes the file of its work. */
  readonly plainSave: readonly number[];
  /** Until there is a list to look at, with what has been read by then. */
  readonly firstQuery: readonly number[];
  /** Until the list has all notes. */
  readonly wholeQuery: readonly number[];
  /** Until then: how long other things wait for their turn. */
  readonly waits: readonly number[];
  readonly savesMeanwhile: readonly number[];
  readonly filtered: readonly number[];
  readonly saves: readonly number[];
  readonly queriesAfterSave: readonly number[];
  /** A save in the moment in which the pause after the last one ends. */
  readonly savesAtRest: readonly number[];
  /** One save after the other while the backup of the day is written, from the change that begins it on. */
  readonly savesDuringBackup: readonly number[];
}

const ROOT = path.resolve(import.meta.dirname, '../..');

const ROUNDS = 20;

/** A pause that is a little longer than the one after which the snapshot is written, in ms. */
const REST_MS = 1010;

const [folder = '', workCount = '', noteCount = ''] = process.argv.slice(2);

const text = readFileSync(path.join(ROOT, 'resources/library/joint-statement-2016/work.json'), 'utf8');

const shipped = parseWork(JSON.parse(text));

const works = new Map(
  Array.from({ length: Number(workCount) }, (_, index): [string, Work] => {
    const id = `work-${String(index).padStart(2, '0')}`;
    return [id, { ...shipped, id }];
  }),
);

const library: Library = {
  listIds: () => succeed([...works.keys()]),
  loadWork: (id) => {
    const work = works.get(id);
    return work === undefined ? fail('not-found', id) : succeed(work);
  },
  identify: (id) => fail('not-found', id),
  loadText: (id) => fail('not-found', id),
  locate: () => undefined,
};

async function measure(): Promise<LibraryNotesSamples> {
  const notes = path.join(folder, 'notes');
  mkdirSync(notes, { recursive: true });
  for (const work of works.values()) {
    writeFileSync(path.join(notes, `${work.id}.json`), sealNotes(makeMixedNotes(work, Number(noteCount))));
  }
  const plain = measurePlain(notes);
  const notebooks = openNotebookStore(notes);
  const { queryNotes, findNoteIds } = openLibraryNotes({
    library,
    notebooks,
    names: openWorkNames(path.join(folder, 'library')),
  });
  const query = (filter: Partial<LibraryFilter> = {}, order: AnnotationOrder = 'place') =>
    time(() =>
      queryNotes({
        source: 'notes',
        filter: { ...NO_LIBRARY_FILTER, ...filter },
        order,
        locale: 'en',
        offset: 0,
        limit: 200,
      }),
    );
  const save = openSaver(notebooks);

  const first = query();
  const all = time(() =>
    findNoteIds({ source: 'notes', filter: NO_LIBRARY_FILTER, order: 'place', locale: 'en' }),
  );
  const meanwhile = await watch(all, save);
  const firstQuery = [await first];
  const wholeQuery = [await all];
  const filtered = [
    await query({ kinds: ['note'] }),
    await query({ colors: ['red'], kinds: ['question'] }),
    await query({ text: 'wordings 77' }),
    await query({}, 'time'),
    await query({}, 'tag'),
  ];
  await query();
  const saves: number[] = [];
  const queriesAfterSave: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    saves.push(await save());
    queriesAfterSave.push(await query());
  }
  const savesAtRest: number[] = [];
  for (let round = 0; round < ROUNDS / 2; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    savesAtRest.push(await save());
  }
  const savesDuringBackup = await measureBackup(notebooks);
  return {
    ...plain,
    ...meanwhile,
    firstQuery,
    wholeQuery,
    filtered,
    saves,
    queriesAfterSave,
    savesAtRest,
    savesDuringBackup,
  };
}

/** The first change of the day begins a backup of all works; there was none before. */
async function measureBackup(store: NotebookStore): Promise<readonly number[]> {
  const backupFolder = openBackupFolder(path.join(folder, 'backups'));
  const { notebooks, backups } = keepBackups(
    store,
    backupFolder,
    () => '{}',
    ({ detail }) => {
      throw new Error(detail);
    },
  );
  const save = openSaver(notebooks);
  const first = await save();
  const { savesMeanwhile } = await watch(backups.settled(), save);
  return [first, ...savesMeanwhile];
}

function measurePlain(notes: string): Pick<LibraryNotesSamples, 'parse' | 'plainRead' | 'plainSave'> {
  const names = [...works.keys()];
  const parse = timeNow(() =>
    names.map((name): unknown => JSON.parse(readFileSync(path.join(notes, `${name}.json`), 'utf8'))),
  );
  const open = (name: string) => new ElectronStore({ cwd: notes, name, clearInvalidConfig: false });
  const plainRead = timeNow(() => names.map((name) => open(name).store));
  const copy = path.join(folder, 'plain');
  mkdirSync(copy);
  writeFileSync(path.join(copy, 'plain.json'), readFileSync(path.join(notes, `${names[0] ?? ''}.json`)));
  const store = new ElectronStore<Record<string, unknown>>({ cwd: copy, name: 'plain' });
  const plainSave = Array.from({ length: ROUNDS / 4 }, (_, round) =>
    timeNow(() => store.set('progress', { round })),
  );
  return { parse: [parse], plainRead: [plainRead], plainSave };
}

/** Saves a note again and again in the first work; each answers how long it took. */
function openSaver(notebooks: NotebookStore): () => Promise<number> {
  const [work = shipped] = works.values();
  const [note] = makeMixedNotes(work, 1);
  let round = 0;
  return () =>
    time(async () => {
      if (note === undefined) return;
      round += 1;
      const annotation = { ...note, body: `round ${round}` };
      await notebooks.change(work.id, [{ type: 'annotation-saved', annotation }]);
    });
}

/** Until something is done: how long each turn of the event loop takes, and how long a save does. */
async function watch(
  done: Promise<unknown>,
  save: () => Promise<number>,
): Promise<Pick<LibraryNotesSamples, 'waits' | 'savesMeanwhile'>> {
  const state = { isDone: false };
  const finished = done.then(() => (state.isDone = true));
  const waits: number[] = [];
  const savesMeanwhile: number[] = [];
  const saving = (async () => {
    while (!state.isDone) savesMeanwhile.push(await save());
  })();
  while (!state.isDone) {
    waits.push(await time(() => new Promise((resolve) => setImmediate(resolve))));
  }
  await Promise.all([finished, saving]);
  return { waits, savesMeanwhile };
}

async function time(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function timeNow(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

console.log(JSON.stringify(await measure()));
