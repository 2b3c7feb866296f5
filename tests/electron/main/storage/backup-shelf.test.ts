import '../../electron-in-node.ts';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBackupShelf } from '../../../../electron/main/storage/backup-shelf.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { canMount, makeSmallDisk } from './full-disk.ts';
import { startKeeping, valueOf } from './sample-backups.ts';
import { makeNote } from './sample-notes.ts';

async function exportOne(): Promise<string> {
  const kept = startKeeping(makeFolder());
  await kept.write('a', 1, '笔记');
  await kept.write('b', 2);
  const { id } = valueOf(await kept.backups.make('asked'));
  const file = path.join(makeFolder(), 'out.json');
  valueOf(createBackupShelf(kept.folder).exportTo(id, file));
  return file;
}

describe('an exported backup', () => {
  test('can be brought in elsewhere and read like the others', async () => {
    const file = await exportOne();
    expect(fs.readdirSync(path.dirname(file))).toEqual(['out.json']);
    const other = startKeeping(makeFolder());
    const shelf = createBackupShelf(other.folder);
    const brought = valueOf(await shelf.bringIn(file));
    expect(brought).toMatchObject({ id: 'file-1', manifest: { reason: 'asked', settings: null } });
    expect(valueOf(shelf.list()).map(({ id }) => id)).toEqual(['file-1']);
    expect(shelf.isSound(brought)).toBe(true);
    const opened = valueOf(shelf.open('file-1'));
    expect(valueOf(opened.readNotebook('a')).annotations).toEqual([makeNote(1, '笔记')]);
    expect(opened.readNotebook('c')).toMatchObject({ failure: { code: 'not-found' } });
    expect(fs.existsSync(other.folder.path)).toBe(false);

    valueOf(shelf.exportTo('file-1', path.join(path.dirname(file), 'again.json')));
    expect(fs.readFileSync(path.join(path.dirname(file), 'again.json'), 'utf8')).toBe(
      fs.readFileSync(file, 'utf8'),
    );
    valueOf(await shelf.bringIn(file));
    expect(valueOf(shelf.list()).map(({ id }) => id)).toEqual(['file-2']);
    expect(shelf.open('file-1')).toMatchObject({ failure: { code: 'not-found' } });
  });

  test('is refused once a letter of it has changed', async () => {
    const file = await exportOne();
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('笔记', '笔计'));
    const shelf = createBackupShelf(startKeeping(makeFolder()).folder);
    expect(await shelf.bringIn(file)).toMatchObject({ failure: { code: 'damaged-file' } });
    expect(valueOf(shelf.list())).toEqual([]);
  });

  test('is refused where it is a folder, missing or something else', async () => {
    const folder = makeFolder();
    const shelf = createBackupShelf(startKeeping(folder).folder);
    fs.writeFileSync(path.join(folder, 'photo.json'), Buffer.from([0xff, 0xd8, 0xff, 0]));
    expect(await shelf.bringIn(folder)).toMatchObject({ ok: false });
    expect(await shelf.bringIn(path.join(folder, 'none.json'))).toMatchObject({ ok: false });
    expect(await shelf.bringIn(path.join(folder, 'photo.json'))).toMatchObject({
      failure: { code: 'damaged-file' },
    });
  });

  test('takes the place of the file the reader chose, or leaves that as it was', async (context) => {
    if (!canMount) return context.skip();
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1, '长'.repeat(30_000));
    const { id } = valueOf(await kept.backups.make('asked'));
    const shelf = createBackupShelf(kept.folder);
    const disk = makeSmallDisk(64);
    fs.writeFileSync(path.join(disk, 'out.json'), 'the old one');
    expect(shelf.exportTo(id, path.join(disk, 'out.json'))).toMatchObject({ failure: { code: 'disk-full' } });
    expect(fs.readFileSync(path.join(disk, 'out.json'), 'utf8')).toBe('the old one');
    expect(fs.readdirSync(disk)).toEqual(['out.json']);
    const file = path.join(makeFolder(), 'out.json');
    fs.writeFileSync(file, 'the old one');
    valueOf(shelf.exportTo(id, file));
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ format: 'duizhao-backup' });
  });

  test('is not written from a damaged backup', async () => {
    const kept = startKeeping(makeFolder());
    await kept.write('a', 1);
    const { id } = valueOf(await kept.backups.make('asked'));
    fs.writeFileSync(path.join(kept.folder.path, id, 'notes', 'a.json'), '{}');
    const file = path.join(makeFolder(), 'out.json');
    expect(createBackupShelf(kept.folder).exportTo(id, file)).toMatchObject({
      failure: { code: 'damaged-file' },
    });
    expect(fs.existsSync(file)).toBe(false);
  });
});
