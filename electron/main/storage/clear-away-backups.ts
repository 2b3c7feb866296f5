import { chooseBackupsToKeep, type RotatingBackup } from '../../../core/backup/choose-backups-to-keep.ts';
import type { BackupFolder } from './backup-folder.ts';

/** Removes the backups that rotation lets go. Only whole ones count, so that a damaged one never pushes a whole one out. */
export async function clearAwayBackups(
  folder: BackupFolder,
  now: string,
  pause: () => Promise<void>,
): Promise<void> {
  const found = folder.list();
  if (!found.ok) return;
  const sound: RotatingBackup[] = [];
  for (const backup of found.value) {
    const { id, manifest } = backup;
    if (manifest !== undefined && folder.isSound(backup)) sound.push({ ...manifest, id });
    await pause();
  }
  const kept = chooseBackupsToKeep(sound, now);
  for (const { id } of sound) {
    if (!kept.has(id)) folder.remove(id);
  }
}
