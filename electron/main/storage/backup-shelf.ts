import fs from 'node:fs/promises';
import type { Notebook } from '../../../core/annotation/notebook.ts';
import type { BackupManifest } from '../../../core/backup/backup.ts';
import { parseBackupFile, serializeBackupFile, type BackupFile } from '../../../core/backup/backup-file.ts';
import { serializeNotebook } from '../../../core/backup/notebook-content.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { BackupFolder, FoundBackup } from './backup-folder.ts';
import { failForFileError } from './file-failure.ts';
import { hashContent, replaceFlushed } from './flushed-file.ts';

/** A backup file larger than this is none; in bytes. A hundred thousand long notes stay below it. */
const MAX_FILE_SIZE = 400_000_000;

/** A backup that can be read, wherever it lies. */
export interface ReadableBackup {
  readonly id: string;
  readonly manifest: BackupManifest;
  readonly readNotebook: (workId: string) => Result<Notebook>;
}

/** The backups there are to read: those on disk, and one that was brought in as a file, until the program ends. */
export interface BackupShelf {
  readonly list: () => Result<readonly FoundBackup[]>;
  readonly isSound: (backup: FoundBackup) => boolean;
  readonly open: (id: string) => Result<ReadableBackup>;
  /** Writes a backup as one file, which may then lie anywhere. */
  readonly exportTo: (id: string, filePath: string) => Result<null>;
  /** Brings such a file in; it takes the place of the one before. */
  readonly bringIn: (filePath: string) => Promise<Result<FoundBackup>>;
}

interface BroughtIn extends BackupFile {
  readonly id: string;
}

export function createBackupShelf(folder: BackupFolder): BackupShelf {
  let broughtIn: BroughtIn | undefined;
  let fileCount = 0;

  function open(id: string): Result<ReadableBackup> {
    if (broughtIn?.id === id) {
      const { manifest, notebooks } = broughtIn;
      return succeed({
        id,
        manifest,
        readNotebook: (workId) => {
          const found = notebooks.get(workId);
          return found === undefined
            ? fail('not-found', `The backup has no notes of "${workId}"`)
            : succeed(found.notebook);
        },
      });
    }
    const found = folder.find(id);
    if (!found.ok) return found;
    const { manifest } = found.value;
    if (manifest === undefined) return fail('damaged-file', `The backup "${id}" cannot be read`);
    return succeed({ id, manifest, readNotebook: (workId) => folder.readNotebook(found.value, workId) });
  }

  return {
    open,
    list: () => {
      const listed = folder.list();
      if (!listed.ok || broughtIn === undefined) return listed;
      return succeed([{ id: broughtIn.id, manifest: broughtIn.manifest }, ...listed.value]);
    },
    isSound: (backup) => backup.id === broughtIn?.id || folder.isSound(backup),
    exportTo: (id, filePath) => {
      const opened = open(id);
      if (!opened.ok) return opened;
      const texts = new Map<string, string>();
      const works = [];
      for (const work of opened.value.manifest.works) {
        const notebook = opened.value.readNotebook(work.workId);
        if (!notebook.ok) return notebook;
        const text = serializeNotebook(notebook.value);
        texts.set(work.workId, text);
        works.push({ ...work, sha256: hashContent(text) });
      }
      // Settings are not exported: another computer has its own.
      const manifest = { ...opened.value.manifest, works, settings: null };
      try {
        replaceFlushed(filePath, serializeBackupFile(manifest, texts));
        return succeed(null);
      } catch (error) {
        return failForFileError(error, filePath);
      }
    },
    bringIn: async (filePath) => {
      const read = await readBackupFile(filePath);
      if (!read.ok) return read;
      fileCount += 1;
      broughtIn = { ...read.value, id: `file-${fileCount}` };
      return succeed({ id: broughtIn.id, manifest: broughtIn.manifest });
    },
  };
}

async function readBackupFile(filePath: string): Promise<Result<BackupFile>> {
  try {
    const { size } = await fs.stat(filePath);
    if (size > MAX_FILE_SIZE) return fail('damaged-file', `${filePath}: is too large for a backup`);
    const parsed = parseBackupFile(await fs.readFile(filePath, 'utf8'));
    if (parsed.type === 'newer') return fail('newer-file', `${filePath}: ${parsed.detail}`);
    if (parsed.type === 'damaged') return fail('damaged-file', `${filePath}: ${parsed.detail}`);
    const { manifest, notebooks } = parsed.backup;
    const changed = manifest.works.find(
      ({ workId, sha256 }) => hashContent(notebooks.get(workId)?.text ?? '') !== sha256,
    );
    if (changed === undefined) return succeed(parsed.backup);
    return fail('damaged-file', `${filePath}: ${changed.workId}: is not what it was when it was exported`);
  } catch (error) {
    return failForFileError(error, filePath);
  }
}
