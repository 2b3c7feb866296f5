import { succeed, type Result } from '../../../ipc/result.ts';
import type { LoadedNotebook } from '../../../ipc/storage.ts';
import type { NotebookParts } from './change-notebook.ts';

export function loadNotebook({ library, notebooks }: NotebookParts, workId: string): Result<LoadedNotebook> {
  const work = library.loadWork(workId);
  if (!work.ok) return work;
  const notebook = notebooks.load(workId);
  return notebook.ok ? succeed({ notebook: notebook.value, notices: notebooks.notices(workId) }) : notebook;
}
