import fs from 'node:fs';
import path from 'node:path';
import type { LibraryIndexPart } from '../../../core/search/library-index.ts';
import type { RequestArgument } from '../../../ipc/contract.ts';
import { MAX_LIBRARY_INDEX_BYTES, type LibraryText } from '../../../ipc/library-search.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError } from '../storage/file-failure.ts';
import { replaceFlushed } from '../storage/flushed-file.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import { listWorks, type ListedParts } from './open-work.ts';

export interface LibrarySearchParts extends ListedParts {
  readonly notebooks: Pick<NotebookStore, 'listWorkIds' | 'readAhead'>;
  readonly libraryIndexFiles: LibraryIndexFiles;
}

/** Where the two files of the index of the whole library are kept. */
export type LibraryIndexFiles = Readonly<Record<LibraryIndexPart, string>>;

/** Every text of the library in the revision that is read. A work whose text cannot be read is left out. */
export async function listTexts(parts: LibrarySearchParts): Promise<Result<readonly LibraryText[]>> {
  const { library, notebooks } = parts;
  const works = listWorks(parts);
  if (!works.ok) return works;
  // The notes say which revision is read; reading them must not hold up what else the program does.
  const withNotes = notebooks.listWorkIds();
  for (const workId of withNotes.ok ? withNotes.value : []) await notebooks.readAhead(workId);
  return succeed(
    works.value.flatMap(({ id, titles, unitCount }) => {
      const revision = library.identify(id);
      return revision.ok ? [{ workId: id, revision: revision.value, titles, unitCount }] : [];
    }),
  );
}

/** Keeps a file of the index of the whole library for the next start. It can always be made again: losing it loses nothing. */
export function keepLibraryIndex(
  { libraryIndexFiles }: Pick<LibrarySearchParts, 'libraryIndexFiles'>,
  { part, bytes }: RequestArgument<'keepLibraryIndex'>,
): Result<null> {
  const file = libraryIndexFiles[part];
  const content = Buffer.from(bytes, 'base64');
  if (content.length > MAX_LIBRARY_INDEX_BYTES) return fail('invalid-request', 'The index is too large');
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    replaceFlushed(file, content);
    return succeed(null);
  } catch (error) {
    return failForFileError(error, file);
  }
}
