import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openBackupFolder, type BackupFolder } from '../../../../electron/main/storage/backup-folder.ts';
import { createBackups, type Backups } from '../../../../electron/main/storage/backups.ts';
import { openNotebookStore, type NotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import type { Failure, Result } from '../../../../ipc/result.ts';
import { saveNote } from './sample-notes.ts';

/** A program that keeps notes and backs them up, in a folder of its own. */
export interface Kept {
  readonly folder: BackupFolder;
  readonly store: NotebookStore;
  readonly backups: Backups;
  readonly failures: readonly Failure[];
  /** Saves a note as the program does it. */
  readonly write: (workId: string, number: number, body?: string) => Promise<Result<null>>;
  /** Brings the clock to a local time. */
  readonly setTime: (time: string) => void;
}

/** Starts such a program; started again on the same folder it is the next evening. */
export function startKeeping(userData: string, time = '2026-03-02T10:00'): Kept {
  const folder = openBackupFolder(path.join(userData, 'backups'));
  const store = openNotebookStore(path.join(userData, 'notes'));
  const failures: Failure[] = [];
  let now = new Date(time);
  const backups = createBackups({
    folder,
    notebooks: store,
    settings: () => '{}\n',
    now: () => now,
    pause: () => Promise.resolve(),
    onFailed: (failure) => void failures.push(failure),
  });
  onTestFinished(() => backups.settled());
  return {
    folder,
    store,
    backups,
    failures,
    write: (workId, number, body) => {
      backups.beforeChange(workId);
      return store.change(workId, saveNote(number, body));
    },
    setTime: (text) => (now = new Date(text)),
  };
}

/** The value of a result that must be one. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.value;
}
