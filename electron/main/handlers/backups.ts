import type { Dialog } from 'electron';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Notebook } from '../../../core/annotation/notebook.ts';
import { compareNotebooks } from '../../../core/backup/compare-notebooks.ts';
import {
  EXAMPLE_COUNT,
  EXCERPT_LENGTH,
  type BackedUpNotebooks,
  type BackupList,
  type BackupSummary,
  type DifferingNotes,
  type NoteExample,
  type WorkComparison,
} from '../../../ipc/backups.ts';
import type { RequestArgument } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { FoundBackup } from '../storage/backup-folder.ts';
import type { BackupShelf } from '../storage/backup-shelf.ts';
import type { Backups } from '../storage/backups.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import type { TextSources } from '../storage/texts.ts';
import type { LibraryParts } from './open-work.ts';

export interface BackupParts {
  readonly backups: Backups;
  readonly backupShelf: BackupShelf;
  readonly notebooks: NotebookStore;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
}

/** Where texts are. */
type RevisionSources = Pick<TextSources, 'shipped' | 'shelf'>;

const FILTERS = [{ name: 'JSON', extensions: ['json'] }];

export async function makeBackup(
  { backups, backupShelf }: BackupParts,
  reason: RequestArgument<'makeBackup'>['reason'],
): Promise<Result<BackupSummary>> {
  const made = await backups.make(reason);
  return made.ok ? succeed(summarize(backupShelf, made.value)) : made;
}

export function listBackups({ backups, backupShelf }: BackupParts): Result<BackupList> {
  const found = backupShelf.list();
  if (!found.ok) return found;
  return succeed({
    backups: found.value.map((backup) => summarize(backupShelf, backup)),
    lastFailure: backups.lastFailure(),
  });
}

export function compareBackup(
  parts: BackupParts & RevisionSources & Pick<LibraryParts, 'library'>,
  id: string,
): Result<readonly WorkComparison[]> {
  const opened = parts.backupShelf.open(id);
  if (!opened.ok) return opened;
  const comparisons: WorkComparison[] = [];
  for (const { workId, noteCount, isCarriedOver } of opened.value.manifest.works) {
    const earlier = opened.value.readNotebook(workId);
    if (!earlier.ok) return earlier;
    const current = parts.notebooks.load(workId);
    if (!current.ok) return current;
    const revision = parts.library.identify(workId);
    const standing = { ...(revision.ok ? { revision: revision.value } : {}), ...current.value };
    const differences = summarizeDifferences(forgetLostRevision(parts, workId, earlier.value), standing);
    comparisons.push({ workId, noteCount, isCarriedOver, ...differences });
  }
  return succeed(comparisons);
}

export function readBackup(
  { backupShelf, shelf, shipped }: BackupParts & RevisionSources,
  { id, workId }: RequestArgument<'readBackup'>,
): Result<BackedUpNotebooks> {
  const opened = backupShelf.open(id);
  if (!opened.ok) return opened;
  const { manifest, readNotebook } = opened.value;
  const read: [string, Notebook][] = [];
  for (const wanted of workId === null ? manifest.works.map((work) => work.workId) : [workId]) {
    const notebook = readNotebook(wanted);
    if (!notebook.ok) return notebook;
    read.push([wanted, forgetLostRevision({ shelf, shipped }, wanted, notebook.value)]);
  }
  return succeed(Object.fromEntries(read));
}

/** A text that is not on this computer cannot be brought back: the notes are put onto the present one. */
function forgetLostRevision(
  { shelf, shipped }: RevisionSources,
  workId: string,
  notebook: Notebook,
): Notebook {
  const { revision, ...withoutRevision } = notebook;
  if (revision === undefined || shelf.has(workId, revision)) return notebook;
  const present = shipped.identify(workId);
  return present.ok && present.value === revision ? notebook : withoutRevision;
}

export async function exportBackup(
  { backupShelf, dialog }: BackupParts,
  id: string,
): Promise<Result<string | null>> {
  const opened = backupShelf.open(id);
  if (!opened.ok) return opened;
  const defaultPath = `duizhao-backup-${opened.value.manifest.created.slice(0, 10)}.json`;
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath, filters: FILTERS });
  if (canceled || filePath === '') return succeed(null);
  const written = backupShelf.exportTo(id, filePath);
  return written.ok ? succeed(filePath) : written;
}

export async function chooseBackupFile({
  backupShelf,
  dialog,
}: BackupParts): Promise<Result<BackupSummary | null>> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ filters: FILTERS, properties: ['openFile'] });
  const [filePath] = filePaths;
  if (canceled || filePath === undefined) return succeed(null);
  const brought = await backupShelf.bringIn(filePath);
  return brought.ok ? succeed(summarize(backupShelf, brought.value)) : brought;
}

function summarize(shelf: BackupShelf, backup: FoundBackup): BackupSummary {
  const { id, manifest } = backup;
  if (manifest === undefined) return { id, made: null, isSound: false };
  const works = manifest.works.map(({ workId, noteCount }) => ({ workId, noteCount }));
  const noteCount = works.reduce((sum, work) => sum + work.noteCount, 0);
  const { created, reason } = manifest;
  return { id, made: { created, reason, noteCount, works }, isSound: shelf.isSound(backup) };
}

function summarizeDifferences(
  earlier: Notebook,
  current: Notebook,
): Pick<WorkComparison, 'onlyInBackup' | 'onlyNow' | 'changed' | 'progressCount' | 'isOtherText'> {
  const { onlyEarlier, onlyCurrent, changed, progress, isOtherText } = compareNotebooks(earlier, current);
  return {
    onlyInBackup: giveExamples(onlyEarlier),
    onlyNow: giveExamples(onlyCurrent),
    changed: giveExamples(changed.map((pair) => pair.earlier)),
    progressCount: progress.length,
    isOtherText,
  };
}

function giveExamples(annotations: readonly Annotation[]): DifferingNotes {
  return { count: annotations.length, examples: annotations.slice(0, EXAMPLE_COUNT).map(giveExample) };
}

function giveExample({ id, kind, targets, body }: Annotation): NoteExample {
  const [target] = targets;
  return {
    id,
    kind,
    quote: target?.selector[0].exact.slice(0, EXCERPT_LENGTH) ?? '',
    language: target?.language ?? null,
    body: body.slice(0, EXCERPT_LENGTH),
  };
}
