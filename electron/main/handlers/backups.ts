import type { BackupList, BackupSummary } from '../../../ipc/backups.ts';
import type { RequestArgument } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { BackupFolder, FoundBackup } from '../storage/backup-folder.ts';
import type { Backups } from '../storage/backups.ts';

export interface BackupParts {
  readonly backupFolder: BackupFolder;
  readonly backups: Backups;
}

export async function makeBackup(
  { backups, backupFolder }: BackupParts,
  reason: RequestArgument<'makeBackup'>['reason'],
): Promise<Result<BackupSummary>> {
  const made = await backups.make(reason);
  return made.ok ? succeed(summarize(backupFolder, made.value)) : made;
}

export function listBackups({ backups, backupFolder }: BackupParts): Result<BackupList> {
  const found = backupFolder.list();
  if (!found.ok) return found;
  return succeed({
    backups: found.value.map((backup) => summarize(backupFolder, backup)),
    lastFailure: backups.lastFailure(),
  });
}

function summarize(folder: BackupFolder, backup: FoundBackup): BackupSummary {
  const { id, manifest } = backup;
  if (manifest === undefined) return { id, made: null, isSound: false };
  const works = manifest.works.map(({ workId, noteCount }) => ({ workId, noteCount }));
  const noteCount = works.reduce((sum, work) => sum + work.noteCount, 0);
  const { created, reason } = manifest;
  return { id, made: { created, reason, noteCount, works }, isSound: folder.isSound(backup) };
}
