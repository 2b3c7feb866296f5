import type { LoadedNotebook } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';

/** The notes of a work, whether or not the library still has its text. */
export function loadNotebook(
  { notebooks }: { readonly notebooks: NotebookStore },
  workId: string,
): Result<LoadedNotebook> {
  const notebook = notebooks.load(workId);
  return notebook.ok ? succeed({ notebook: notebook.value }) : notebook;
}
