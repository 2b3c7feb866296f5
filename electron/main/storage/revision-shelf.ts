import fs from 'node:fs';
import path from 'node:path';
import { buildTextIndex } from '../../../core/search/text-index.ts';
import { z } from '../../../core/schema.ts';
import { revisionIdSchema, type RevisionId } from '../../../core/text/revision-id.ts';
import { parseWork, serializeWork } from '../../../core/text/work-file.ts';
import type { Work } from '../../../core/text/work.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { LoadedText, RevisionOrigin, RevisionSummary } from '../../../ipc/revisions.ts';
import { failForFileError, isMissing } from './file-failure.ts';
import { hashContent, PART_ENDING, replaceFlushed } from './flushed-file.ts';
import { isSafeWorkId } from './work-id.ts';

/** A text and where it came from. */
export interface RevisionText {
  readonly work: Work;
  readonly origin: RevisionOrigin;
  /** The name of the file it was in; '' for one that came from none. */
  readonly name: string;
  /** Where it is known; else it is built. */
  readonly searchIndex?: string | undefined;
}

/** The texts that notes were written on, in `library/<work-id>/revisions` of the user's data. None is ever changed or removed. */
export interface RevisionShelf {
  /** Writes a text there, with its search index, unless it is there already; reads it back. */
  readonly keep: (text: RevisionText) => Result<RevisionId>;
  /** Fails with 'not-found', or 'damaged-file' where the text is not the one that was kept. */
  readonly load: (workId: string, revision: RevisionId) => Result<LoadedText>;
  /** The names of all texts of a work, sorted, whether they can be read or not. */
  readonly listNames: (workId: string) => Result<readonly RevisionId[]>;
  /** The newest first. Damaged ones are left out: they cannot be read. */
  readonly list: (workId: string) => Result<readonly RevisionSummary[]>;
  /** Says of one text what {@link list} says of all; undefined where it is not there or damaged. */
  readonly describe: (workId: string, revision: RevisionId) => RevisionSummary | undefined;
  readonly has: (workId: string, revision: RevisionId) => boolean;
  /** To be called when the folder of a work has been moved: what was read of it is not kept any longer. */
  readonly forget: (workId: string) => void;
  /** Where a text is, or would be. */
  readonly pathOf: (workId: string, revision: RevisionId) => string;
  /** Where its search index is, or would be. */
  readonly indexPathOf: (workId: string, revision: RevisionId) => string;
}

/** What stands in a file of the shelf. */
const shelfFileSchema = z.strictObject({
  schema: z.literal(1),
  kept: z.iso.datetime(),
  origin: z.enum(['bundled', 'file', 'edited']),
  name: z.string().max(1000),
  work: z.unknown(),
});

/** The name of a text: the same for the same words, wherever they came from. */
export function identifyRevision(work: Work): RevisionId {
  return hashContent(JSON.stringify(serializeWork(work)));
}

/** Removes what a killed program left half-written: there is one program at a time, and it writes here without a pause. */
function clearParts(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (name.endsWith(PART_ENDING)) fs.rmSync(path.join(folder, name), { force: true });
  }
}

/** Opens the shelf in the library folder of the user's data, which is created with the first text. */
export function openRevisionShelf(libraryFolder: string, now: () => Date): RevisionShelf {
  const folderOf = (workId: string): string => path.join(libraryFolder, workId, 'revisions');
  const pathOf = (workId: string, revision: RevisionId): string =>
    path.join(folderOf(workId), `${revision}.json`);
  const indexPathOf = (workId: string, revision: RevisionId): string =>
    path.join(folderOf(workId), `${revision}.index.json`);
  const loaded = new Map<string, LoadedText>();

  function read(workId: string, revision: RevisionId): z.output<typeof shelfFileSchema> & { work: Work } {
    const file = shelfFileSchema.parse(JSON.parse(fs.readFileSync(pathOf(workId, revision), 'utf8')));
    const work = parseWork(file.work);
    if (work.id !== workId || identifyRevision(work) !== revision) {
      throw new Error('is not the text that was kept under this name');
    }
    return { ...file, work };
  }

  function readIndex(workId: string, revision: RevisionId): string {
    try {
      return fs.readFileSync(indexPathOf(workId, revision), 'utf8');
    } catch {
      // The search builds what is missing or does not fit.
      return '';
    }
  }

  function listNames(workId: string): Result<readonly RevisionId[]> {
    try {
      const names = fs.existsSync(folderOf(workId)) ? fs.readdirSync(folderOf(workId)) : [];
      const revisions = names.toSorted().map((name) => name.replace(/\.json$/u, ''));
      return succeed(revisions.filter((name) => revisionIdSchema.safeParse(name).success));
    } catch (error) {
      return failForFileError(error, folderOf(workId));
    }
  }

  return {
    keep: ({ work, origin, name, searchIndex }) => {
      const revision = identifyRevision(work);
      const filePath = pathOf(work.id, revision);
      if (!isSafeWorkId(work.id)) return fail('invalid-request', `"${work.id}" cannot name a work`);
      try {
        if (!fs.existsSync(filePath)) {
          fs.mkdirSync(folderOf(work.id), { recursive: true });
          clearParts(folderOf(work.id));
          replaceFlushed(indexPathOf(work.id, revision), searchIndex ?? buildTextIndex(work));
          const file = { schema: 1, kept: now().toISOString(), origin, name, work: serializeWork(work) };
          replaceFlushed(filePath, `${JSON.stringify(file)}\n`);
        }
        return succeed(revision);
      } catch (error) {
        return failForFileError(error, filePath);
      }
    },
    load: (workId, revision) => {
      const key = `${workId} ${revision}`;
      const known = loaded.get(key);
      if (known !== undefined) return succeed(known);
      try {
        const { work } = read(workId, revision);
        const text = { revision, work, searchIndex: readIndex(workId, revision) };
        loaded.set(key, text);
        return succeed(text);
      } catch (error) {
        const filePath = pathOf(workId, revision);
        return fail(isMissing(error) ? 'not-found' : 'damaged-file', `${filePath}: ${String(error)}`);
      }
    },
    listNames,
    list: (workId) => {
      const names = listNames(workId);
      if (!names.ok) return names;
      const found = names.value.flatMap((revision) => describe(workId, revision) ?? []);
      return succeed(found.toSorted((a, b) => (b.kept ?? '').localeCompare(a.kept ?? '')));
    },
    describe,
    has: (workId, revision) => fs.existsSync(pathOf(workId, revision)),
    forget: (workId) => {
      for (const key of loaded.keys()) if (key.startsWith(`${workId} `)) loaded.delete(key);
    },
    pathOf,
    indexPathOf,
  };

  function describe(workId: string, revision: RevisionId): RevisionSummary | undefined {
    try {
      const { origin, name, kept } = read(workId, revision);
      return { revision, origin, name, kept };
    } catch {
      return undefined;
    }
  }
}
