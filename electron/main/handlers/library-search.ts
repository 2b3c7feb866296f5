import type { LibraryText } from '../../../ipc/library-search.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import { listWorks, type ListedParts } from './open-work.ts';

export interface LibrarySearchParts extends ListedParts {
  readonly notebooks: Pick<NotebookStore, 'listWorkIds' | 'readAhead'>;
}

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
