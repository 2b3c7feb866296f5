import type { NotebookChange } from '../core/annotation/notebook.ts';
import { NOTE_FORMATS } from '../core/formats/note-files/note-format.ts';
import { MAX_NOTES, type NoteFileProblem } from '../core/formats/note-files/note-file-problem.ts';
import type { ForeignCounts, MissingWork } from '../core/formats/note-files/read-note-file.ts';
import { z } from '../core/schema.ts';
import { INTERFACE_LANGUAGES } from '../core/settings/settings.ts';
import { workIdSchema } from '../core/text/work-id.ts';
import type { Work } from '../core/text/work.ts';

/** Which notes are exported, and how. */
export const noteExportSchema = z.strictObject({
  format: z.enum(NOTE_FORMATS),
  /** Null for the whole library. */
  workIds: z.array(workIdSchema).min(1).max(10_000).readonly().nullable(),
  /** Only these annotations; all where it is absent. */
  ids: z.array(z.uuid()).min(1).max(MAX_NOTES).readonly().exactOptional(),
  /** The language of headings and names. */
  language: z.enum(INTERFACE_LANGUAGES),
  /** Whether deleted notes come too. */
  includeBin: z.boolean(),
});

/** See {@link noteExportSchema}. */
export type NoteExport = z.output<typeof noteExportSchema>;

/** What an export would hold. */
export interface ExportPreview {
  readonly noteCount: number;
  /** The first lines of the file, without what only programs read. */
  readonly head: string;
}

/** What was exported, and where it is. */
export interface ExportedNotes {
  readonly path: string;
  readonly noteCount: number;
}

/** A note that is kept twice, since it was changed here and in the file. */
export interface ConflictExample {
  /** The id both had; the one from the file gets another. */
  readonly id: string;
  /** The words it is on, as quoted; '' where it is on none. */
  readonly quote: string;
  /** The beginning of the note here and in the file. */
  readonly now: string;
  readonly incoming: string;
}

/** What the file would do to the notes of one work. */
export interface PlannedWork {
  readonly workId: string;
  readonly titles: Work['titles'];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly deletedElsewhere: number;
  /** Clauses whose progress the file knows and the notebook does not. */
  readonly progress: number;
  /** The first of the conflicts, at most 50. */
  readonly examples: readonly ConflictExample[];
  /** For the renderer to perform, as one undoable step over all works; empty where there is nothing to do. */
  readonly changes: readonly NotebookChange[];
}

/** A chosen file of notes: what it would do, or why it cannot be read. */
export type ChosenNoteFile =
  | {
      readonly type: 'readable';
      readonly name: string;
      readonly works: readonly PlannedWork[];
      readonly missing: readonly MissingWork[];
      readonly foreign: ForeignCounts;
    }
  | { readonly type: 'refused'; readonly name: string; readonly problem: NoteFileProblem };
