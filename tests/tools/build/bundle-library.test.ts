import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadTextIndex } from '../../../core/search/text-index.ts';
import { parseWork } from '../../../core/text/work-file.ts';
import { BrokenLibraryError, bundleLibrary } from '../../../tools/build/bundle-library.ts';
import { makeWorkFile } from '../../electron/main/sample-work-file.ts';
import { makeFolder } from '../../electron/temporary-folder.ts';

let source: string;
let out: string;

function addWork(folder: string, content: unknown): void {
  mkdirSync(path.join(source, folder), { recursive: true });
  writeFileSync(
    path.join(source, folder, 'work.json'),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
}

function findProblem(): string {
  try {
    bundleLibrary(source, out);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(BrokenLibraryError);
    expect(existsSync(out)).toBe(false);
    return String(error);
  }
}

beforeEach(() => {
  const folder = makeFolder();
  source = path.join(folder, 'library');
  out = path.join(folder, 'out');
});

describe('the build of the library', () => {
  test('copies every work and indexes its text', () => {
    addWork('poem', makeWorkFile('poem'));
    addWork('song', makeWorkFile('song'));
    bundleLibrary(source, out);
    for (const id of ['poem', 'song']) {
      const work = parseWork(JSON.parse(readFileSync(path.join(out, id, 'work.json'), 'utf8')));
      const index = readFileSync(path.join(out, id, 'search-index.json'), 'utf8');
      expect(loadTextIndex(index, work).isRebuilt).toBe(false);
    }
  });

  test('fails with every problem of every work', () => {
    const poem = makeWorkFile('poem');
    addWork('poem', {
      ...poem,
      links: [
        { unit: 'u1', spans: { en: [[0, 999]] } },
        { unit: 'u9', spans: {} },
      ],
    });
    addWork('song', 'not JSON');
    addWork('ode', makeWorkFile('an-ode'));
    addWork('good', makeWorkFile('good'));
    const problem = findProblem();
    expect(problem).toContain('links.0: [0, 999] lies outside the en text of "u1"');
    expect(problem).toContain('links.1: there is no unit "u9"');
    expect(problem).toContain(path.join('song', 'work.json'));
    expect(problem).toContain('the work\'s id is "an-ode", its folder is "ode"');
    expect(problem).not.toContain('good');
  });

  test('fails where a folder has no work', () => {
    mkdirSync(path.join(source, 'empty'), { recursive: true });
    expect(findProblem()).toContain(path.join('empty', 'work.json'));
  });
});
