import '../../electron-in-node.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseWork } from '../../../../core/text/work-file.ts';
import { createAppResponder } from '../../../../electron/main/app-scheme.ts';
import { createDataFinder } from '../../../../electron/main/handlers/data-finder.ts';
import { openCatalogue } from '../../../../electron/main/storage/catalogue.ts';
import { openLibrary } from '../../../../electron/main/storage/library.ts';
import { openNotebookStore, type NotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { openRevisionShelf } from '../../../../electron/main/storage/revision-shelf.ts';
import { openTexts } from '../../../../electron/main/storage/texts.ts';
import { parseTextPath, textPath } from '../../../../ipc/library-search.ts';
import { notebookPath, parseNotebookPath } from '../../../../ipc/storage.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';

const REVISION = '0a'.repeat(32);

let folder: string;
let ask: (pathname: string) => Promise<Response>;
let shippedRevision: string;
let keptRevision: string;
let notebooks: NotebookStore;

function makeFile(name: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

beforeEach(() => {
  folder = makeFolder();
  makeFile('renderer/index.html', '');
  makeFile('shipped/poem/work.json', JSON.stringify(makeWorkFile('poem')));
  makeFile('shipped/poem/search-index.json', '"poem\'s index"');
  makeFile('notes/treaty.json', 'secret');
  const shipped = openLibrary(path.join(folder, 'shipped'));
  const shelf = openRevisionShelf(path.join(folder, 'library'), () => new Date());
  const kept = shelf.keep({ work: parseWork(makeWorkFile('treaty')), origin: 'file', name: 'treaty.json' });
  const present = shipped.identify('poem');
  if (!kept.ok || !present.ok) throw new Error('no texts');
  [shippedRevision, keptRevision] = [present.value, kept.value];
  notebooks = openNotebookStore(path.join(folder, 'notes'));
  const library = openTexts({
    shipped,
    shelf,
    catalogue: openCatalogue(path.join(folder, 'library'), shelf),
    notebooks,
  });
  const libraryIndexFiles = {
    base: path.join(folder, 'library', 'search-index.bin'),
    tail: path.join(folder, 'library', 'search-index-tail.bin'),
  };
  const findData = createDataFinder({ library, notebooks, libraryIndexFiles });
  const respond = createAppResponder(path.join(folder, 'renderer'), findData);
  ask = (pathname) => respond({ url: `app://bundle${pathname}`, method: 'GET' });
});

describe('what the page fetches', () => {
  test('are the texts that ship and those on the shelf, with their indexes', async () => {
    const poem = { workId: 'poem', revision: shippedRevision } as const;
    const treaty = { workId: 'treaty', revision: keptRevision } as const;
    expect(await (await ask(textPath({ ...poem, file: 'text' }))).json()).toEqual(makeWorkFile('poem'));
    expect(await (await ask(textPath({ ...poem, file: 'search-index' }))).json()).toBe("poem's index");
    expect(await (await ask(textPath({ ...treaty, file: 'text' }))).json()).toMatchObject({
      work: makeWorkFile('treaty'),
    });
    expect((await ask(textPath({ ...treaty, file: 'search-index' }))).status).toBe(200);
  });

  test('is the index of the library, once there is one', async () => {
    expect((await ask('/library/search-index.bin')).status).toBe(404);
    makeFile('library/search-index.bin', 'bytes');
    const answer = await ask('/library/search-index.bin');
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
      'application/octet-stream',
      'bytes',
    ]);
    makeFile('library/search-index-tail.bin', 'more');
    expect(await (await ask('/library/search-index-tail.bin')).text()).toBe('more');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('are the notes of a work as they are at the moment, which are kept nowhere else', async () => {
    const empty = { revision: shippedRevision, annotations: [], bin: [], progress: {} };
    expect(await (await ask(notebookPath('poem'))).json()).toEqual(empty);
    await notebooks.change('poem', [{ type: 'progress-set', unit: 'line-1', progress: 'read' }]);
    const answer = await ask(notebookPath('poem'));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.json()).toEqual({ ...empty, progress: { 'line-1': 'read' } });
  });

  test.each([
    ['a revision there is not', `/library/poem/${REVISION}/text.json`],
    ['a work there is not', `/library/song/${REVISION}/text.json`],
    ['another file', () => `/library/poem/${shippedRevision}/work.json`],
    ['a name that is none', `/library/poem/latest/text.json`],
    ['a file of notes', '/notes/treaty.json'],
    ['a file of notes, by way of a work', '/library/../notes/treaty.json'],
    ['notes for which there is no work', '/notebooks/song.json'],
    ['notes by a name that is none', '/notebooks/POEM.json'],
    ['the catalogue', '/library/catalogue.json'],
  ])('is nothing else: %s', async (_what, pathname) => {
    const answer = await ask(typeof pathname === 'string' ? pathname : pathname());
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });
});

test('a path says which text or notes it means', () => {
  const wanted = { workId: 'poem', revision: REVISION, file: 'search-index' } as const;
  expect(parseTextPath(textPath(wanted))).toEqual(wanted);
  expect(parseNotebookPath(notebookPath('poem'))).toBe('poem');
  expect(parseNotebookPath('/notebooks/../poem.json')).toBeUndefined();
  expect(parseTextPath(`/library/poem/${REVISION}/text.json/more`)).toBeUndefined();
});
