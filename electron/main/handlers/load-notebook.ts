import { writeJson } from '../../../ipc/json-text.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { LoadedNotebook } from '../../../ipc/storage.ts';
import { isLeftAlone, type NotebookParts } from './change-notebook.ts';

/**
 * The notebook of a work, also of one that only notes are left of. It always says which revision it stands on, where there
 * is one: also where its file does not yet.
 */
export function loadNotebook({ library, notebooks }: NotebookParts, workId: string): Result<LoadedNotebook> {
  const revision = library.identify(workId);
  if (!revision.ok && !isLeftAlone(notebooks, workId, revision.failure)) return revision;
  const notebook = notebooks.load(workId);
  if (!notebook.ok) return notebook;
  return succeed({
    notebook: writeJson({ ...(revision.ok ? { revision: revision.value } : {}), ...notebook.value }),
    notices: notebooks.notices(workId),
  });
}
