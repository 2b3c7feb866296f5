import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildTextIndex } from '../../core/search/text-index.ts';
import type { Work } from '../../core/text/work.ts';
import { InvalidWorkError, parseWork } from '../../core/text/work-file.ts';

/** Says which bundled works are broken, and where. */
export class BrokenLibraryError extends Error {
  constructor(problems: readonly string[]) {
    super(`The bundled library is broken:\n${problems.join('\n')}`);
    this.name = 'BrokenLibraryError';
  }
}

/**
 * Validates every work under `sourceFolder` and puts it with its search index under `outFolder`.
 * @throws BrokenLibraryError naming every problem of every work; nothing is written then.
 */
export function bundleLibrary(sourceFolder: string, outFolder: string): void {
  const ids = readdirSync(sourceFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const works: Work[] = [];
  const problems: string[] = [];
  for (const id of ids) {
    const filePath = path.join(sourceFolder, id, 'work.json');
    try {
      const work = parseWork(JSON.parse(readFileSync(filePath, 'utf8')));
      if (work.id === id) works.push(work);
      else problems.push(`${filePath}: the work's id is "${work.id}", its folder is "${id}"`);
    } catch (error) {
      const list = error instanceof InvalidWorkError ? error.problems : [String(error)];
      problems.push(...list.map((problem) => `${filePath}: ${problem}`));
    }
  }
  if (problems.length > 0) throw new BrokenLibraryError(problems);
  mkdirSync(outFolder, { recursive: true });
  for (const work of works) {
    const folder = path.join(outFolder, work.id);
    mkdirSync(folder);
    cpSync(path.join(sourceFolder, work.id, 'work.json'), path.join(folder, 'work.json'));
    writeFileSync(path.join(folder, 'search-index.json'), buildTextIndex(work));
  }
}
