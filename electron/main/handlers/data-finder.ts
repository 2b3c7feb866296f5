import { LIBRARY_INDEX_PATH, parseTextPath } from '../../../ipc/library-search.ts';
import { parseNotebookPath } from '../../../ipc/storage.ts';
import type { DataFinder, DataSource } from '../app-scheme.ts';
import type { NotebookParts } from './change-notebook.ts';
import { readNotebook } from './load-notebook.ts';

export interface DataParts extends NotebookParts {
  /** Where the search index of the whole library is kept. */
  readonly libraryIndexFile: string;
}

/** What the page and its workers may fetch: the texts of the library, their indexes, the index of all, and the notes of a work. */
export function createDataFinder(parts: DataParts): DataFinder {
  return (pathname) => {
    if (pathname === LIBRARY_INDEX_PATH) return { type: 'file', path: parts.libraryIndexFile };
    return findText(parts, pathname) ?? findNotebook(parts, pathname);
  };
}

function findText({ library }: DataParts, pathname: string): DataSource | null {
  const wanted = parseTextPath(pathname);
  const files = wanted === undefined ? undefined : library.locate(wanted.workId, wanted.revision);
  if (wanted === undefined || files === undefined) return null;
  return { type: 'file', path: wanted.file === 'text' ? files.text : files.searchIndex };
}

function findNotebook(parts: DataParts, pathname: string): DataSource | null {
  const workId = parseNotebookPath(pathname);
  const notebook = workId === undefined ? undefined : readNotebook(parts, workId);
  return notebook?.ok === true ? { type: 'json', text: JSON.stringify(notebook.value) } : null;
}
