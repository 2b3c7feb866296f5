import type { NotebookChange } from '../../../core/annotation/notebook.ts';
import type { RequestArgument } from '../../../ipc/contract.ts';
import type { Failure, Result } from '../../../ipc/result.ts';
import type { Library } from '../storage/library.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import type { RevisionShelf } from '../storage/revision-shelf.ts';

export interface NotebookParts {
  readonly library: Library;
  readonly notebooks: NotebookStore;
}

interface MarkingParts extends Pick<NotebookParts, 'library'> {
  readonly shelf: RevisionShelf;
}

export async function changeNotebook(
  parts: NotebookParts & MarkingParts,
  { workId, changes }: RequestArgument<'changeNotebook'>,
): Promise<Result<null>> {
  const { library, notebooks } = parts;
  const work = library.loadWork(workId);
  if (!work.ok && !isLeftAlone(notebooks, workId, work.failure)) return work;
  const notebook = notebooks.load(workId);
  const isUnmarked = work.ok && notebook.ok && notebook.value.revision === undefined;
  return notebooks.change(workId, isUnmarked ? markRevision(parts, workId, changes) : changes);
}

/** Whether a work is gone and its notes are not: they can still be tagged, deleted and put to rights. */
export function isLeftAlone(notebooks: NotebookStore, workId: string, { code }: Failure): boolean {
  if (code !== 'not-found') return false;
  const noted = notebooks.listWorkIds();
  return noted.ok && noted.value.includes(workId);
}

/**
 * The first notes of a text say which revision they stand on, and that is kept: when the program brings another, both are
 * at hand. Where it cannot be kept the notes do without: they also hold by their words.
 */
function markRevision(
  { library, shelf }: MarkingParts,
  workId: string,
  changes: readonly NotebookChange[],
): readonly NotebookChange[] {
  const isSaying = changes.some(({ type }) => type === 'revision-set');
  if (isSaying || !changes.some(({ type }) => type === 'annotation-saved')) return changes;
  const text = library.loadText(workId);
  if (!text.ok) return changes;
  const kept = shelf.keep({ ...text.value, origin: 'bundled', name: '' });
  return kept.ok ? [{ type: 'revision-set', revision: kept.value }, ...changes] : changes;
}
