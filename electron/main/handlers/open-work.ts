import type { OpenedWork, WorkSummary } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { Library } from '../storage/library.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import { loadNotebook } from './load-notebook.ts';

export interface LibraryParts {
  readonly library: Library;
  readonly notebooks: NotebookStore;
}

export function listWorks({ library }: Pick<LibraryParts, 'library'>): Result<readonly WorkSummary[]> {
  const ids = library.listIds();
  if (!ids.ok) return ids;
  const summaries: WorkSummary[] = [];
  for (const id of ids.value) {
    const loaded = library.loadWork(id);
    if (!loaded.ok) return loaded;
    const { titles, editions, units } = loaded.value;
    summaries.push({
      id,
      titles,
      languages: editions.map(({ language }) => language),
      unitCount: units.length,
      isBundled: true,
    });
  }
  return succeed(summaries);
}

export function openWork(parts: LibraryParts, workId: string): Result<OpenedWork> {
  const { library } = parts;
  const work = library.loadWork(workId);
  if (!work.ok) return work;
  const searchIndex = library.loadSearchIndex(workId);
  if (!searchIndex.ok) return searchIndex;
  const loaded = loadNotebook(parts, workId);
  if (!loaded.ok) return loaded;
  return succeed({ work: work.value, searchIndex: searchIndex.value, ...loaded.value });
}
