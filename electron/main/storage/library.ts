import fs from 'node:fs';
import path from 'node:path';
import type { Work } from '../../../core/text/work.ts';
import { parseWork } from '../../../core/text/work-file.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError } from './file-failure.ts';
import { isSafeWorkId } from './work-id.ts';

/** The works that ship with the program, as the build has validated and indexed them. */
export interface Library {
  /** The ids of all works, in alphabetical order. */
  readonly listIds: () => Result<readonly string[]>;
  readonly loadWork: (workId: string) => Result<Work>;
  /** The serialized index over the text of a work. */
  readonly loadSearchIndex: (workId: string) => Result<string>;
}

/** The library in a folder of `<work-id>/work.json` and `<work-id>/search-index.json`. Works are kept once read. */
export function openLibrary(folder: string): Library {
  const works = new Map<string, Work>();

  function readText(workId: string, name: string): Result<string> {
    if (!isSafeWorkId(workId)) return fail('not-found', `There is no work "${workId}"`);
    const filePath = path.join(folder, workId, name);
    try {
      return succeed(fs.readFileSync(filePath, 'utf8'));
    } catch (error) {
      if (!fs.existsSync(filePath)) return fail('not-found', `There is no work "${workId}"`);
      return failForFileError(error, filePath);
    }
  }

  return {
    listIds: () => {
      try {
        return succeed(fs.readdirSync(folder).filter(isSafeWorkId).toSorted());
      } catch (error) {
        return failForFileError(error, folder);
      }
    },
    loadWork: (workId) => {
      const known = works.get(workId);
      if (known !== undefined) return succeed(known);
      const text = readText(workId, 'work.json');
      if (!text.ok) return text;
      try {
        const work = parseWork(JSON.parse(text.value));
        works.set(workId, work);
        return succeed(work);
      } catch (error) {
        return fail('damaged-file', `${path.join(folder, workId, 'work.json')}: ${String(error)}`);
      }
    },
    loadSearchIndex: (workId) => readText(workId, 'search-index.json'),
  };
}
