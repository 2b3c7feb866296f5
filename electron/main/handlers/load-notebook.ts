import type { Notebook } from '../../../core/annotation/notebook.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import { notebookPath, type LoadedNotebook } from '../../../ipc/storage.ts';
import { isLeftAlone, type NotebookParts } from './change-notebook.ts';

/**
 * The notebook of a work, also of one that only notes are left of. It always says which revision it stands on, where there
 * is one: also where its file does not yet.
 */
export function readNotebook({ library, notebooks }: NotebookParts, workId: string): Result<Notebook> {
  const revision = library.identify(workId);
  if (!revision.ok && !isLeftAlone(notebooks, workId, revision.failure)) return revision;
  const notebook = notebooks.load(workId);
  if (!notebook.ok) return notebook;
  return succeed({ ...(revision.ok ? { revision: revision.value } : {}), ...notebook.value });
}

/** Where the page fetches {@link readNotebook} from, if it can be read. */
export function loadNotebook(parts: NotebookParts, workId: string): Result<LoadedNotebook> {
  const read = readNotebook(parts, workId);
  if (!read.ok) return read;
  return succeed({ notebook: notebookPath(workId), notices: parts.notebooks.notices(workId) });
}
