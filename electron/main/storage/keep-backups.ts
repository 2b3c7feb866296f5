import type { Failure } from '../../../ipc/result.ts';
import type { BackupFolder } from './backup-folder.ts';
import { createBackupShelf, type BackupShelf } from './backup-shelf.ts';
import { createBackups, watchChanges, type Backups } from './backups.ts';
import type { NotebookStore } from './notebook-store.ts';

/** How long the program breathes between two works of a backup, in ms: what the reader does meanwhile comes first. */
const PAUSE_MS = 20;

/** A store of notes of which backups are kept. */
export interface KeptNotebooks {
  /** The store, which sees to the backup of the day before it changes anything. */
  readonly notebooks: NotebookStore;
  readonly backups: Backups;
  readonly backupShelf: BackupShelf;
}

/** Keeps backups of a store in a folder, by the clock of the computer. `settings` is the text of settings.json. */
export function keepBackups(
  store: NotebookStore,
  folder: BackupFolder,
  settings: () => string,
  onFailed: (failure: Failure) => void,
): KeptNotebooks {
  const backups = createBackups({
    folder,
    notebooks: store,
    settings,
    now: () => new Date(),
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
    onFailed,
  });
  return {
    notebooks: watchChanges(store, backups.beforeChange),
    backups,
    backupShelf: createBackupShelf(folder),
  };
}
