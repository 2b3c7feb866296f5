import type { BackupReason } from '../../../core/backup/backup.ts';
import { fail, type Failure, type Result } from '../../../ipc/result.ts';
import type { FoundBackup } from './backup-folder.ts';
import {
  beginBackupJob,
  type BackupContent,
  type BackupJob,
  type BackupOutcome,
  type Unchanged,
} from './backup-job.ts';
import { clearAwayBackups } from './clear-away-backups.ts';
import { dayBefore, localDay } from '../../../core/local-day.ts';
import type { NotebookStore } from './notebook-store.ts';

/** What backups are made of, and what their making depends on. */
export interface BackupSources extends BackupContent {
  readonly now: () => Date;
  /** Lets the program breathe between two works. */
  readonly pause: () => Promise<void>;
  /** Told of a backup that nobody waits for and that could not be made. */
  readonly onFailed: (failure: Failure) => void;
}

/** Makes backups: before the first change of a day, when the program ends, and when asked. */
export interface Backups {
  /** Backs up the notes as they are at this moment, whatever is changed while it is written. */
  readonly make: (reason: BackupReason) => Promise<Result<FoundBackup>>;
  /** Must be called before the notes of a work are changed: the first time on a day all notes are backed up as they were. */
  readonly beforeChange: (workId: string) => void;
  /** Backs up, at once, what has changed since the last backup. */
  readonly atQuit: () => void;
  /** Why the last backup could not be made; null where it could. */
  readonly lastFailure: () => Failure | null;
  /** Resolves when no backup is being written and none is being cleared away. */
  readonly settled: () => Promise<void>;
}

export function createBackups(sources: BackupSources): Backups {
  const { folder, now, pause } = sources;
  let job: BackupJob | undefined;
  let unchanged: Unchanged | undefined;
  /** Whether notes have changed since the last backup was begun. */
  let isBehind = false;
  let lastDay: string | undefined;
  let lastFailure: Failure | null = null;
  let background: Promise<unknown> = Promise.resolve();

  function begin(reason: BackupReason, day: string, isSkippable: boolean): Result<BackupJob> {
    if (job !== undefined) conclude(job, job.finish());
    const begun = beginBackupJob(
      sources,
      { created: now().toISOString(), day, reason, isSkippable },
      unchanged,
    );
    if (!begun.ok) return begun;
    job = begun.value;
    isBehind = false;
    return begun;
  }

  function conclude(finished: BackupJob, outcome: BackupOutcome): void {
    if (job !== finished) return;
    job = undefined;
    lastFailure = outcome.ok ? null : outcome.failure;
    if (outcome.ok) unchanged = finished.unchanged();
    else isBehind = true;
  }

  /** Writes a backup little by little; when the program must end it may have been finished meanwhile. */
  async function write(running: BackupJob): Promise<BackupOutcome> {
    let outcome: BackupOutcome | undefined;
    while (outcome === undefined) {
      await pause();
      outcome = running.step();
    }
    conclude(running, outcome);
    return outcome;
  }

  /** Nothing that fails here needs the reader: what is not cleared away today is cleared away tomorrow. */
  async function clearAway(): Promise<void> {
    if (job === undefined) folder.sweep();
    await clearAwayBackups(folder, now().toISOString(), pause);
  }

  function inBackground(work: () => Promise<unknown>): void {
    background = background.then(work);
  }

  async function writeDaily(running: BackupJob): Promise<void> {
    const outcome = await write(running);
    if (!outcome.ok) sources.onFailed(outcome.failure);
    await clearAway();
  }

  function beginDay(today: string): void {
    lastDay = today;
    const found = folder.list();
    const newest = found.ok ? found.value[0]?.manifest : undefined;
    if (newest !== undefined && localDay(new Date(newest.created)) === today) return;
    const begun = begin('daily', dayBefore(today), true);
    if (begun.ok) inBackground(() => writeDaily(begun.value));
    else sources.onFailed(begun.failure);
  }

  return {
    make: async (reason) => {
      const begun = begin(reason, localDay(now()), false);
      if (!begun.ok) return begun;
      const outcome = await write(begun.value);
      if (!outcome.ok) return outcome;
      inBackground(clearAway);
      const { value } = outcome;
      return value === undefined ? fail('unexpected', 'the backup was not written') : { ok: true, value };
    },
    beforeChange: (workId) => {
      const today = localDay(now());
      if (today !== lastDay) beginDay(today);
      job?.beforeChange(workId);
      if (unchanged?.workIds.has(workId)) unchanged = without(unchanged, workId);
      isBehind = true;
    },
    atQuit: () => {
      if (job !== undefined) conclude(job, job.finish());
      if (!isBehind) return;
      const begun = begin('daily', localDay(now()), true);
      // Nobody is left to be told. What could not be backed up now is before the next change.
      if (begun.ok) conclude(begun.value, begun.value.finish());
    },
    lastFailure: () => lastFailure,
    settled: async () => {
      await background;
    },
  };
}

/** The same store, which asks for a backup before it changes anything. */
export function watchChanges(
  notebooks: NotebookStore,
  beforeChange: (workId: string) => void,
): NotebookStore {
  return {
    ...notebooks,
    change: (workId, changes) => {
      beforeChange(workId);
      return notebooks.change(workId, changes);
    },
  };
}

function without({ backupId, workIds }: Unchanged, workId: string): Unchanged {
  return { backupId, workIds: new Set([...workIds].filter((id) => id !== workId)) };
}
