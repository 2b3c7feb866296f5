import '../../electron-in-node.ts';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadTextIndex } from '../../../../core/search/text-index.ts';
import { parseWork } from '../../../../core/text/work-file.ts';
import type { Work } from '../../../../core/text/work.ts';
import { openCatalogue } from '../../../../electron/main/storage/catalogue.ts';
import { openLibrary } from '../../../../electron/main/storage/library.ts';
import { openNotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import {
  identifyRevision,
  openRevisionShelf,
  type RevisionShelf,
} from '../../../../electron/main/storage/revision-shelf.ts';
import { openTexts } from '../../../../electron/main/storage/texts.ts';
import type { Result } from '../../../../ipc/result.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';

const work = parseWork(makeWorkFile('poem'));
const corrected: Work = { ...work, titles: { ...work.titles, en: 'A poem, corrected' } };

let folder: string;
let day: number;

function openShelf(): RevisionShelf {
  return openRevisionShelf(path.join(folder, 'library'), () => new Date(Date.UTC(2026, 0, day)));
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

beforeEach(() => {
  folder = makeFolder();
  day = 1;
});

describe('the shelf of revisions', () => {
  test('gives back what was kept, with its index, to a program that starts later', () => {
    const revision = valueOf(openShelf().keep({ work, origin: 'file', name: 'poem.json' }));
    const text = valueOf(openShelf().load('poem', revision));
    expect(text.work).toEqual(work);
    expect(text.revision).toBe(identifyRevision(work));
    expect(loadTextIndex(text.searchIndex, work).isRebuilt).toBe(false);
    expect(openShelf().has('poem', revision)).toBe(true);
  });

  test('lists the newest first and keeps a text once', () => {
    const shelf = openShelf();
    const older = valueOf(shelf.keep({ work, origin: 'bundled', name: '' }));
    day = 2;
    const newer = valueOf(shelf.keep({ work: corrected, origin: 'file', name: '修订.json' }));
    day = 3;
    shelf.keep({ work, origin: 'file', name: 'again.json' });
    expect(valueOf(shelf.list('poem'))).toEqual([
      { revision: newer, origin: 'file', name: '修订.json', kept: '2026-01-02T00:00:00.000Z' },
      { revision: older, origin: 'bundled', name: '', kept: '2026-01-01T00:00:00.000Z' },
    ]);
    expect(valueOf(shelf.list('nothing'))).toEqual([]);
  });

  test('never gives another text than the one that was kept', () => {
    const shelf = openShelf();
    const revision = valueOf(shelf.keep({ work, origin: 'file', name: '' }));
    const file = shelf.pathOf('poem', revision);
    const content = readFileSync(file, 'utf8');
    for (const damaged of [content.replace('Moonlight', 'Sunlight'), content.slice(0, 100), '', '[]']) {
      writeFileSync(file, damaged);
      expect(openShelf().load('poem', revision)).toMatchObject({ failure: { code: 'damaged-file' } });
      expect(valueOf(openShelf().list('poem'))).toEqual([]);
    }
    rmSync(file);
    expect(openShelf().load('poem', revision)).toMatchObject({ failure: { code: 'not-found' } });
  });

  test('clears away what a killed program left half-written, with the next text it keeps', () => {
    const parts = path.join(folder, 'library', 'poem', 'revisions');
    mkdirSync(parts, { recursive: true });
    writeFileSync(path.join(parts, `${'0a'.repeat(32)}.json.0b0b.part`), '{"schema":1,');
    expect(valueOf(openShelf().list('poem'))).toEqual([]);
    const revision = valueOf(openShelf().keep({ work, origin: 'file', name: '' }));
    expect(readdirSync(parts).toSorted()).toEqual([`${revision}.index.json`, `${revision}.json`]);
  });

  test('does without an index that is lost', () => {
    const revision = valueOf(openShelf().keep({ work, origin: 'file', name: '' }));
    rmSync(path.join(folder, 'library', 'poem', 'revisions', `${revision}.index.json`));
    expect(valueOf(openShelf().load('poem', revision)).searchIndex).toBe('');
  });

  test('says when there is no place for a text, and leaves nothing half-written', () => {
    writeFileSync(path.join(folder, 'library'), 'a file');
    expect(openShelf().keep({ work, origin: 'file', name: '' })).toMatchObject({ ok: false });
    expect(readdirSync(folder)).toEqual(['library']);
  });
});

describe('the text that is read', () => {
  function openAll() {
    mkdirSync(path.join(folder, 'shipped', 'poem'), { recursive: true });
    writeFileSync(path.join(folder, 'shipped', 'poem', 'work.json'), JSON.stringify(makeWorkFile('poem')));
    writeFileSync(path.join(folder, 'shipped', 'poem', 'search-index.json'), 'index');
    const notebooks = openNotebookStore(path.join(folder, 'notes'));
    const shelf = openShelf();
    const shipped = openLibrary(path.join(folder, 'shipped'));
    const catalogue = openCatalogue(path.join(folder, 'library'), shelf);
    return { notebooks, shelf, texts: openTexts({ shipped, shelf, catalogue, notebooks }) };
  }

  test('is the shipped one, then the one the notes stand on, and the shipped one where that is gone', async () => {
    const { notebooks, shelf, texts } = openAll();
    expect(valueOf(texts.loadWork('poem'))).toEqual(work);
    const revision = valueOf(shelf.keep({ work: corrected, origin: 'file', name: '' }));
    await notebooks.change('poem', [{ type: 'revision-set', revision }]);
    expect(valueOf(texts.loadText('poem'))).toMatchObject({ revision, work: corrected });
    notebooks.flush();

    rmSync(path.join(folder, 'library'), { recursive: true });
    const again = openAll();
    expect(valueOf(again.texts.loadWork('poem'))).toEqual(work);
    expect(existsSync(path.join(folder, 'library'))).toBe(false);
    expect(valueOf(again.notebooks.load('poem')).revision).toBe(revision);
  });
});
