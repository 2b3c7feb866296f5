import '../../electron-in-node.ts';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NotebookChange } from '../../../../core/annotation/notebook.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../core/settings/settings.ts';
import { createHandlers } from '../../../../electron/main/handlers/create-handlers.ts';
import { openBackupFolder } from '../../../../electron/main/storage/backup-folder.ts';
import type { Backups } from '../../../../electron/main/storage/backups.ts';
import { keepBackups } from '../../../../electron/main/storage/keep-backups.ts';
import { openCatalogue } from '../../../../electron/main/storage/catalogue.ts';
import { openDrafts } from '../../../../electron/main/storage/drafts.ts';
import { createLibraryIndexKeeper } from '../../../../electron/main/storage/library-index-keeper.ts';
import { openLibrary } from '../../../../electron/main/storage/library.ts';
import { openNotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { openRevisionShelf } from '../../../../electron/main/storage/revision-shelf.ts';
import { openSettingsStore } from '../../../../electron/main/storage/settings-store.ts';
import { parseWork } from '../../../../core/text/work-file.ts';
import { openTexts } from '../../../../electron/main/storage/texts.ts';
import { openWorkNames } from '../../../../electron/main/storage/work-names.ts';
import { openWorkBin } from '../../../../electron/main/storage/work-bin.ts';
import type { RequestHandlers } from '../../../../ipc/contract.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';
import { makeNote, saveNote } from '../storage/sample-notes.ts';

let userData: string;
let handlers: RequestHandlers;
let copied: string[];
let followed: Settings[];

/** The file the reader will choose next; '' for none. */
let chosenFile: string;

const dialog = {
  showOpenDialog: () =>
    Promise.resolve({ canceled: chosenFile === '', filePaths: chosenFile === '' ? [] : [chosenFile] }),
  showSaveDialog: () => Promise.resolve({ canceled: chosenFile === '', filePath: chosenFile }),
};

let programs: Backups[];

function openProgram(): RequestHandlers {
  const settings = openSettingsStore(path.join(userData, 'settings.json'), () => new Date());
  const kept = keepBackups(
    openNotebookStore(path.join(userData, 'notes')),
    openBackupFolder(path.join(userData, 'backups')),
    settings.serialize,
    () => {},
  );
  programs.push(kept.backups);
  const shipped = openLibrary(path.join(userData, 'shipped'));
  const shelf = openRevisionShelf(path.join(userData, 'library'), () => new Date());
  const libraryFolder = path.join(userData, 'library');
  const catalogue = openCatalogue(libraryFolder, shelf);
  const names = openWorkNames(libraryFolder);
  return createHandlers({
    settings,
    ...kept,
    dialog,
    shipped,
    shelf,
    catalogue,
    names,
    bin: openWorkBin({
      folder: path.join(userData, 'bin'),
      libraryFolder,
      notesFolder: path.join(userData, 'notes'),
      notebooks: kept.notebooks,
      shelf,
      names,
      now: () => new Date(),
    }),
    library: openTexts({ shipped, shelf, catalogue, notebooks: kept.notebooks }),
    handedFiles: { take: () => undefined },
    keepLibraryIndexPiece: createLibraryIndexKeeper({
      base: path.join(userData, 'library', 'search-index.bin'),
      tail: path.join(userData, 'library', 'search-index-tail.bin'),
    }),
    drafts: openDrafts(libraryFolder),
    clipboard: { writeText: async (text) => void copied.push(text) },
    dialogs: {
      askWhereToSave: () => Promise.resolve(undefined),
      askWhatToOpen: () => Promise.resolve(undefined),
    },
    now: () => new Date(),
    environment: { systemLocale: 'zh-CN', platform: 'linux', appVersion: '1.2.3' },
    onHistoryDescribed: () => {},
    onSettingsChanged: (settings) => void followed.push(settings),
  });
}

beforeEach(() => {
  userData = makeFolder();
  copied = [];
  followed = [];
  programs = [];
  chosenFile = '';
  const folder = path.join(userData, 'shipped', 'poem');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'work.json'), JSON.stringify(makeWorkFile('poem')));
  writeFileSync(path.join(folder, 'search-index.json'), 'index');
  handlers = openProgram();
});

afterEach(() => Promise.all(programs.map((backups) => backups.settled())));

describe('main answers', () => {
  test('what the page must know at the start', () => {
    expect(handlers.getStartInfo(undefined)).toEqual({
      ok: true,
      value: {
        systemLocale: 'zh-CN',
        platform: 'linux',
        appVersion: '1.2.3',
        settings: DEFAULT_SETTINGS,
        notices: [],
      },
    });
  });

  test('the works without looking into their notes, and how many they have apart', async () => {
    mkdirSync(path.join(userData, 'notes'));
    writeFileSync(path.join(userData, 'notes', 'broken.json'), 'broken');
    await handlers.changeNotebook({ workId: 'poem', changes: saveNote(1) });
    expect(await handlers.countNotes(undefined)).toMatchObject({
      value: { poem: { notes: 1, readUnits: 0 } },
    });
    expect(handlers.listWorks(undefined)).toEqual({
      ok: true,
      value: [
        {
          id: 'poem',
          titles: { en: 'A poem', 'zh-Hans': '诗一首' },
          languages: ['zh-Hans', 'en'],
          unitCount: 1,
          lengths: { 'zh-Hans': 5, en: 4 },
          isBundled: true,
        },
      ],
    });
  });

  test('how many notes there are, with those that came while the others were read', async () => {
    await handlers.changeNotebook({ workId: 'poem', changes: saveNote(1) });
    const program = openProgram();
    const counting = program.countNotes(undefined);
    await program.changeNotebook({ workId: 'poem', changes: saveNote(2) });
    expect([await counting, await program.countNotes(undefined)]).toMatchObject([
      { value: { poem: { notes: 2 } } },
      { value: { poem: { notes: 2 } } },
    ]);
  });

  test('a work with its notes and its index, also after a restart', async () => {
    expect(await handlers.changeNotebook({ workId: 'poem', changes: saveNote(1) })).toMatchObject({
      ok: true,
    });
    for (const program of [handlers, openProgram()]) {
      expect(await program.openWork('poem')).toMatchObject({
        ok: true,
        value: {
          work: { id: 'poem' },
          notebook: '/notebooks/poem.json',
          notices: [],
          searchIndex: 'index',
        },
      });
      expect(await program.loadNotebook('poem')).toEqual({
        ok: true,
        value: { notebook: '/notebooks/poem.json', notices: [] },
      });
      expect(await program.openFirstWork(undefined)).toEqual(await program.openWork('poem'));
    }
  });

  test('that there is no work to begin with', async () => {
    rmSync(path.join(userData, 'shipped', 'poem'), { recursive: true });
    expect(await openProgram().openFirstWork(undefined)).toEqual({ ok: true, value: null });
  });

  test('that a work does not exist, and makes no notes for it', async () => {
    expect(await handlers.openWork('prose')).toMatchObject({ failure: { code: 'not-found' } });
    expect(await handlers.loadNotebook('prose')).toMatchObject({ failure: { code: 'not-found' } });
    expect(await handlers.changeNotebook({ workId: 'prose', changes: saveNote(1) })).toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  test('with the notes of a work that is gone, and changes them, but never makes any for it', async () => {
    const gone = openNotebookStore(path.join(userData, 'notes'));
    await gone.change('prose', saveNote(1));
    gone.flush();
    expect(await handlers.openWork('prose')).toMatchObject({ failure: { code: 'not-found' } });
    expect(await handlers.loadNotebook('prose')).toMatchObject({
      value: { notebook: '/notebooks/prose.json' },
    });
    expect(
      await handlers.changeNotebook({ workId: 'prose', changes: saveNote(1, 'put to rights') }),
    ).toMatchObject({
      ok: true,
    });
    expect(openNotebookStore(path.join(userData, 'notes')).load('prose')).toMatchObject({
      value: { annotations: [{ body: 'put to rights' }] },
    });
    expect(await handlers.changeNotebook({ workId: 'other', changes: saveNote(1) })).toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  test('that notes were damaged when the work is opened', async () => {
    mkdirSync(path.join(userData, 'notes'));
    writeFileSync(path.join(userData, 'notes', 'poem.json'), 'broken');
    expect(await handlers.openWork('poem')).toMatchObject({ value: { notices: [{ code: 'notes-lost' }] } });
  });

  test('that notes cannot be read when the work is opened, and lists the work all the same', async () => {
    mkdirSync(path.join(userData, 'notes'));
    writeFileSync(path.join(userData, 'notes', 'poem.json'), '{"schemaVersion":7}');
    expect(await handlers.openWork('poem')).toMatchObject({ failure: { code: 'newer-file' } });
    expect(await handlers.listWorks(undefined)).toMatchObject({
      value: [{ id: 'poem' }],
    });
  });

  test('settings saved, and lets theme and menu follow', async () => {
    const chosen: Settings = { ...DEFAULT_SETTINGS, theme: 'dark', language: 'zh-Hans' };
    expect(await handlers.saveSettings(chosen)).toEqual({ ok: true, value: null });
    expect(followed).toEqual([chosen]);
    expect(await openProgram().getStartInfo(undefined)).toMatchObject({ value: { settings: chosen } });
  });

  test('a backup made, and lists it with what it holds', async () => {
    await handlers.changeNotebook({ workId: 'poem', changes: saveNote(1) });
    const made = await handlers.makeBackup({ reason: 'import' });
    expect(made).toEqual({
      ok: true,
      value: {
        id: expect.stringMatching(/Z-import$/) as string,
        made: {
          created: expect.stringMatching(/Z$/) as string,
          reason: 'import',
          noteCount: 1,
          works: [{ workId: 'poem', noteCount: 1 }],
        },
        isSound: true,
      },
    });
    const broken = path.join(userData, 'backups', '2026-01-01T00-00-00.000Z-daily');
    mkdirSync(broken);
    expect(await openProgram().listBackups(undefined)).toEqual({
      ok: true,
      value: {
        backups: [made.ok && made.value, { id: path.basename(broken), made: null, isSound: false }],
        lastFailure: null,
      },
    });
  });

  test('how a backup differs from now, and gives its notes', async () => {
    const save = async (number: number, body?: string) =>
      handlers.changeNotebook({ workId: 'poem', changes: saveNote(number, body) });
    await save(1);
    await save(2, 'x'.repeat(500));
    const made = await handlers.makeBackup({ reason: 'asked' });
    const id = made.ok ? made.value.id : '';
    await save(1, 'changed');
    await handlers.changeNotebook({
      workId: 'poem',
      changes: [
        { type: 'annotation-erased', id: makeNote(2).id },
        { type: 'progress-set', unit: 'u', progress: 'read' },
      ],
    });
    await save(3);
    const example = { kind: 'note', quote: '网络主权', language: 'zh-Hans' };
    expect(await handlers.compareBackup({ id })).toEqual({
      ok: true,
      value: [
        {
          workId: 'poem',
          noteCount: 2,
          isCarriedOver: false,
          onlyInBackup: { count: 1, examples: [{ ...example, id: makeNote(2).id, body: 'x'.repeat(160) }] },
          onlyNow: { count: 1, examples: [{ ...example, id: makeNote(3).id, body: 'note 3' }] },
          changed: { count: 1, examples: [{ ...example, id: makeNote(1).id, body: 'note 1' }] },
          progressCount: 1,
          isOtherText: false,
        },
      ],
    });
    for (const workId of ['poem', null]) {
      expect(await handlers.readBackup({ id, workId })).toMatchObject({
        value: { poem: { annotations: [makeNote(1), makeNote(2, 'x'.repeat(500))] } },
      });
    }
    expect(await handlers.readBackup({ id, workId: 'prose' })).toMatchObject({
      failure: { code: 'not-found' },
    });
    expect(await handlers.compareBackup({ id: 'file-1' })).toMatchObject({ failure: { code: 'not-found' } });
  });

  test('notes of a backup on the text that is there, where theirs is not', async () => {
    const save = (...changes: readonly NotebookChange[]) =>
      handlers.changeNotebook({ workId: 'poem', changes });
    await save(...saveNote(1), { type: 'revision-set', revision: '0a'.repeat(32) });
    const made = await handlers.makeBackup({ reason: 'asked' });
    const id = made.ok ? made.value.id : '';
    await save({ type: 'revision-set', revision: null });
    const read = await handlers.readBackup({ id, workId: 'poem' });
    expect(read).toMatchObject({ value: { poem: { annotations: [makeNote(1)] } } });
    expect(read.ok ? read.value['poem']?.revision : '').toBeUndefined();
    expect(await handlers.compareBackup({ id })).toMatchObject({ value: [{ isOtherText: false }] });
  });

  test('a backup exported where the reader wants it, and brings it back', async () => {
    await handlers.changeNotebook({ workId: 'poem', changes: saveNote(1) });
    const made = await handlers.makeBackup({ reason: 'asked' });
    const id = made.ok ? made.value.id : '';
    expect(await handlers.exportBackup({ id })).toEqual({ ok: true, value: null });
    expect(await handlers.chooseBackupFile(undefined)).toEqual({ ok: true, value: null });
    chosenFile = path.join(userData, 'elsewhere.json');
    expect(await handlers.exportBackup({ id })).toEqual({ ok: true, value: chosenFile });
    const other = openProgram();
    const brought = await other.chooseBackupFile(undefined);
    expect(brought).toMatchObject({ value: { id: 'file-1', isSound: true, made: { noteCount: 1 } } });
    expect(await other.readBackup({ id: 'file-1', workId: null })).toMatchObject({
      value: { poem: { annotations: [makeNote(1)] } },
    });
  });

  test('text copied', async () => {
    expect(await handlers.copyText('网络主权')).toEqual({ ok: true, value: null });
    expect(copied).toEqual(['网络主权']);
  });

  test('which text of each work is read, those that only stand on the shelf among them', async () => {
    const treaty = parseWork(makeWorkFile('treaty'));
    const kept = openRevisionShelf(path.join(userData, 'library'), () => new Date()).keep({
      work: treaty,
      origin: 'file',
      name: '',
    });
    if (!kept.ok) throw new Error(kept.failure.detail);
    expect(await handlers.listTexts(undefined)).toEqual({
      ok: true,
      value: [
        {
          workId: 'poem',
          revision: expect.stringMatching(/^[0-9a-f]{64}$/u),
          titles: { en: 'A poem', 'zh-Hans': '诗一首' },
          unitCount: 1,
        },
        { workId: 'treaty', revision: kept.value, titles: treaty.titles, unitCount: treaty.units.length },
      ],
    });
    expect(handlers.listWorks(undefined)).toMatchObject({
      value: [
        { id: 'poem', isBundled: true },
        { id: 'treaty', isBundled: false },
      ],
    });
  });

  test('with the index of the library it was given, byte for byte', async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 128]);
    const added = Buffer.from([7, 7]);
    for (const [part, content] of [['base', bytes] as const, ['tail', added] as const]) {
      const piece = { part, offset: 0, total: content.length, bytes: content.toString('base64') };
      expect(await handlers.keepLibraryIndex(piece)).toEqual({ ok: true, value: null });
    }
    expect(readFileSync(path.join(userData, 'library', 'search-index.bin'))).toEqual(bytes);
    expect(readFileSync(path.join(userData, 'library', 'search-index-tail.bin'))).toEqual(added);
  });
});
