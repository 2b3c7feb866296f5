import { z } from '../schema.ts';
import { workIdSchema } from '../text/work-id.ts';

/**
 * Why a backup was made: because notes changed on a new day ('daily'), before something that touches many notes at once
 * ('import', 'merge', 'restore', 'revision' of a text, 'migration' of a file), or because the reader asked for it.
 */
export const BACKUP_REASONS = [
  'daily',
  'import',
  'merge',
  'restore',
  'revision',
  'migration',
  'asked',
] as const;

/** One of {@link BACKUP_REASONS}. */
export type BackupReason = (typeof BACKUP_REASONS)[number];

/**
 * What the folder of a backup is called, which is also its id: the time of its making with `-` for `:`, the reason, and a
 * number where there are several of one moment.
 */
export const BACKUP_ID = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z-[a-z]{1,20}(-\d{1,6})?$/;

/** The version of the layout of a backup: its manifest and the files beside it. */
export const BACKUP_FORMAT_VERSION = 1;

/** The notes of one work inside a backup. */
export interface BackedUpWork {
  readonly workId: string;
  /** Annotations, without the bin. */
  readonly noteCount: number;
  /** Of the file's bytes, in lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Whether the notes could not be read when the backup was made, so that it repeats those of the backup before. */
  readonly isCarriedOver: boolean;
}

/** What a backup says of itself: the content of manifest.json. */
export interface BackupManifest {
  readonly formatVersion: typeof BACKUP_FORMAT_VERSION;
  /** Counts up from backup to backup: the order they were made in, whatever the clock said. */
  readonly sequence: number;
  /** ISO 8601, UTC, by the clock of the computer. */
  readonly created: string;
  /** The reader's calendar day, `YYYY-MM-DD`, whose notes it holds. */
  readonly day: string;
  readonly reason: BackupReason;
  /** By work id, in alphabetical order. */
  readonly works: readonly BackedUpWork[];
  /** The sha256 of settings.json, or null where it holds none. */
  readonly settings: string | null;
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Validates a {@link BackupManifest} that comes from a file. */
export const backupManifestSchema: z.ZodType<BackupManifest> = z.strictObject({
  formatVersion: z.literal(BACKUP_FORMAT_VERSION),
  sequence: z.int().min(1),
  created: z.iso.datetime(),
  day: z.iso.date(),
  reason: z.enum(BACKUP_REASONS),
  works: z
    .array(
      z.strictObject({
        workId: workIdSchema,
        noteCount: z.int().min(0),
        sha256,
        isCarriedOver: z.boolean(),
      }),
    )
    .max(100_000),
  settings: sha256.nullable(),
});
