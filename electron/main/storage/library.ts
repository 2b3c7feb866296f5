import fs from 'node:fs';
import path from 'node:path';
import { parseWork } from '../../../core/text/work-file.ts';
import type { RevisionId } from '../../../core/text/revision-id.ts';
import type { Work } from '../../../core/text/work.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { LoadedText } from '../../../ipc/revisions.ts';
import { failForFileError } from './file-failure.ts';
import { identifyRevision } from './revision-shelf.ts';
import { isSafeWorkId } from './work-id.ts';

/** Where a text and its search index lie on disk. The index may be missing; whoever reads it builds it then. */
export interface TextFiles {
  readonly text: string;
  readonly searchIndex: string;
}

/** Works, each in one revision of its text. */
export interface Library {
  /** The ids of all works, in alphabetical order. */
  readonly listIds: () => Result<readonly string[]>;
  readonly loadWork: (workId: string) => Result<Work>;
  /** Names the revision of a work without reading its index. */
  readonly identify: (workId: string) => Result<RevisionId>;
  /** A work with the serialized index over its text. */
  readonly loadText: (workId: string) => Result<LoadedText>;
  /** Where a revision lies; undefined where it is not to be had. Nothing is read or checked. */
  readonly locate: (workId: string, revision: RevisionId) => TextFiles | undefined;
}

/**
 * Opens the works that ship with the program, as the build has validated and indexed them, in a folder of
 * `<work-id>/work.json` and `<work-id>/search-index.json`. Works are kept once read.
 */
export function openLibrary(folder: string): Library {
  const works = new Map<string, Work>();
  const revisions = new Map<string, RevisionId>();
  const texts = new Map<string, LoadedText>();

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

  function loadWork(workId: string): Result<Work> {
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
  }

  function identify(workId: string): Result<RevisionId> {
    const work = loadWork(workId);
    if (!work.ok) return work;
    const revision = revisions.get(workId) ?? identifyRevision(work.value);
    revisions.set(workId, revision);
    return succeed(revision);
  }

  return {
    listIds: () => {
      try {
        return succeed(fs.readdirSync(folder).filter(isSafeWorkId).toSorted());
      } catch (error) {
        return failForFileError(error, folder);
      }
    },
    loadWork,
    identify,
    locate: (workId, revision) => {
      const present = identify(workId);
      if (!present.ok || present.value !== revision) return undefined;
      return {
        text: path.join(folder, workId, 'work.json'),
        searchIndex: path.join(folder, workId, 'search-index.json'),
      };
    },
    loadText: (workId) => {
      const known = texts.get(workId);
      if (known !== undefined) return succeed(known);
      const work = loadWork(workId);
      if (!work.ok) return work;
      const revision = identify(workId);
      if (!revision.ok) return revision;
      const searchIndex = readText(workId, 'search-index.json');
      if (!searchIndex.ok) return searchIndex;
      const text = { revision: revision.value, work: work.value, searchIndex: searchIndex.value };
      texts.set(workId, text);
      return succeed(text);
    },
  };
}
