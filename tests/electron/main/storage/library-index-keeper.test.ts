import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createLibraryIndexKeeper,
  type KeepLibraryIndexPiece,
} from '../../../../electron/main/storage/library-index-keeper.ts';
import type { LibraryIndexPiece } from '../../../../ipc/library-search.ts';

const OLD = Buffer.from('the index as it was');
const NEW = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));

let folder: string;
let base: string;
let keep: KeepLibraryIndexPiece;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'duizhao-index-'));
  base = path.join(folder, 'library', 'index.bin');
  keep = createLibraryIndexKeeper({ base, tail: path.join(folder, 'library', 'tail.bin') });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A file in pieces of so many bytes. */
function cut(content: Buffer, length: number, part: LibraryIndexPiece['part'] = 'base'): LibraryIndexPiece[] {
  return Array.from({ length: Math.ceil(content.length / length) }, (_, index) => ({
    part,
    offset: index * length,
    total: content.length,
    bytes: content.subarray(index * length, (index + 1) * length).toString('base64'),
  }));
}

/** Hands all pieces over without waiting for any of them. */
async function keepAll(pieces: readonly LibraryIndexPiece[]) {
  return Promise.all(pieces.map((piece) => keep(piece)));
}

const DONE = { ok: true, value: null };
const REFUSED = { ok: false, failure: { code: 'invalid-request' } };

function listFiles(): readonly string[] {
  return readdirSync(path.join(folder, 'library')).toSorted();
}

describe('the index of the library', () => {
  test('is put together from its pieces, byte for byte', async () => {
    expect(await keepAll(cut(NEW, 300))).toEqual([DONE, DONE, DONE, DONE]);
    expect(readFileSync(base)).toEqual(NEW);
    expect(listFiles()).toEqual(['index.bin']);
  });

  test('stays as it was until the last piece has come', async () => {
    await keepAll(cut(OLD, 100));
    await keepAll(cut(NEW, 300).slice(0, -1));
    expect(readFileSync(base)).toEqual(OLD);
  });

  test('is begun anew by a first piece, whatever was left of the one before', async () => {
    await keepAll([...cut(OLD, 5).slice(0, 2), ...cut(NEW, 999)]);
    expect(readFileSync(base)).toEqual(NEW);
    expect(listFiles()).toEqual(['index.bin']);
  });

  test('has two files, whose pieces may come by turns', async () => {
    const [a1, a2] = cut(NEW, 500);
    const [b1, b2] = cut(OLD, 10, 'tail');
    await keepAll([a1, b1, a2, b2].filter((piece) => piece !== undefined));
    expect(readFileSync(base)).toEqual(NEW);
    expect(readFileSync(path.join(folder, 'library', 'tail.bin'))).toEqual(OLD);
  });

  test.each([
    ['leaves some out', ([first, , third]: LibraryIndexPiece[]) => [first, third]],
    ['comes twice', ([first, second]: LibraryIndexPiece[]) => [first, second, second]],
    ['has no beginning', ([, second]: LibraryIndexPiece[]) => [second]],
    ['is longer than was said', ([first]: LibraryIndexPiece[]) => [first && { ...first, total: 2 }]],
    [
      'belongs to a longer one',
      ([first, second]: LibraryIndexPiece[]) => [first, second && { ...second, total: 2000 }],
    ],
    ['is empty', ([first]: LibraryIndexPiece[]) => [first && { ...first, bytes: '' }]],
  ])('refuses a piece that %s, and takes the file from its beginning', async (_, choose) => {
    const pieces = cut(NEW, 300);
    const results = await keepAll(choose(pieces).filter((piece) => piece !== undefined));
    expect(results.at(-1)).toMatchObject(REFUSED);
    await keepAll(pieces);
    expect(readFileSync(base)).toEqual(NEW);
  });

  test('goes on where a piece was refused', async () => {
    const [first, second, ...rest] = cut(NEW, 300);
    if (first === undefined || second === undefined) throw new Error('there are four pieces');
    await keepAll([first, { ...second, offset: 700 }, second, ...rest]);
    expect(readFileSync(base)).toEqual(NEW);
  });

  test('takes away what a program that was killed has left', async () => {
    await keepAll(cut(NEW, 300).slice(0, 2));
    keep = createLibraryIndexKeeper({ base, tail: path.join(folder, 'library', 'tail.bin') });
    await keepAll(cut(NEW, 300));
    expect(listFiles()).toEqual(['index.bin']);
  });

  test('that cannot be written says so', async () => {
    writeFileSync(path.join(folder, 'library'), 'a file where the folder should be');
    const [result] = await keepAll(cut(NEW, 1000));
    expect(result).toMatchObject({ ok: false, failure: { detail: expect.stringContaining('library') } });
  });
});
