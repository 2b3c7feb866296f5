import type { Notebook } from '../annotation/notebook.ts';
import { z } from '../schema.ts';
import { backupManifestSchema, BACKUP_FORMAT_VERSION, type BackupManifest } from './backup.ts';
import { readNotebookContent } from './notebook-content.ts';

/** What a backup file says at its beginning, so that nothing else is taken for one. */
const FORMAT = 'duizhao-backup';

/** A backup as one file, to be kept elsewhere: JSON with `format`, `formatVersion`, `manifest` and `notebooks` by work id. */
export interface BackupFile {
  readonly manifest: BackupManifest;
  /** Each as in a notes file, of whatever schema version it says. */
  readonly notebooks: ReadonlyMap<string, BackupFileNotebook>;
}

/** The notes of one work inside a backup file. */
export interface BackupFileNotebook {
  readonly notebook: Notebook;
  /** The text whose sha256 the manifest gives: that of the notes file it was taken from. */
  readonly text: string;
}

/** What a file turned out to be. */
export type ParsedBackupFile =
  | { readonly type: 'backup'; readonly backup: BackupFile }
  /** Written by a later version of the program. */
  | { readonly type: 'newer'; readonly detail: string }
  /** No backup, or no longer what it was. */
  | { readonly type: 'damaged'; readonly detail: string };

const headSchema = z.object({ format: z.literal(FORMAT), formatVersion: z.int().min(1) });

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(BACKUP_FORMAT_VERSION),
  manifest: backupManifestSchema,
  notebooks: z.record(z.string(), z.unknown()),
});

/**
 * Writes a backup file. `texts` are the notes files by work id, JSON objects as serializeNotebook gives them; the manifest
 * gives their sha256 and counts.
 */
export function serializeBackupFile(manifest: BackupManifest, texts: ReadonlyMap<string, string>): string {
  const notebooks = Object.fromEntries(
    [...texts].map(([workId, text]) => [workId, JSON.parse(text) as unknown]),
  );
  return `${JSON.stringify({ format: FORMAT, formatVersion: BACKUP_FORMAT_VERSION, manifest, notebooks })}\n`;
}

/** Reads a backup file. Hashes are left to whoever can compute them. */
export function parseBackupFile(text: string): ParsedBackupFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { type: 'damaged', detail: String(error) };
  }
  const head = headSchema.safeParse(value);
  if (!head.success) return { type: 'damaged', detail: 'does not say that it is a backup' };
  if (head.data.formatVersion > BACKUP_FORMAT_VERSION) {
    const detail = `has format version ${head.data.formatVersion}, this program knows ${BACKUP_FORMAT_VERSION}`;
    return { type: 'newer', detail };
  }
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { type: 'damaged', detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  }
  const { manifest } = parsed.data;
  const contents = new Map(Object.entries(parsed.data.notebooks));
  const notebooks = new Map<string, BackupFileNotebook>();
  for (const { workId, noteCount } of manifest.works) {
    const content = readNotebookContent(contents.get(workId));
    if (content.type !== 'notebook') return { type: content.type, detail: `${workId}: ${content.detail}` };
    if (content.notebook.annotations.length !== noteCount) {
      return { type: 'damaged', detail: `${workId}: has not as many notes as it says` };
    }
    notebooks.set(workId, {
      notebook: content.notebook,
      text: `${JSON.stringify(contents.get(workId))}\n`,
    });
  }
  if (notebooks.size !== contents.size) {
    return { type: 'damaged', detail: 'has notes of works it does not list' };
  }
  return { type: 'backup', backup: { manifest, notebooks } };
}
