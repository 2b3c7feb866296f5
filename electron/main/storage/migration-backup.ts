import { parseNotebook } from '../../../core/backup/notebook-content.ts';
import { runToEnd } from '../../../core/steps.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { BackupFolder } from './backup-folder.ts';
import { localDay } from '../../../core/local-day.ts';

/**
 * Keeps a notes file as it stands before it is migrated, in a backup that otherwise repeats the one before. `text` is the
 * file in its old schema, to the letter. Nothing is written where the newest backup has it already.
 */
export function keepBeforeMigration(
  backups: BackupFolder,
  workId: string,
  text: string,
  now: Date,
): Result<null> {
  const content = parseNotebook(text);
  if (content.type !== 'notebook') return fail('damaged-file', `${workId}: ${content.detail}`);
  const begun = backups.begin({ created: now.toISOString(), day: localDay(now), reason: 'migration' });
  if (!begun.ok) return begun;
  const { writer, previous } = begun.value;
  for (const work of previous?.manifest.works ?? []) {
    const repeated = work.workId === workId ? succeed(true) : writer.repeat(work.workId, work.isCarriedOver);
    if (!repeated.ok) {
      writer.abandon();
      return repeated;
    }
  }
  const added = writer.add(workId, text, content.notebook.annotations.length);
  if (!added.ok || writer.isRepetition()) {
    writer.abandon();
    return added;
  }
  const finished = runToEnd(backups.finishInSteps(writer, null));
  return finished.ok ? succeed(null) : finished;
}
