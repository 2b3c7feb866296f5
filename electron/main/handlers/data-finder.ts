import { LIBRARY_INDEX_PATHS, parseTextPath } from '../../../ipc/library-search.ts';
import { parseNotebookPath } from '../../../ipc/storage.ts';
import type { DataFinder, DataSource } from '../app-scheme.ts';
import type { LibraryIndexFiles } from '../storage/library-index-keeper.ts';
import type { NotebookParts } from './change-notebook.ts';
import { readNotebook } from './load-notebook.ts';

export interface DataParts extends NotebookParts {
  readonly libraryIndexFiles: LibraryIndexFiles;
}

/** What the page and its workers may fetch: the texts of the library, their indexes, the index of all, and the notes of a work. */
export function createDataFinder(parts: DataParts): DataFinder {
  return (pathname) => {
    return findIndex(parts, pathname) ?? findText(parts, pathname) ?? findNotebook(parts, pathname);
  };
}

function findIndex({ libraryIndexFiles }: DataParts, pathname: string): DataSource | null {
  if (pathname === LIBRARY_INDEX_PATHS.base) return { type: 'file', path: libraryIndexFiles.base };
  if (pathname === LIBRARY_INDEX_PATHS.tail) return { type: 'file', path: libraryIndexFiles.tail };
  return null;
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
