import '../../electron-in-node.ts';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EMPTY_NOTEBOOK } from '../../../../core/annotation/notebook.ts';
import { serializeNotebook } from '../../../../core/backup/notebook-content.ts';
import { keepBeforeMigration } from '../../../../electron/main/storage/migration-backup.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { canMount, makeSmallDisk } from './full-disk.ts';
import { startKeeping, valueOf, type Kept } from './sample-backups.ts';
import { makeNote } from './sample-notes.ts';

/** Every backup, the newest first, by its reason and the numbers of notes in it. */
function describeBackups({ folder }: Kept): readonly string[] {
  return valueOf(folder.list()).map(({ id, manifest }) =>
    manifest === undefined
      ? `damaged ${id}`
      : [
          manifest.reason,
          manifest.day,
          ...manifest.works.map((work) => `${work.workId}:${work.noteCount}`),
        ].join(' '),
  );
}

function bodies({ folder }: Kept, workId: string): readonly (readonly string[])[] {
  return valueOf(folder.list()).map((backup) => {
    const read = folder.readNotebook(backup, workId);
    return read.ok ? read.value.annotations.map(({ body }) => body) : [read.failure.code];
  });
}

function notesFile(kept: Kept, index: number, workId: string): string {
  const id = valueOf(kept.folder.list())[index]?.id ?? '';
  return path.join(kept.folder.path, id, 'notes', `${workId}.json`);
}

describe('backups are made', () => {
  test('when asked, of every work, with what they say of themselves', async () => {
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1);
    await kept.write('b', 2);
    await kept.write('b', 3);
    const made = valueOf(await kept.backups.make('asked'));
    expect(made.id).toMatch(/^2026-03-0[123]T\d\d-00-00\.000Z-asked$/);
    expect(made.manifest).toEqual({
      formatVersion: 1,
      sequence: 1,
      created: new Date('2026-03-02T10:00').toISOString(),
      day: '2026-03-02',
      reason: 'asked',
      works: [
        {
          workId: 'a',
          noteCount: 1,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          isCarriedOver: false,
        },
        {
          workId: 'b',
          noteCount: 2,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          isCarriedOver: false,
        },
      ],
      settings: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(kept.folder.isSound(made)).toBe(true);
    expect(valueOf(kept.folder.readNotebook(made, 'b')).annotations).toEqual([makeNote(2), makeNote(3)]);
    expect(fs.readdirSync(path.join(kept.folder.path, made.id)).toSorted()).toEqual([
      'manifest.json',
      'notes',
      'settings.json',
    ]);
  });

  test('also of no notes at all, when asked', async () => {
    const kept = startKeeping(makeFolder());
    valueOf(await kept.backups.make('import'));
    expect(describeBackups(kept)).toEqual(['import 2026-03-02']);
  });

  test('when the program ends and something has changed, and only then', async () => {
    const userData = makeFolder();
    const first = startKeeping(userData);
    first.backups.atQuit();
    expect(fs.existsSync(first.folder.path)).toBe(false);
    await first.write('a', 1);
    first.backups.atQuit();
    expect(describeBackups(first)).toEqual(['daily 2026-03-02 a:1']);
    const second = startKeeping(userData, '2026-03-02T20:00');
    second.store.load('a');
    second.backups.atQuit();
    expect(describeBackups(second)).toEqual(['daily 2026-03-02 a:1']);
  });

  test('before the first change of a day, of the notes as they were', async () => {
    const userData = makeFolder();
    const killed = startKeeping(userData, '2026-03-02T10:00');
    await killed.write('a', 1);
    await killed.write('b', 2);
    await killed.backups.settled();
    expect(describeBackups(killed)).toEqual([]);

    const kept = startKeeping(userData, '2026-03-03T10:00');
    await Promise.all([kept.write('a', 1, 'changed'), kept.write('b', 2, 'changed'), kept.write('c', 3)]);
    await kept.write('a', 4);
    await kept.backups.settled();
    expect(describeBackups(kept)).toEqual(['daily 2026-03-02 a:1 b:1']);
    expect(bodies(kept, 'a')).toEqual([['note 1']]);
    expect(bodies(kept, 'b')).toEqual([['note 2']]);
    kept.backups.atQuit();
    expect(describeBackups(kept)).toEqual(['daily 2026-03-03 a:2 b:1 c:1', 'daily 2026-03-02 a:1 b:1']);
  });

  test('before the first change of a day while the program runs on', async () => {
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1);
    await kept.backups.settled();
    kept.setTime('2026-03-03T00:01');
    await kept.write('a', 2);
    await kept.backups.settled();
    await kept.write('a', 3);
    await kept.backups.settled();
    expect(describeBackups(kept)).toEqual(['daily 2026-03-02 a:1']);
  });

  test('not before the first change where the last backup says the same', async () => {
    const userData = makeFolder();
    const first = startKeeping(userData);
    await first.write('a', 1);
    first.backups.atQuit();
    const second = startKeeping(userData, '2026-03-04T10:00');
    await second.write('a', 2);
    await second.backups.settled();
    expect(describeBackups(second)).toEqual(['daily 2026-03-02 a:1']);
    expect(fs.readdirSync(second.folder.path)).toHaveLength(1);
  });

  test('of the moment they were asked for, whatever is changed while they are written', async () => {
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1);
    await kept.write('b', 2);
    await kept.backups.settled();
    const made = kept.backups.make('merge');
    void kept.write('b', 2, 'later');
    void kept.write('b', 2, 'later still');
    valueOf(await made);
    expect(bodies(kept, 'b')).toEqual([['note 2']]);
    valueOf(await kept.backups.make('asked'));
    expect(bodies(kept, 'b')).toEqual([['later still'], ['note 2']]);
  });

  test('at once when the program ends in the middle of one', async () => {
    const userData = makeFolder();
    const killed = startKeeping(userData, '2026-03-02T10:00');
    await killed.write('a', 1);
    const kept = startKeeping(userData, '2026-03-03T10:00');
    void kept.write('a', 2);
    kept.store.flush();
    kept.backups.atQuit();
    expect(describeBackups(kept)).toEqual(['daily 2026-03-03 a:2', 'daily 2026-03-02 a:1']);
    await kept.backups.settled();
    expect(describeBackups(kept)).toHaveLength(2);
  });

  test('of the file in its old schema before it is migrated, once', async () => {
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1);
    valueOf(await kept.backups.make('asked'));
    const old = '{"schemaVersion":1,"annotations":[],"progress":{"u":"read"}}';
    for (let time = 0; time < 2; time += 1) {
      expect(keepBeforeMigration(kept.folder, 'b', old, new Date('2026-03-02T11:00'))).toEqual({
        ok: true,
        value: null,
      });
    }
    expect(describeBackups(kept)).toEqual(['migration 2026-03-02 a:1 b:0', 'asked 2026-03-02 a:1']);
    expect(fs.readFileSync(notesFile(kept, 0, 'b'), 'utf8')).toBe(old);
    expect(valueOf(kept.folder.newestSound('b'))?.notebook).toEqual({
      ...EMPTY_NOTEBOOK,
      progress: { u: 'read' },
    });
  });
});

describe('what has not changed', () => {
  test('is the same file on disk', async () => {
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1);
    await kept.write('b', 2);
    valueOf(await kept.backups.make('asked'));
    await kept.write('b', 3);
    valueOf(await kept.backups.make('asked'));
    const inode = (index: number, workId: string) => fs.statSync(notesFile(kept, index, workId)).ino;
    expect(inode(0, 'a')).toBe(inode(1, 'a'));
    expect(inode(0, 'b')).not.toBe(inode(1, 'b'));
  });

  test('is written anew where the backup before has lost it', async () => {
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1);
    valueOf(await kept.backups.make('asked'));
    fs.writeFileSync(notesFile(kept, 0, 'a'), '{"schemaVersion":2');
    valueOf(await kept.backups.make('asked'));
    expect(bodies(kept, 'a')).toEqual([['note 1'], ['damaged-file']]);
  });

  test('is not taken from an older backup when the newest has been removed by hand', async () => {
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1);
    valueOf(await kept.backups.make('asked'));
    await kept.write('a', 1, 'second');
    const newest = valueOf(await kept.backups.make('asked'));
    fs.rmSync(path.join(kept.folder.path, newest.id), { recursive: true });
    valueOf(await kept.backups.make('asked'));
    expect(bodies(kept, 'a')).toEqual([['second'], ['note 1']]);
  });
});

describe('notes that cannot be read', () => {
  test('stand in new backups as the backup before had them', async () => {
    const userData = makeFolder();
    const first = startKeeping(userData);
    await first.write('a', 1);
    await first.write('b', 2);
    valueOf(await first.backups.make('asked'));
    fs.writeFileSync(path.join(userData, 'notes', 'a.json'), '{"schemaVersion":99}');
    const second = startKeeping(userData, '2026-03-03T10:00');
    await second.write('b', 3);
    const made = valueOf(await second.backups.make('asked'));
    expect(made.manifest?.works).toMatchObject([
      { workId: 'a', noteCount: 1, isCarriedOver: true },
      { workId: 'b', noteCount: 2, isCarriedOver: false },
    ]);
    expect(bodies(second, 'a')).toEqual([['note 1'], ['note 1']]);
  });
});

describe('a work whose notes are lost', () => {
  test('finds them in the newest backup that has them whole', async () => {
    const kept = startKeeping(makeFolder());
    expect(kept.folder.newestSound('a')).toEqual({ ok: true, value: undefined });
    for (const [number, time] of ['2026-03-02T10:00', '2026-03-03T10:00', '2026-03-04T10:00'].entries()) {
      kept.setTime(time);
      await kept.write('a', number);
      valueOf(await kept.backups.make('asked'));
    }
    fs.writeFileSync(notesFile(kept, 0, 'a'), '');
    expect(kept.folder.newestSound('a')).toEqual({
      ok: true,
      value: {
        notebook: { ...EMPTY_NOTEBOOK, annotations: [makeNote(0), makeNote(1)] },
        created: new Date('2026-03-03T10:00').toISOString(),
      },
    });
    expect(kept.folder.newestSound('b')).toEqual({ ok: true, value: undefined });
  });

  test('takes the last one made for the newest, whatever the clock said', async () => {
    const kept = startKeeping(makeFolder(), '2031-01-01T10:00');
    await kept.write('a', 1, 'from a clock that ran ahead');
    valueOf(await kept.backups.make('asked'));
    kept.setTime('2026-03-02T10:00');
    await kept.write('a', 1, 'from a clock that is right');
    valueOf(await kept.backups.make('asked'));
    expect(valueOf(kept.folder.newestSound('a'))?.notebook.annotations[0]?.body).toBe(
      'from a clock that is right',
    );
  });
});

describe('a folder of backups', () => {
  test('puts up with what is not its own, and shows what is broken as damaged', async () => {
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1);
    const made = valueOf(await kept.backups.make('asked'));
    for (const name of ['photos', '.DS_Store-folder', '2026-03-01T10-00-00.000Z-daily']) {
      fs.mkdirSync(path.join(kept.folder.path, name));
    }
    fs.writeFileSync(path.join(kept.folder.path, '2026-03-01T11-00-00.000Z-daily'), 'a file');
    fs.mkdirSync(path.join(kept.folder.path, '2026-03-01T12-00-00.000Z-daily'));
    fs.writeFileSync(
      path.join(kept.folder.path, '2026-03-01T12-00-00.000Z-daily', 'manifest.json'),
      JSON.stringify({ ...made.manifest, works: [{ workId: '../../notes/a' }] }),
    );
    expect(describeBackups(kept)).toEqual([
      'asked 2026-03-02 a:1',
      'damaged 2026-03-01T12-00-00.000Z-daily',
      'damaged 2026-03-01T11-00-00.000Z-daily',
      'damaged 2026-03-01T10-00-00.000Z-daily',
    ]);
    expect(valueOf(kept.folder.newestSound('a'))).toBeDefined();
  });

  test('gives two backups of one millisecond two names', async () => {
    const kept = startKeeping(makeFolder());
    const ids = [];
    for (let time = 0; time < 3; time += 1) ids.push(valueOf(await kept.backups.make('asked')).id);
    expect(ids.map((id) => id.replace(/^.*asked/, ''))).toEqual(['', '-2', '-3']);
    expect(valueOf(kept.folder.list()).map(({ id }) => id)).toEqual(ids.toReversed());
  });

  test('clears away what rotation lets go and what a killed program left, but nothing damaged', async () => {
    const userData = makeFolder();
    for (let day = 1; day <= 28; day += 1) {
      const evening = startKeeping(userData, `2026-03-${String(day).padStart(2, '0')}T10:00`);
      await evening.write('a', day);
      await evening.backups.settled();
      evening.backups.atQuit();
      if (day === 5) fs.writeFileSync(notesFile(evening, 0, 'a'), 'damaged');
    }
    const kept = startKeeping(userData, '2026-03-29T10:00');
    fs.mkdirSync(path.join(kept.folder.path, '.unfinished-0'));
    await kept.write('a', 29);
    await kept.backups.settled();
    const days = valueOf(kept.folder.list()).map(({ manifest }) => Number(manifest?.day.slice(-2)));
    expect(days).toEqual([28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 15, 8, 5, 1]);
    expect(fs.readdirSync(kept.folder.path).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('removes nothing outside itself', () => {
    const kept = startKeeping(makeFolder());
    expect(kept.folder.remove('../notes')).toMatchObject({ failure: { code: 'invalid-request' } });
  });
});

describe('a backup that cannot be made', () => {
  test('is read back a work at a time, and leaves nothing behind where one of them is not as it was written', () => {
    const { folder } = startKeeping(makeFolder());
    const head = { created: '2026-03-02T10:00:00.000Z', day: '2026-03-02', reason: 'asked' } as const;
    const { writer } = valueOf(folder.begin(head));
    for (const workId of ['a', 'b', 'c']) valueOf(writer.add(workId, serializeNotebook(EMPTY_NOTEBOOK), 0));
    const steps = folder.finishInSteps(writer, null);
    let stepCount = 0;
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      stepCount += 1;
      const [backup] = valueOf(folder.list());
      if (stepCount === 2)
        fs.writeFileSync(path.join(folder.path, backup?.id ?? '', 'notes', 'c.json'), '{}');
    }
    // Of each work one for its hash, one until it is read, and one until it is looked at.
    expect(stepCount).toBe(9);
    expect(fs.readdirSync(folder.path)).toEqual([]);
  });

  test('is told and leaves nothing behind on a full disk', async (context) => {
    if (!canMount) return context.skip();
    const disk = makeSmallDisk(256);
    const kept = startKeeping(disk);
    await kept.write('a', 1, '长'.repeat(25_000));
    valueOf(await kept.backups.make('asked'));
    await kept.write('a', 2, '长'.repeat(12_000));
    expect(await kept.backups.make('import')).toMatchObject({ failure: { code: 'disk-full' } });
    expect(fs.readdirSync(kept.folder.path)).toHaveLength(1);
    expect(bodies(kept, 'a')[0]).toEqual(['长'.repeat(25_000)]);
  });

  test('is told and leaves nothing behind where the folder may not be written', async () => {
    const userData = makeFolder();
    const kept = startKeeping(userData);
    await kept.write('a', 1);
    await kept.backups.settled();
    fs.chmodSync(kept.folder.path, 0o555);
    fs.chmodSync(userData, 0o755);
    becomeNobody();
    expect(await kept.backups.make('import')).toMatchObject({ failure: { code: 'no-permission' } });
    expect(fs.readdirSync(kept.folder.path)).toEqual([]);
  });

  test('is told when nobody waits for it, and does not keep the change from being saved', async () => {
    const userData = makeFolder();
    const killed = startKeeping(userData);
    await killed.write('a', 1);
    await killed.backups.settled();
    fs.rmdirSync(killed.folder.path);
    fs.writeFileSync(killed.folder.path, 'a file where the folder should be');
    const kept = startKeeping(userData, '2026-03-03T10:00');
    expect(await kept.write('a', 2)).toEqual({ ok: true, value: null });
    await kept.backups.settled();
    expect(kept.failures).toMatchObject([{ code: 'no-folder' }]);
    fs.rmSync(kept.folder.path);
    kept.backups.atQuit();
    expect(describeBackups(kept)).toEqual(['daily 2026-03-03 a:2']);
  });
});

/** For root nothing is forbidden, so for the rest of the test root is somebody else. */
function becomeNobody(): void {
  if (process.getuid?.() !== 0) return;
  process.seteuid?.('nobody');
  onTestFinished(() => process.seteuid?.(0));
}
