import { describe, expect, test } from 'vitest';
import { failForFileError, ShortWriteError } from '../../../../electron/main/storage/file-failure.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: no luck, open '/notes/a.json'`), { code });
}

describe('a failure of the file system', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EFBIG', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['EEXIST', 'no-folder'],
    ['ENOTDIR', 'no-folder'],
    ['EIO', 'unexpected'],
    ['toString', 'unexpected'],
  ])('with the code %s is told as %s', (code, expected) => {
    expect(failForFileError(systemError(code), '/notes/a.json')).toEqual({
      ok: false,
      failure: { code: expected, detail: `${code}: no luck, open '/notes/a.json'` },
    });
  });

  test('names the file also where the system does not', () => {
    expect(failForFileError(new Error('write failed'), '/notes/a.json')).toMatchObject({
      failure: { detail: '/notes/a.json: write failed' },
    });
    expect(failForFileError('odd', '/notes/a.json')).toMatchObject({
      failure: { code: 'unexpected', detail: '/notes/a.json: odd' },
    });
  });

  test('that cut a file short is a full disk', () => {
    expect(failForFileError(new ShortWriteError('/a.json'), '/a.json')).toMatchObject({
      failure: { code: 'disk-full' },
    });
  });
});
