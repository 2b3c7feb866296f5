import type { Notebook, NotebookChange } from '../../../core/annotation/notebook.ts';
import { restoreNotebook } from '../../../core/backup/restore-notebook.ts';
import type { RequestCalls } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { Outcome } from './backups-state.ts';

/** The changes of one work among those of a step. */
export interface RestoredPart {
  readonly workId: string;
  readonly changes: readonly NotebookChange[];
}

/** What restoring needs of the reader's notes. */
export interface NotesSession {
  /** Another one whenever any notes have changed. */
  readonly notes: unknown;
  /** The notes of a work as they are now, with what is on its way to the disk. */
  readonly currentNotebook: (workId: string) => Promise<Result<Notebook>>;
  /** Carries out changes as one step that can be undone. */
  readonly perform: (parts: readonly RestoredPart[]) => Promise<Result<null>>;
  /** Takes back the last step of the reader's. */
  readonly undo: () => void;
  readonly now: () => Date;
}

type RestoreRequests = Pick<RequestCalls, 'makeBackup' | 'readBackup'>;

/**
 * Brings the notes of one work, or of all a backup has (`null`), back to what the backup says. The notes of today are
 * backed up first; if that fails, nothing is restored.
 */
export async function restoreBackup(
  requests: RestoreRequests,
  session: NotesSession,
  id: string,
  workId: string | null,
): Promise<Outcome> {
  // Read before the backup below is made: with it, rotation may let the one to restore go.
  const read = await requests.readBackup({ id, workId });
  if (!read.ok) return { type: 'failed', step: 'restore', failure: read.failure };
  const parts = await computeParts(session, Object.entries(read.value));
  if (!parts.ok) return { type: 'failed', step: 'restore', failure: parts.failure };
  if (parts.value.length === 0) return { type: 'nothing-to-restore' };

  const prepared = await requests.makeBackup({ reason: 'restore' });
  if (!prepared.ok) return { type: 'failed', step: 'prepare', failure: prepared.failure };
  const performed = await session.perform(parts.value);
  // They are restored in the window then, and go to the disk with the next attempt.
  if (!performed.ok) return { type: 'failed', step: 'save', failure: performed.failure };
  const types = parts.value.flatMap(({ changes }) => changes.map(({ type }) => type));
  return {
    type: 'restored',
    savedCount: types.filter((type) => type === 'annotation-saved').length,
    binnedCount: types.filter((type) => type === 'annotation-binned').length,
  };
}

async function computeParts(
  { currentNotebook, now }: NotesSession,
  notebooks: readonly (readonly [string, Notebook])[],
): Promise<Result<readonly RestoredPart[]>> {
  const deleted = now().toISOString();
  const parts: RestoredPart[] = [];
  for (const [workId, earlier] of notebooks) {
    const current = await currentNotebook(workId);
    if (!current.ok) return current;
    const changes = restoreNotebook(earlier, current.value, deleted);
    if (changes.length > 0) parts.push({ workId, changes });
  }
  return succeed(parts);
}
