import type { AnnotationKind } from '../core/annotation/annotation.ts';
import type { Notebook } from '../core/annotation/notebook.ts';
import { BACKUP_ID, type BackupReason } from '../core/backup/backup.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { z } from '../core/schema.ts';
import type { Failure } from './result.ts';

/** Why the renderer may ask for a backup: before a step on many notes, or because the reader asked. */
export const requestedReasonSchema = z.enum(['import', 'merge', 'restore', 'revision', 'asked']);

/** The id of a backup: of one on disk the name of its folder, of one that was brought in as a file a number. */
export const backupIdSchema = z.union([z.string().regex(BACKUP_ID), z.string().regex(/^file-\d{1,6}$/)]);

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

/** How many examples a comparison gives of each difference. */
export const EXAMPLE_COUNT = 50;

/** How much of a quote or a note an example gives, in UTF-16 code units. */
export const EXCERPT_LENGTH = 160;

/** One note of which a comparison tells, in short. */
export interface NoteExample {
  readonly id: string;
  readonly kind: AnnotationKind;
  /** The first words it stands on; '' for a note on a clause or a whole text. */
  readonly quote: string;
  /** The language of the quote; null without one. */
  readonly language: LanguageTag | null;
  readonly body: string;
}

/** How many notes differ in one way, and the first of them. */
export interface DifferingNotes {
  readonly count: number;
  readonly examples: readonly NoteExample[];
}

/** How the notes of one work in a backup differ from those of today. */
export interface WorkComparison {
  readonly workId: string;
  /** Without the bin. */
  readonly noteCount: number;
  /** What restoring brings back. */
  readonly onlyInBackup: DifferingNotes;
  /** What restoring puts into the bin. */
  readonly onlyNow: DifferingNotes;
  /** What restoring changes back; the examples are as the backup has them. */
  readonly changed: DifferingNotes;
  /** How many clauses have another reading progress. */
  readonly progressCount: number;
  /** Whether its notes stand on another revision of the text, which restoring brings back with them. */
  readonly isOtherText: boolean;
  /** Whether the notes in the backup are those of an earlier one, since they could not be read when it was made. */
  readonly isCarriedOver: boolean;
}

/** The notes of a backup, by work id. */
export type BackedUpNotebooks = Readonly<Record<string, Notebook>>;
