import type { RequestArgument } from '../../../ipc/contract.ts';
import type { Result } from '../../../ipc/result.ts';
import type { Library } from '../storage/library.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';

export interface NotebookParts {
  readonly library: Library;
  readonly notebooks: NotebookStore;
}

export async function changeNotebook(
  { library, notebooks }: NotebookParts,
  { workId, changes }: RequestArgument<'changeNotebook'>,
): Promise<Result<null>> {
  const work = library.loadWork(workId);
  if (!work.ok) return work;
  return notebooks.change(workId, changes);
}
