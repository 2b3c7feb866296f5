import '../../electron-in-node.ts';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseWork } from '../../../../core/text/work-file.ts';
import { openCatalogue, type Catalogue } from '../../../../electron/main/storage/catalogue.ts';
import { openLibrary } from '../../../../electron/main/storage/library.ts';
import { openNotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { openRevisionShelf, type RevisionShelf } from '../../../../electron/main/storage/revision-shelf.ts';
import { openTexts } from '../../../../electron/main/storage/texts.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';

const poem = parseWork(makeWorkFile('poem'));
const treaty = parseWork(makeWorkFile('treaty'));
const corrected = { ...treaty, titles: { ...treaty.titles, en: 'A treaty, corrected' } };

let folder: string;
let day: number;

function openShelf(): RevisionShelf {
  return openRevisionShelf(path.join(folder, 'library'), () => new Date(Date.UTC(2026, 0, day)));
}

/** The catalogue of a program that starts now. */
function startAgain(shelf: RevisionShelf = openShelf()): Catalogue {
  return openCatalogue(path.join(folder, 'library'), shelf);
}

/** The shelf, from which no text may be read. */
function openClosedShelf(): RevisionShelf {
  return {
    ...openShelf(),
    list: () => {
      throw new Error('The texts were read');
    },
    load: () => {
      throw new Error('A text was read');
    },
  };
}

beforeEach(() => {
  folder = makeFolder();
  day = 1;
});

describe('the catalogue of the shelf', () => {
  test('lists nothing where there is no shelf, and does not make one', () => {
    const catalogue = startAgain();
    expect(catalogue.listIds()).toEqual([]);
    expect(catalogue.describe('poem')).toBeUndefined();
    catalogue.flush();
    expect(() => readFileSync(path.join(folder, 'library', 'catalogue.json'))).toThrow('ENOENT');
  });

  test('describes each work by its newest text, and the next time without reading one', () => {
    const shelf = openShelf();
    shelf.keep({ work: treaty, origin: 'file', name: '' });
    day = 2;
    const newest = shelf.keep({ work: corrected, origin: 'file', name: '' });
    shelf.keep({ work: poem, origin: 'file', name: '' });
    const catalogue = startAgain();
    expect(catalogue.listIds()).toEqual(['poem', 'treaty']);
    expect(catalogue.describe('treaty')).toEqual({
      revision: newest.ok ? newest.value : '',
      titles: corrected.titles,
      languages: ['zh-Hans', 'en'],
      unitCount: treaty.units.length,
      lengths: { 'zh-Hans': 5, en: 4 },
    });
    expect(catalogue.list()).toEqual([
      { id: 'poem', ...catalogue.describe('poem'), hasOthers: false },
      { id: 'treaty', ...catalogue.describe('treaty'), hasOthers: true },
    ]);
    catalogue.flush();
    const again = startAgain(openClosedShelf());
    expect(again.list()).toEqual(catalogue.list());
    expect(again.listIds()).toEqual(['poem', 'treaty']);
    expect(again.describe('treaty')).toEqual(catalogue.describe('treaty'));
  });

  test('notices a text that came and one that went', () => {
    const shelf = openShelf();
    shelf.keep({ work: treaty, origin: 'file', name: '' });
    const catalogue = startAgain();
    catalogue.listIds();
    catalogue.flush();
    day = 2;
    const newest = shelf.keep({ work: corrected, origin: 'file', name: '' });
    if (!newest.ok) throw new Error(newest.failure.detail);
    expect(startAgain().describe('treaty')?.titles['en']).toBe('A treaty, corrected');
    rmSync(shelf.pathOf('treaty', newest.value));
    expect(startAgain().describe('treaty')?.titles).toEqual(treaty.titles);
    rmSync(path.join(folder, 'library', 'treaty'), { recursive: true });
    expect(startAgain().listIds()).toEqual([]);
  });

  test.each(['', '[]', '{"schema":2,"works":{}}', '{"schema":1,"works":{"treaty":{}}}'])(
    'is made again where it cannot be used: %s',
    (content) => {
      openShelf().keep({ work: treaty, origin: 'file', name: '' });
      writeFileSync(path.join(folder, 'library', 'catalogue.json'), content);
      expect(startAgain().listIds()).toEqual(['treaty']);
    },
  );

  test('leaves out what cannot be read and folders that are no works', () => {
    const kept = openShelf().keep({ work: treaty, origin: 'file', name: '' });
    if (!kept.ok) throw new Error(kept.failure.detail);
    writeFileSync(openShelf().pathOf('treaty', kept.value), 'damaged');
    mkdirSync(path.join(folder, 'library', 'Not a Work', 'revisions'), { recursive: true });
    expect(startAgain().listIds()).toEqual([]);
  });
});

describe('a work that only stands on the shelf', () => {
  function openAll() {
    mkdirSync(path.join(folder, 'shipped'), { recursive: true });
    const notebooks = openNotebookStore(path.join(folder, 'notes'));
    const shelf = openShelf();
    const shipped = openLibrary(path.join(folder, 'shipped'));
    return {
      notebooks,
      shelf,
      texts: openTexts({ shipped, shelf, catalogue: startAgain(shelf), notebooks }),
    };
  }

  test('is read in its newest text, or the one its notes stand on, while that is there', async () => {
    const shelf = openShelf();
    const older = shelf.keep({ work: treaty, origin: 'file', name: '' });
    day = 2;
    shelf.keep({ work: corrected, origin: 'file', name: '' });
    const { notebooks, texts } = openAll();
    expect(texts.listIds()).toEqual({ ok: true, value: ['treaty'] });
    expect(texts.loadWork('treaty')).toMatchObject({ value: { titles: corrected.titles } });
    if (!older.ok) throw new Error(older.failure.detail);
    await notebooks.change('treaty', [{ type: 'revision-set', revision: older.value }]);
    expect(texts.loadWork('treaty')).toMatchObject({ value: { titles: treaty.titles } });
    expect(texts.identify('treaty')).toEqual(older);
    notebooks.flush();

    rmSync(shelf.pathOf('treaty', older.value));
    expect(openAll().texts.loadWork('treaty')).toMatchObject({ value: { titles: corrected.titles } });
  });

  test('is not found where there is none', () => {
    expect(openAll().texts.loadText('treaty')).toMatchObject({ failure: { code: 'not-found' } });
  });
});
