import type { Notebook } from '../../../core/annotation/notebook.ts';
import { serializeNotebook } from '../../../core/backup/notebook-content.ts';
import type { Steps } from '../../../core/steps.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { BackupFolder, FoundBackup } from './backup-folder.ts';
import type { BackupHead, BackupWriter } from './backup-writer.ts';
import type { NotebookStore } from './notebook-store.ts';

/** What a backup is made of, and where it goes. */
export interface BackupContent {
  readonly folder: BackupFolder;
  readonly notebooks: Pick<NotebookStore, 'listWorkIds' | 'load'>;
  /** The text of settings.json. */
  readonly settings: () => string;
}

/** What a backup is to be. */
export interface BackupOrder extends Omit<BackupHead, 'sequence'> {
  /** Whether nothing need be written where it would only say again what the backup before says. */
  readonly isSkippable: boolean;
}

/** Works that are as a backup has them, so that a later one need not read them again. */
export interface Unchanged {
  readonly backupId: string;
  readonly workIds: ReadonlySet<string>;
}

/** What came of it: the backup, or nothing where there was no need for one. */
export type BackupOutcome = Result<FoundBackup | undefined>;

/** A backup that is written and read back one work at a time, of the notes as they were when it was begun. */
export interface BackupJob {
  /** Writes the next work, or reads one back; answers the outcome once nothing is left to do. */
  readonly step: () => BackupOutcome | undefined;
  /** Writes all that is left. */
  readonly finish: () => BackupOutcome;
  /** Must be called before the notes of a work are changed. */
  readonly beforeChange: (workId: string) => void;
  /** The works that are now as the newest backup has them, once this one is written. */
  readonly unchanged: () => Unchanged | undefined;
}

/** Begins a backup. Works in `unchanged` are not read again where the newest backup is still the one they are compared with. */
export function beginBackupJob(
  { folder, notebooks, settings }: BackupContent,
  order: BackupOrder,
  unchanged: Unchanged | undefined,
): Result<BackupJob> {
  const listed = notebooks.listWorkIds();
  if (!listed.ok) return listed;
  const ids = listed.value;
  const pending = new Set(ids);
  const same = new Set(ids);
  const before = new Map<string, Result<Notebook>>();
  let outcome: BackupOutcome | undefined;
  let newestId: string | undefined;

  function addWork(writer: BackupWriter, workId: string): Result<unknown> {
    if (unchanged?.backupId === newestId && unchanged?.workIds.has(workId) && !before.has(workId)) {
      const repeated = writer.repeat(workId, false);
      if (!repeated.ok || repeated.value) return repeated;
    }
    const notebook = before.get(workId) ?? notebooks.load(workId);
    if (notebook.ok) {
      return writer.add(workId, serializeNotebook(notebook.value), notebook.value.annotations.length);
    }
    same.delete(workId);
    // What cannot be read now could be read once: what the backup before has of it must not rotate away.
    return writer.repeat(workId, true);
  }

  function* write(): Steps<BackupOutcome> {
    const { isSkippable, ...head } = order;
    const begun = folder.begin(head);
    if (!begun.ok) return begun;
    const { writer, previous } = begun.value;
    newestId = previous?.id;
    for (const workId of ids) {
      yield;
      const added = addWork(writer, workId);
      pending.delete(workId);
      before.delete(workId);
      if (added.ok) continue;
      writer.abandon();
      return added;
    }
    const saysNothing = previous === undefined ? ids.length === 0 : writer.isRepetition();
    if (isSkippable && saysNothing) {
      writer.abandon();
      return succeed(undefined);
    }
    const finished = yield* folder.finishInSteps(writer, settings());
    if (finished.ok) newestId = finished.value.id;
    return finished;
  }

  const writing = write();

  function step(): BackupOutcome | undefined {
    if (outcome !== undefined) return outcome;
    const next = writing.next();
    if (next.done === true) outcome = next.value;
    return outcome;
  }

  return succeed({
    step,
    finish: () => {
      let finished = step();
      while (finished === undefined) finished = step();
      return finished;
    },
    beforeChange: (workId) => {
      same.delete(workId);
      if (outcome === undefined && pending.has(workId) && !before.has(workId)) {
        before.set(workId, notebooks.load(workId));
      }
    },
    unchanged: () => (newestId === undefined ? undefined : { backupId: newestId, workIds: same }),
  });
}
