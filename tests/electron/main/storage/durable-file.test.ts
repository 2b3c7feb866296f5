import '../../electron-in-node.ts';
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDurableFile } from '../../../../electron/main/storage/durable-file.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { canMount, makeSmallDisk } from './full-disk.ts';

const MEMORY_DISK = '/dev/shm';

/** A folder on another file system than that of temporary files, across which nothing can be renamed. */
const secondDisk = [MEMORY_DISK].find((folder) => {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.dev !== statSync(os.tmpdir()).dev;
});

describe('a durable file', () => {
  test('is undefined until something was written, and touches nothing by being read', () => {
    const folder = makeFolder();
    const file = openDurableFile(path.join(folder, 'notes', 'a.json'));
    expect(file.read()).toEqual({ ok: true, value: undefined });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('reads back what was written, by another opening too, and leaves one file only', () => {
    const folder = makeFolder();
    const filePath = path.join(folder, 'notes', 'a.json');
    const file = openDurableFile(filePath);
    const contents = [{ text: '网络主权' }, { 'a.b': [1, null, { '': '' }] }, {}];
    for (const content of contents) {
      expect(file.write(content)).toEqual({ ok: true, value: null });
      expect(file.read()).toEqual({ ok: true, value: content });
      expect(openDurableFile(filePath).read()).toEqual({ ok: true, value: content });
    }
    expect(readdirSync(path.join(folder, 'notes'))).toEqual(['a.json']);
  });

  test.each([
    ['nothing', ''],
    ['half a file', '{"annotations": [{"id"'],
    ['a list', '[]'],
    ['a number', '1'],
    ['null', 'null'],
    ['zeros, as after a power cut', '\0\0\0\0'],
  ])('that holds %s is damaged, and left untouched', (_name, text) => {
    const filePath = path.join(makeFolder(), 'a.json');
    writeFileSync(filePath, text);
    expect(openDurableFile(filePath).read()).toMatchObject({
      ok: false,
      failure: { code: 'damaged-file', detail: expect.stringContaining(filePath) as string },
    });
    expect(readFileSync(filePath, 'utf8')).toBe(text);
  });

  test.each([
    ['a byte that begins nothing', [0xff]],
    ['a letter that is cut off', [0xe7, 0xbd]],
    ['a letter of more bytes than it needs', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['letters of UTF-16', [...Buffer.from('网络', 'utf16le')]],
    ['letters of GB 18030', [0xcd, 0xf8, 0xc2, 0xe7]],
  ])(
    'that holds %s is damaged, and left to the byte: other letters would be written over it',
    (_name, bytes) => {
      const filePath = path.join(makeFolder(), 'a.json');
      const content = Buffer.concat([Buffer.from('{"text":"'), Buffer.from(bytes), Buffer.from('"}')]);
      writeFileSync(filePath, content);
      const file = openDurableFile(filePath);
      expect(file.read()).toMatchObject({ failure: { code: 'damaged-file' } });
      expect(file.readText()).toMatchObject({ failure: { code: 'damaged-file' } });
      expect(readFileSync(filePath).equals(content)).toBe(true);
    },
  );

  test('writes through a link and keeps the link', () => {
    const folder = makeFolder();
    mkdirSync(path.join(folder, 'cloud'));
    const target = path.join(folder, 'cloud', 'a.json');
    writeFileSync(target, '{"n":1}');
    symlinkSync(target, path.join(folder, 'a.json'));
    const file = openDurableFile(path.join(folder, 'a.json'));
    expect(file.read()).toEqual({ ok: true, value: { n: 1 } });
    expect(file.write({ n: 2 }).ok).toBe(true);
    expect(JSON.parse(readFileSync(target, 'utf8'))).toEqual({ n: 2 });
    expect(readdirSync(path.join(folder, 'cloud'))).toEqual(['a.json']);
  });

  test('says which folder is not one, and writes again when it can', () => {
    const folder = makeFolder();
    writeFileSync(path.join(folder, 'notes'), 'a file where a folder should be');
    const file = openDurableFile(path.join(folder, 'notes', 'a.json'));
    expect(file.read()).toEqual({ ok: true, value: undefined });
    expect(file.write({ n: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'no-folder', detail: expect.stringContaining(path.join(folder, 'notes')) as string },
    });
    expect(readFileSync(path.join(folder, 'notes'), 'utf8')).toBe('a file where a folder should be');
  });

  test('is made whole again after a crash in the middle of a write', () => {
    const folder = makeFolder();
    const filePath = path.join(folder, 'a.json');
    writeFileSync(filePath, '{"n": 2, "cut off');
    writeFileSync(`${filePath}.previous`, '{"n":1}');
    writeFileSync(`${filePath}.tmp-1234567890abcdef`, '{"n":');
    expect(openDurableFile(filePath).read()).toEqual({ ok: true, value: { n: 1 } });
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  test.runIf(canMount)('on a disk that may only be read is read, and says so when it is written', () => {
    const folder = makeSmallDisk(64);
    const filePath = path.join(folder, 'a.json');
    writeFileSync(filePath, '{"n":1}');
    writeFileSync(`${filePath}.tmp-1234567890abcdef`, '{"n":');
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    const file = openDurableFile(filePath);
    expect(file.read()).toEqual({ ok: true, value: { n: 1 } });
    expect(file.write({ n: 2 })).toMatchObject({ ok: false, failure: { code: 'read-only' } });
    expect(file.read()).toEqual({ ok: true, value: { n: 1 } });
  });

  test('keeps the new content when a crash only left the second name of the old one', () => {
    const folder = makeFolder();
    const filePath = path.join(folder, 'a.json');
    writeFileSync(filePath, '{"n":2}');
    writeFileSync(`${filePath}.previous`, '{"n":1}');
    expect(openDurableFile(filePath).read()).toEqual({ ok: true, value: { n: 2 } });
    expect(existsSync(`${filePath}.previous`)).toBe(false);
  });

  test.runIf(canMount)('never loses the good file to a full disk, whatever the size of the new one', () => {
    const folder = makeSmallDisk(64);
    const filePath = path.join(folder, 'a.json');
    const file = openDurableFile(filePath);
    expect(file.write({ text: 'good' }).ok).toBe(true);
    // Sizes around every boundary of 4 KiB pages: some fail in the write, some are silently cut off.
    for (let length = 40_000; length < 80_000; length += 1_777) {
      const result = file.write({ text: 'x'.repeat(length) });
      if (result.ok) {
        expect(file.write({ text: 'good' }).ok).toBe(true);
      } else {
        expect(result.failure.code).toBe('disk-full');
        expect(JSON.parse(readFileSync(filePath, 'utf8'))).toEqual({ text: 'good' });
      }
      expect(readdirSync(folder)).toEqual(['a.json']);
    }
    expect(file.write({ text: 'x'.repeat(200_000) })).toMatchObject({ failure: { code: 'disk-full' } });
    expect(file.write({ text: 'better' }).ok).toBe(true);
  });

  test('is never written in place, not even where electron-store would: inside a Snap', () => {
    vi.stubEnv('SNAP', '/snap/duizhao/1');
    onTestFinished(() => void vi.unstubAllEnvs());
    const folder = makeFolder();
    const filePath = path.join(folder, 'a.json');
    const file = openDurableFile(filePath);
    expect(file.write({ n: 1 }).ok).toBe(true);
    // Whoever holds the old file open still reads the old file, whole: another one has taken its name.
    const held = openSync(filePath, 'r');
    onTestFinished(() => closeSync(held));
    expect(file.write({ n: 2 }).ok).toBe(true);
    expect(JSON.parse(readFileSync(held, 'utf8'))).toEqual({ n: 1 });
    expect(file.read()).toEqual({ ok: true, value: { n: 2 } });
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  test.runIf(secondDisk !== undefined)(
    'that a link leads to on another disk is replaced there, whole, by its name',
    () => {
      const folder = makeFolder();
      const far = makeFolder(secondDisk);
      expect(statSync(far).dev).not.toBe(statSync(folder).dev);
      const target = path.join(far, 'a.json');
      writeFileSync(target, '{"n":1}');
      symlinkSync(target, path.join(folder, 'a.json'));
      const held = openSync(target, 'r');
      onTestFinished(() => closeSync(held));
      const file = openDurableFile(path.join(folder, 'a.json'));
      expect(file.write({ n: 2 })).toEqual({ ok: true, value: null });
      expect(JSON.parse(readFileSync(held, 'utf8'))).toEqual({ n: 1 });
      expect(JSON.parse(readFileSync(target, 'utf8'))).toEqual({ n: 2 });
      expect([readdirSync(folder), readdirSync(far)]).toEqual([['a.json'], ['a.json']]);
    },
  );

  test.runIf(secondDisk !== undefined)('in a folder that is a link to another disk is written there', () => {
    const folder = makeFolder();
    const far = makeFolder(secondDisk);
    symlinkSync(far, path.join(folder, 'notes'));
    const file = openDurableFile(path.join(folder, 'notes', 'a.json'));
    for (const n of [1, 2]) expect(file.write({ n })).toEqual({ ok: true, value: null });
    expect(file.read()).toEqual({ ok: true, value: { n: 2 } });
    expect(readdirSync(far)).toEqual(['a.json']);
  });

  test.runIf(canMount)(
    'that is a disk of its own cannot be replaced: refused, and the good file is kept',
    () => {
      const folder = makeFolder();
      const source = path.join(makeSmallDisk(64), 'a.json');
      const filePath = path.join(folder, 'a.json');
      writeFileSync(source, '{"n":1}');
      writeFileSync(filePath, '');
      execFileSync('mount', ['--bind', source, filePath]);
      onTestFinished(() => void execFileSync('umount', [filePath]));
      // What a rename cannot do, electron-store would do by writing into the good file.
      const written = openDurableFile(filePath).write({ n: 2 });
      expect(written).toMatchObject({
        ok: false,
        failure: { detail: expect.stringMatching(/EBUSY|EXDEV/) as string },
      });
      expect(readFileSync(source, 'utf8')).toBe('{"n":1}');
      expect(readdirSync(folder)).toEqual(['a.json']);
    },
  );

  test.runIf(canMount)('leaves no half file where there was none', () => {
    const folder = makeSmallDisk(64);
    const file = openDurableFile(path.join(folder, 'a.json'));
    for (let length = 50_000; length < 90_000; length += 3_001) {
      const result = file.write({ text: 'x'.repeat(length) });
      if (!result.ok) expect(file.read()).toEqual({ ok: true, value: undefined });
      if (result.ok) break;
    }
    expect(readdirSync(folder).filter((name) => name !== 'a.json')).toEqual([]);
  });
});
