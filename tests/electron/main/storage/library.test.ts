import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../../electron/main/storage/library.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';

function makeLibrary(): string {
  const folder = makeFolder();
  mkdirSync(path.join(folder, 'poem'));
  writeFileSync(path.join(folder, 'poem', 'work.json'), JSON.stringify(makeWorkFile('poem')));
  writeFileSync(path.join(folder, 'poem', 'search-index.json'), '{"index":1}');
  return folder;
}

describe('the library', () => {
  test('lists its works and reads a work with its index', () => {
    const folder = makeLibrary();
    cpSync(path.join(folder, 'poem'), path.join(folder, 'an-ode'), { recursive: true });
    writeFileSync(path.join(folder, '.DS_Store'), '');
    const library = openLibrary(folder);
    expect(library.listIds()).toEqual({ ok: true, value: ['an-ode', 'poem'] });
    expect(library.loadWork('poem')).toMatchObject({
      ok: true,
      value: { id: 'poem', units: [{ id: 'u1' }] },
    });
    expect(library.loadText('poem')).toMatchObject({
      ok: true,
      value: { work: { id: 'poem' }, searchIndex: '{"index":1}' },
    });
  });

  test.each(['nothing', '..', '../poem', 'poem/../poem', '', 'POEM', 'poem\0'])('has no work "%s"', (id) => {
    const library = openLibrary(path.join(makeLibrary()));
    expect(library.loadWork(id)).toMatchObject({ failure: { code: 'not-found' } });
    expect(library.loadText(id)).toMatchObject({ failure: { code: 'not-found' } });
  });

  test('reports a work that is broken, by its file', () => {
    const folder = makeLibrary();
    writeFileSync(path.join(folder, 'poem', 'work.json'), '{"schema":1}');
    expect(openLibrary(folder).loadWork('poem')).toMatchObject({
      failure: {
        code: 'damaged-file',
        detail: expect.stringContaining(path.join('poem', 'work.json')) as string,
      },
    });
  });

  test('reports a folder that is missing', () => {
    expect(openLibrary(path.join(makeFolder(), 'gone')).listIds()).toMatchObject({ ok: false });
  });
});
