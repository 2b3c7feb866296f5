import fs from 'node:fs';
import path from 'node:path';
import type { Notebook } from '../../../core/annotation/notebook.ts';
import { BACKUP_ID, backupManifestSchema, type BackupManifest } from '../../../core/backup/backup.ts';
import { checkNotebookInSteps, parseNotebook } from '../../../core/backup/notebook-content.ts';
import type { Steps } from '../../../core/steps.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import {
  beginBackup,
  failForDamage,
  isWhole,
  removeQuietly,
  UNFINISHED,
  type BackupHead,
  type BackupWriter,
  type PreviousBackup,
} from './backup-writer.ts';
import { failForFileError } from './file-failure.ts';
import { createInodeHashes } from './inode-hashes.ts';

/** A folder among the backups. Without a manifest it is damaged; with one, its files may still be. */
export interface FoundBackup {
  readonly id: string;
  readonly manifest: BackupManifest | undefined;
}

/** A notebook as a backup has it. */
export interface NotebookOfBackup {
  readonly notebook: Notebook;
  /** When the backup was made; ISO 8601, UTC. */
  readonly created: string;
}

/** The backups on disk: `<id>/manifest.json`, `<id>/settings.json`, `<id>/notes/<work-id>.json`. */
export interface BackupFolder {
  readonly path: string;
  /** All backups, the newest first; damaged ones last. What else lies in the folder is left out. */
  readonly list: () => Result<readonly FoundBackup[]>;
  /** Whether every file of a backup has the bytes it was made with. Files that were not touched are read once. */
  readonly isSound: (backup: FoundBackup) => boolean;
  /** The notes of a work in a backup; 'damaged-file' where they are not what they were. */
  readonly readNotebook: (backup: FoundBackup, workId: string) => Result<Notebook>;
  /** A backup by its id. */
  readonly find: (id: string) => Result<FoundBackup>;
  /** The notes of a work from the newest backup that has them whole. */
  readonly newestSound: (workId: string) => Result<NotebookOfBackup | undefined>;
  /** Begins the next backup. */
  readonly begin: (
    head: Omit<BackupHead, 'sequence'>,
  ) => Result<{ readonly writer: BackupWriter; readonly previous: PreviousBackup | undefined }>;
  /** Finishes a backup and reads it back, a work a step; one that does not read back is taken away again. */
  readonly finishInSteps: (writer: BackupWriter, settings: string | null) => Steps<Result<FoundBackup>>;
  readonly remove: (id: string) => Result<null>;
  /** Clears away what a killed program has left half written or half removed. Call while nothing is being written. */
  readonly sweep: () => void;
}

/** The backups in a folder, which is created with the first one. */
export function openBackupFolder(folder: string): BackupFolder {
  const hashes = createInodeHashes();

  function listNames(): readonly string[] {
    return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  }

  function list(): Result<readonly FoundBackup[]> {
    try {
      const found = listNames()
        .filter((name) => BACKUP_ID.test(name))
        .map((id) => ({ id, manifest: readManifest(path.join(folder, id)) }));
      return succeed(found.toSorted(compareAge));
    } catch (error) {
      return failForFileError(error, folder);
    }
  }

  function isSound({ id, manifest }: FoundBackup): boolean {
    if (manifest === undefined) return false;
    const at = path.join(folder, id);
    return (
      manifest.works.every(({ workId, sha256 }) => hashes.of(notesFile(at, workId)) === sha256) &&
      (manifest.settings === null || hashes.of(path.join(at, 'settings.json')) === manifest.settings)
    );
  }

  function readNotebook({ id, manifest }: FoundBackup, workId: string): Result<Notebook> {
    const file = notesFile(path.join(folder, id), workId);
    const work = manifest?.works.find((entry) => entry.workId === workId);
    if (work === undefined) return fail('not-found', `The backup ${id} has no notes of "${workId}"`);
    try {
      if (!isWhole(file, work.sha256))
        return failForDamage(file, 'is not what it was when the backup was made');
      const content = parseNotebook(fs.readFileSync(file, 'utf8'));
      if (content.type === 'notebook') return succeed(content.notebook);
      return content.type === 'newer'
        ? fail('newer-file', `${file}: ${content.detail}`)
        : failForDamage(file, content.detail);
    } catch (error) {
      return failForFileError(error, file);
    }
  }

  return {
    path: folder,
    list,
    isSound,
    readNotebook,
    find: (id) => {
      const manifest = BACKUP_ID.test(id) ? readManifest(path.join(folder, id)) : undefined;
      return manifest === undefined
        ? fail('not-found', `There is no backup "${id}" that can be read`)
        : succeed({ id, manifest });
    },
    newestSound: (workId) => {
      const found = list();
      if (!found.ok) return found;
      for (const backup of found.value) {
        const { manifest } = backup;
        const notebook = readNotebook(backup, workId);
        if (manifest !== undefined && notebook.ok) {
          return succeed({ notebook: notebook.value, created: manifest.created });
        }
      }
      return succeed(undefined);
    },
    begin: (head) => {
      const found = list();
      if (!found.ok) return found;
      const newest = found.value.find(({ manifest }) => manifest !== undefined);
      const previous =
        newest?.manifest === undefined
          ? undefined
          : { id: newest.id, folder: path.join(folder, newest.id), manifest: newest.manifest };
      const sequence = (previous?.manifest.sequence ?? 0) + 1;
      const begun = beginBackup(folder, { ...head, sequence }, previous);
      return begun.ok ? succeed({ writer: begun.value, previous }) : begun;
    },
    *finishInSteps(writer, settings) {
      const written = writer.finish(settings);
      if (!written.ok) {
        writer.abandon();
        return written;
      }
      const { id } = written.value;
      const at = path.join(folder, id);
      // What was linked has been read for its hash and was read for its schema when it was first written.
      const backup = { id, manifest: readManifest(at) };
      let isReadable = true;
      for (const { workId } of backup.manifest?.works ?? []) {
        yield;
        // Remembered: what is asked of all of them in the end need not be read then.
        hashes.of(notesFile(at, workId));
      }
      for (const workId of written.value.written) {
        yield;
        isReadable &&= yield* checkInSteps(notesFile(at, workId));
      }
      if (isReadable && isSound(backup)) return succeed(backup);
      removeQuietly(at);
      return failForDamage(at, 'the backup did not read back as it was written');
    },
    remove: (id) => {
      if (!BACKUP_ID.test(id)) return fail('invalid-request', `"${id}" names no backup`);
      const doomed = path.join(folder, `${UNFINISHED}${id}`);
      try {
        // First out of the list, whole, so that nothing half removed is ever taken for a damaged backup.
        fs.renameSync(path.join(folder, id), doomed);
        fs.rmSync(doomed, { recursive: true, force: true });
        return succeed(null);
      } catch (error) {
        return failForFileError(error, path.join(folder, id));
      }
    },
    sweep: () => {
      try {
        for (const name of listNames()) {
          if (name.startsWith(UNFINISHED)) removeQuietly(path.join(folder, name));
        }
      } catch {
        // Where the folder cannot be read, the next backup will say so.
      }
    },
  };
}

function notesFile(backupPath: string, workId: string): string {
  return path.join(backupPath, 'notes', `${workId}.json`);
}

function* checkInSteps(filePath: string): Steps<boolean> {
  try {
    const text = fs.readFileSync(filePath, 'utf8');
    yield;
    return yield* checkNotebookInSteps(text);
  } catch {
    return false;
  }
}

function readManifest(backupPath: string): BackupManifest | undefined {
  try {
    const text = fs.readFileSync(path.join(backupPath, 'manifest.json'), 'utf8');
    const parsed = backupManifestSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The order of making, whatever the clock said; damaged ones have lost their place and stand last, by name. */
function compareAge(one: FoundBackup, other: FoundBackup): number {
  const difference = (other.manifest?.sequence ?? 0) - (one.manifest?.sequence ?? 0);
  return difference === 0 ? Number(one.id < other.id) - Number(one.id > other.id) : difference;
}
