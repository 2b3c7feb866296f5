import type { BackupReason } from '../core/backup/backup.ts';
import { z } from '../core/schema.ts';
import type { Failure } from './result.ts';

/** Why the renderer may ask for a backup: before a step on many notes, or because the reader asked. */
export const requestedReasonSchema = z.enum(['import', 'merge', 'restore', 'revision', 'asked']);

/** What a backup says of itself. */
export interface BackupDescription {
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly reason: BackupReason;
  /** Of all works, without the bins. */
  readonly noteCount: number;
  readonly works: readonly { readonly workId: string; readonly noteCount: number }[];
}

/** One line of the list of backups. */
export interface BackupSummary {
  readonly id: string;
  /** Null where it is so damaged that it does not even say what it is. */
  readonly made: BackupDescription | null;
  /** Whether every file of it is as it was when it was made. */
  readonly isSound: boolean;
}

/** The backups, and whether the newest could not be made. */
export interface BackupList {
  readonly backups: readonly BackupSummary[];
  /** Why the last backup since the start of the program could not be made; null where it could. */
  readonly lastFailure: Failure | null;
}
