import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  BACKUP_FORMAT_VERSION,
  type BackedUpWork,
  type BackupManifest,
  type BackupReason,
} from '../../../core/backup/backup.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError } from './file-failure.ts';
import { flushFolder, hashContent, linkOrCopy, writeFlushed } from './flushed-file.ts';

/** What a folder being written or removed is called until it is whole or gone. No backup has such a name. */
export const UNFINISHED = '.unfinished-';

/** What is known of a backup before it holds anything. */
export interface BackupHead {
  readonly sequence: number;
  readonly created: string;
  readonly day: string;
  readonly reason: BackupReason;
}

/** The backup before, from which unchanged files are taken. */
export interface PreviousBackup {
  readonly id: string;
  readonly folder: string;
  readonly manifest: BackupManifest;
}

/** A backup that is being written. Whatever fails, `abandon` leaves nothing behind. */
export interface BackupWriter {
  /** Puts the notes of a work in. The same text as in the backup before is not written again. */
  readonly add: (workId: string, text: string, noteCount: number) => Result<null>;
  /** Takes the notes of a work from the backup before, if that has them whole; says whether it did. */
  readonly repeat: (workId: string, isCarriedOver: boolean) => Result<boolean>;
  /** Whether all of it, and nothing else, is in the backup before. */
  readonly isRepetition: () => boolean;
  /** Writes the manifest and gives the whole its name; says which works were not taken from the backup before. */
  readonly finish: (
    settings: string | null,
  ) => Result<{ readonly id: string; readonly written: ReadonlySet<string> }>;
  readonly abandon: () => void;
}

/** Begins a backup in a folder of backups, which is created with the first one. */
export function beginBackup(
  folder: string,
  head: BackupHead,
  previous: PreviousBackup | undefined,
): Result<BackupWriter> {
  const draft = path.join(folder, `${UNFINISHED}${randomUUID()}`);
  const works = new Map<string, BackedUpWork>();
  const written = new Set<string>();
  const before = new Map(previous?.manifest.works.map((work) => [work.workId, work]));

  function attempt<Value>(write: () => Value): Result<Value> {
    try {
      return succeed(write());
    } catch (error) {
      return failForFileError(error, draft);
    }
  }

  function takeFromPrevious(work: BackedUpWork, isCarriedOver: boolean): boolean {
    if (previous === undefined) return false;
    const source = path.join(previous.folder, 'notes', `${work.workId}.json`);
    if (!isWhole(source, work.sha256)) return false;
    linkOrCopy(source, path.join(draft, 'notes', `${work.workId}.json`));
    works.set(work.workId, { ...work, isCarriedOver });
    return true;
  }

  const begun = attempt(() => {
    fs.mkdirSync(path.join(draft, 'notes'), { recursive: true });
    return null;
  });
  if (!begun.ok) {
    removeQuietly(draft);
    return begun;
  }
  return succeed({
    add: (workId, text, noteCount) =>
      attempt(() => {
        const sha256 = hashContent(text);
        const known = before.get(workId);
        if (known?.sha256 === sha256 && takeFromPrevious({ ...known, noteCount }, false)) return null;
        writeFlushed(path.join(draft, 'notes', `${workId}.json`), text);
        written.add(workId);
        works.set(workId, { workId, noteCount, sha256, isCarriedOver: false });
        return null;
      }),
    repeat: (workId, isCarriedOver) =>
      attempt(() => {
        const known = before.get(workId);
        return known !== undefined && takeFromPrevious(known, isCarriedOver);
      }),
    isRepetition: () => previous !== undefined && before.size === works.size && written.size === 0,
    finish: (settings) =>
      attempt(() => {
        const sorted = [...works.values()].toSorted((one, other) => (one.workId < other.workId ? -1 : 1));
        if (settings !== null) writeFlushed(path.join(draft, 'settings.json'), settings);
        const manifest: BackupManifest = {
          formatVersion: BACKUP_FORMAT_VERSION,
          ...head,
          works: sorted,
          settings: settings === null ? null : hashContent(settings),
        };
        writeFlushed(path.join(draft, 'manifest.json'), `${JSON.stringify(manifest, undefined, 1)}\n`);
        flushFolder(path.join(draft, 'notes'));
        flushFolder(draft);
        const id = findFreeName(folder, head);
        fs.renameSync(draft, path.join(folder, id));
        flushFolder(folder);
        flushFolder(path.dirname(folder));
        return { id, written };
      }),
    abandon: () => removeQuietly(draft),
  });
}

/** Whether a file is there and has the bytes it had. */
export function isWhole(filePath: string, sha256: string): boolean {
  try {
    return hashContent(fs.readFileSync(filePath)) === sha256;
  } catch {
    return false;
  }
}

/** Removes a folder of which nothing is needed; what cannot be removed is swept at the next start. */
export function removeQuietly(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true });
  } catch {
    // A folder that may not be written: whoever tried to write it has been told.
  }
}

/** Two backups of one millisecond, or of a clock that has stood there before, must not share a name. */
function findFreeName(folder: string, { created, reason }: BackupHead): string {
  // Colons may not stand in file names on Windows.
  const name = `${created.replaceAll(':', '-')}-${reason}`;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!fs.existsSync(path.join(folder, candidate))) return candidate;
  }
}

/** A failure about a backup that is not what it says it is. */
export function failForDamage(filePath: string, detail: string): Result<never> {
  return fail('damaged-file', `${filePath}: ${detail}`);
}
