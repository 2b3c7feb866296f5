import '../../electron-in-node.ts';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serializeRecord } from '../../../../core/annotation/journal.ts';
import { EMPTY_NOTEBOOK, type Notebook } from '../../../../core/annotation/notebook.ts';
import { openBackupFolder } from '../../../../electron/main/storage/backup-folder.ts';
import { keepBeforeMigration } from '../../../../electron/main/storage/migration-backup.ts';
import { openNotebookStore, type NotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { fail, succeed } from '../../../../ipc/result.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { canMount, makeSmallDisk } from './full-disk.ts';
import { valueOf } from './sample-backups.ts';
import { makeNote, saveNote } from './sample-notes.ts';
import { NOTEBOOK_SCHEMA_VERSION } from '../../../../core/annotation/notebook-migrations.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures/notes');

const NOW = '2026-03-02T10:00:00.000Z';

const ASIDE = `poem.json.damaged-${NOW.replaceAll(':', '-')}`;

const BACKUP = {
  notebook: { ...EMPTY_NOTEBOOK, annotations: [makeNote(1, 'from the backup')] },
  created: '2026-03-01T10:00:00.000Z',
};

function open(folder: string, backup?: { notebook: Notebook; created: string }): NotebookStore {
  return openNotebookStore(folder, {
    now: () => new Date(NOW),
    newestSound: () => succeed(backup),
    keepBeforeMigration: () => succeed(null),
  });
}

/** A folder as an evening leaves it: a snapshot with note 1, and note 2 in the journal. */
async function makeNotes(): Promise<string> {
  const folder = makeFolder();
  const store = open(folder);
  await store.change('poem', saveNote(1));
  store.flush();
  await store.change('poem', saveNote(2));
  return folder;
}

/** For root nothing is forbidden, so for the rest of the test root is somebody else. */
function becomeNobody(): void {
  if (process.getuid?.() !== 0) return;
  process.seteuid?.('nobody');
  onTestFinished(() => process.seteuid?.(0));
}

const DAMAGES: readonly (readonly [string, (file: string) => void])[] = [
  ['cut off', (file) => fs.truncateSync(file, 100)],
  ['emptied', (file) => fs.truncateSync(file, 0)],
  ['binary', (file) => fs.writeFileSync(file, Buffer.from([0, 1, 2, 0xff, 0xfe, 10, 0]))],
  ['a list', (file) => fs.writeFileSync(file, '[]')],
  ['null', (file) => fs.writeFileSync(file, 'null')],
  ['an empty object', (file) => fs.writeFileSync(file, '{}')],
  ['of another schema', (file) => fs.writeFileSync(file, '{"schemaVersion":2,"annotations":{}}')],
  [
    'a folder',
    (file) => {
      fs.rmSync(file);
      fs.mkdirSync(file);
      fs.writeFileSync(path.join(file, 'a'), 'something of the reader’s');
    },
  ],
];

/** What stands under a name, file or folder, to compare it later. */
function contentOf(filePath: string): string {
  return fs.statSync(filePath).isDirectory()
    ? fs.readdirSync(filePath).join(' ')
    : fs.readFileSync(filePath, 'latin1');
}

describe.each(DAMAGES)('a notes file that is %s', (_name, damage) => {
  test('is kept aside untouched; the newest backup stands in its place, with the journal on top', async () => {
    const folder = await makeNotes();
    const file = path.join(folder, 'poem.json');
    damage(file);
    const damaged = contentOf(file);
    const store = open(folder, BACKUP);
    const expected = { ...EMPTY_NOTEBOOK, annotations: [makeNote(1, 'from the backup'), makeNote(2)] };
    expect(store.load('poem')).toEqual({ ok: true, value: expected });
    expect(store.notices('poem')).toEqual([
      { code: 'notes-restored', path: path.join(folder, ASIDE), backupCreated: BACKUP.created },
    ]);
    expect(contentOf(path.join(folder, ASIDE))).toBe(damaged);
    expect(fs.readdirSync(folder).toSorted()).toEqual(['poem.json', ASIDE]);
    const next = open(folder);
    expect(next.load('poem')).toEqual({ ok: true, value: expected });
    expect(next.notices('poem')).toEqual([]);
    expect((await next.change('poem', saveNote(3))).ok).toBe(true);
  });

  test('without a backup leaves what the journal has, and says so', async () => {
    const folder = await makeNotes();
    damage(path.join(folder, 'poem.json'));
    const store = open(folder);
    expect(store.load('poem')).toMatchObject({ value: { annotations: [makeNote(2)] } });
    expect(store.notices('poem')).toMatchObject([{ code: 'notes-lost', backupCreated: null }]);
    expect(fs.existsSync(path.join(folder, ASIDE))).toBe(true);
  });

  test('is left where it is while the backups cannot be read', async () => {
    const folder = await makeNotes();
    const file = path.join(folder, 'poem.json');
    damage(file);
    const damaged = contentOf(file);
    const store = openNotebookStore(folder, {
      now: () => new Date(NOW),
      newestSound: () => fail('no-permission', 'backups'),
      keepBeforeMigration: () => succeed(null),
    });
    expect(store.load('poem')).toMatchObject({ failure: { code: 'no-permission' } });
    expect((await store.change('poem', saveNote(3))).ok).toBe(false);
    expect(contentOf(file)).toBe(damaged);
  });

  test.runIf(process.platform !== 'win32')(
    'in a folder that may not be written is read from the backup and stays where it is',
    async () => {
      const folder = await makeNotes();
      const file = path.join(folder, 'poem.json');
      damage(file);
      const damaged = contentOf(file);
      // Root may write everywhere: somebody else reads what root has written.
      for (const name of fs.readdirSync(folder))
        if (name !== 'poem.json') fs.chmodSync(path.join(folder, name), 0o644);
      fs.chmodSync(path.dirname(folder), 0o755);
      fs.chmodSync(folder, 0o555);
      becomeNobody();
      const store = open(folder, BACKUP);
      expect(store.load('poem')).toMatchObject({
        value: { annotations: [makeNote(1, 'from the backup'), makeNote(2)] },
      });
      expect(store.notices('poem')).toMatchObject([{ code: 'notes-restored', path: file }]);
      expect(await store.change('poem', saveNote(3))).toMatchObject({ failure: { code: 'no-permission' } });
      expect(contentOf(file)).toBe(damaged);
    },
  );
});

describe('a journal', () => {
  test('with a broken record gives all others, is kept aside, and the reader is told', async () => {
    const folder = await makeNotes();
    const journal = path.join(folder, 'poem.journal');
    const sound = fs.readFileSync(journal, 'utf8');
    const damaged = `${sound}1 3 00000000 [half a reco\n${serializeRecord({ sequence: 4, changes: saveNote(4) })}`;
    fs.writeFileSync(journal, damaged);
    const store = open(folder);
    expect(store.load('poem')).toMatchObject({ value: { annotations: [1, 2, 4].map((n) => makeNote(n)) } });
    const aside = `${journal}.damaged-${NOW.replaceAll(':', '-')}`;
    expect(store.notices('poem')).toEqual([{ code: 'journal-damaged', path: aside, backupCreated: null }]);
    expect(fs.readFileSync(aside, 'utf8')).toBe(damaged);
    expect((await store.change('poem', saveNote(5))).ok).toBe(true);
    const next = open(folder);
    expect(next.load('poem')).toMatchObject({ value: { annotations: [1, 2, 4, 5].map((n) => makeNote(n)) } });
    expect(next.notices('poem')).toEqual([]);
  });

  test('whose last record is torn drops it in silence: it was never acknowledged', async () => {
    const folder = await makeNotes();
    const journal = path.join(folder, 'poem.journal');
    fs.appendFileSync(journal, serializeRecord({ sequence: 3, changes: saveNote(3) }).slice(0, -40));
    const store = open(folder);
    expect(store.load('poem')).toMatchObject({ value: { annotations: [makeNote(1), makeNote(2)] } });
    expect(store.notices('poem')).toEqual([]);
    expect((await store.change('poem', saveNote(4))).ok).toBe(true);
    expect(open(folder).load('poem')).toMatchObject({
      value: { annotations: [1, 2, 4].map((n) => makeNote(n)) },
    });
  });

  test('with a folder in its place is put aside, and changes go on being saved', async () => {
    const folder = await makeNotes();
    const journal = path.join(folder, 'poem.journal');
    fs.rmSync(journal);
    fs.mkdirSync(journal);
    const store = open(folder);
    expect(store.load('poem')).toMatchObject({ value: { annotations: [makeNote(1)] } });
    expect(store.notices('poem')).toMatchObject([{ code: 'journal-damaged' }]);
    expect((await store.change('poem', saveNote(3))).ok).toBe(true);
    expect(open(folder).load('poem')).toMatchObject({ value: { annotations: [makeNote(1), makeNote(3)] } });
  });

  test('left behind by a crash after its snapshot says nothing twice', async () => {
    const folder = await makeNotes();
    const journal = path.join(folder, 'poem.journal');
    const left = fs.readFileSync(journal);
    const first = open(folder);
    await first.change('poem', saveNote(2, 'later'));
    first.flush();
    fs.writeFileSync(journal, left);
    expect(open(folder).load('poem')).toMatchObject({
      value: { annotations: [makeNote(1), makeNote(2, 'later')] },
    });
  });

  test('or notes that are taken away while the program runs are written again with the next change', async () => {
    const folder = await makeNotes();
    const store = open(folder);
    store.load('poem');
    await store.change('poem', saveNote(3));
    fs.rmSync(folder, { recursive: true });
    expect((await store.change('poem', saveNote(4))).ok).toBe(true);
    expect(open(folder).load('poem')).toMatchObject({
      value: { annotations: [1, 2, 3, 4].map((n) => makeNote(n)) },
    });
  });

  test.runIf(canMount)('on a full disk takes back what was half written, and loses nothing', async () => {
    const folder = makeSmallDisk(64);
    const store = open(folder);
    for (let number = 1; number < 200; number += 1) {
      const saved = await store.change('poem', saveNote(number, 'x'.repeat(1500)));
      const read = valueOf(open(folder).load('poem')).annotations.length;
      expect(read).toBe(saved.ok ? number : number - 1);
      if (!saved.ok) break;
    }
    expect(store.unsaved()).toMatchObject({ failure: { code: 'disk-full' }, noteCount: 1 });
    fs.readdirSync(folder).forEach((name) => expect(name).toMatch(/^poem\.(json|journal)$/));
  });
});

describe('a program that ended', () => {
  test('between putting a damaged file aside and replacing it goes on there', async () => {
    const folder = await makeNotes();
    fs.renameSync(path.join(folder, 'poem.json'), path.join(folder, ASIDE));
    const store = open(folder, BACKUP);
    expect(store.load('poem')).toMatchObject({
      value: { annotations: [makeNote(1, 'from the backup'), makeNote(2)] },
    });
    expect(store.notices('poem')).toMatchObject([{ code: 'notes-restored', path: path.join(folder, ASIDE) }]);
    expect(open(folder).notices('poem')).toEqual([]);
  });

  test('leaves nothing behind beside the notes of any work, unless its writer lives', async () => {
    const folder = await makeNotes();
    const living = `poem.json.${process.ppid}.new.tmp-17640000001a2b3c`;
    const left = [
      'a.json.tmp-17640000001a2b3c',
      'b.json.999999999.new',
      'c.json.999999999.new.tmp-17640000001a2b3c',
    ];
    for (const name of [...left, living, 'd.json.previous']) fs.writeFileSync(path.join(folder, name), '{}');
    open(folder);
    expect(fs.readdirSync(folder).toSorted()).toEqual(
      ['d.json', 'poem.journal', 'poem.json', living].toSorted(),
    );
  });
});

describe('notes of an earlier schema', () => {
  test.each([1])('%i are backed up to the letter before they are first written', async (version) => {
    const userData = makeFolder();
    const folder = path.join(userData, 'notes');
    const text = fs.readFileSync(path.join(FIXTURES, `schema-${version}.json`), 'utf8');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'poem.json'), text);
    const backups = openBackupFolder(path.join(userData, 'backups'));
    const store = openNotebookStore(folder, {
      now: () => new Date(NOW),
      newestSound: backups.newestSound,
      keepBeforeMigration: (workId, old) => keepBeforeMigration(backups, workId, old, new Date(NOW)),
    });
    const before = valueOf(store.load('poem'));
    expect(fs.readdirSync(userData)).toEqual(['notes']);
    expect((await store.change('poem', saveNote(99))).ok).toBe(true);
    expect(store.flush().ok).toBe(true);
    expect(JSON.parse(fs.readFileSync(path.join(folder, 'poem.json'), 'utf8'))).toMatchObject({
      schemaVersion: NOTEBOOK_SCHEMA_VERSION,
    });
    const [backup] = valueOf(backups.list());
    expect(backup?.manifest?.reason).toBe('migration');
    const kept = path.join(backups.path, backup?.id ?? '', 'notes', 'poem.json');
    expect(fs.readFileSync(kept, 'utf8')).toBe(text);
    expect(valueOf(open(folder).load('poem')).annotations).toEqual([...before.annotations, makeNote(99)]);
  });

  test('are not replaced while they cannot be backed up; what is changed is kept in the journal', async () => {
    const folder = makeFolder();
    const text = fs.readFileSync(path.join(FIXTURES, 'schema-1.json'), 'utf8');
    fs.writeFileSync(path.join(folder, 'poem.json'), text);
    const store = openNotebookStore(folder, {
      now: () => new Date(NOW),
      newestSound: () => succeed(undefined),
      keepBeforeMigration: () => fail('disk-full', 'no room'),
    });
    expect((await store.change('poem', saveNote(99))).ok).toBe(true);
    expect(store.flush().ok).toBe(true);
    expect(fs.readFileSync(path.join(folder, 'poem.json'), 'utf8')).toBe(text);
    expect(valueOf(open(folder).load('poem')).annotations).toContainEqual(makeNote(99));
  });
});

test.runIf(process.platform !== 'win32')('notes that may not be read are left where they are', async () => {
  const folder = await makeNotes();
  fs.chmodSync(folder, 0o755);
  fs.chmodSync(path.join(folder, 'poem.json'), 0o000);
  becomeNobody();
  const store = open(folder, BACKUP);
  expect(store.load('poem')).toMatchObject({ failure: { code: 'no-permission' } });
  expect(await store.change('poem', saveNote(3))).toMatchObject({ failure: { code: 'no-permission' } });
  expect(fs.readdirSync(folder).toSorted()).toEqual(['poem.journal', 'poem.json']);
});
