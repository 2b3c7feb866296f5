import type { LengthByLanguage } from '../core/text/measure-editions.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { languageTagSchema } from '../core/text/work-file.ts';
import { workIdSchema } from '../core/text/work-id.ts';
import { workTitlesSchema, type WorkTitles } from '../core/text/work-titles.ts';
import type { Edition } from '../core/text/work.ts';
import type { WorkArchiveProblem } from '../core/formats/work-files/work-archive.ts';
import { MAX_WORK_ARCHIVE_BYTES, WORK_FORMATS } from '../core/formats/work-files/work-format.ts';
import type { WorkProblem } from '../core/text/read-work.ts';
import { z } from '../core/schema.ts';
import { INTERFACE_LANGUAGES } from '../core/settings/settings.ts';
import type { RevisionId } from '../core/text/revision-id.ts';
import type { RevisionSummary } from './revisions.ts';

/** The most characters the work.json of a new work may have. */
const MAX_WORK_LENGTH = MAX_WORK_ARCHIVE_BYTES;

/** A work to be put into the library. */
export const newWorkSchema = z.strictObject({
  /** As JSON, in the shape of work.json; large things cross as one text. */
  text: z.string().max(MAX_WORK_LENGTH),
  /** The name of the file it came from; '' where it came from none. */
  name: z.string().max(1000),
});

/** What adding a work came to. */
export type AddedWork =
  /** It is on disk. Its id is its own, or that with a number where another work has it. */
  | { readonly type: 'added'; readonly workId: string }
  /** The very same text is in the library already, under this id. */
  | { readonly type: 'known'; readonly workId: string }
  | { readonly type: 'refused'; readonly problem: WorkProblem };

/** Titles a reader gives to a work, by language; those of the text where none is given. */
export const renamingSchema = z.strictObject({ workId: workIdSchema, titles: workTitlesSchema });

/** How much the reader has done in a work. */
export interface WorkCounts {
  /** Without the bin. */
  readonly notes: number;
  /** Clauses that are marked as read or understood. */
  readonly readUnits: number;
}

/** What a work is and where it came from. */
export interface WorkDetails {
  readonly workId: string;
  /** What the text itself is called. */
  readonly titlesOfText: WorkTitles;
  /** What the reader calls it instead; empty where nothing else. */
  readonly titlesOfReader: WorkTitles;
  readonly editions: readonly Edition[];
  /** See `measureEditions`. */
  readonly lengths: LengthByLanguage;
  readonly unitCount: number;
  readonly linkCount: number;
  readonly isBundled: boolean;
  readonly revision: RevisionId;
  /** The texts of it that are kept here, the newest first. */
  readonly revisions: readonly RevisionSummary[];
}

/** What the folder of a deleted work is called, which is also its id: the time of its deletion with `-` for `:`, and its id. */
export const BINNED_WORK_ID = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z-[a-z0-9][a-z0-9-]{0,199}$/;

const binnedWorkId = z.string().regex(BINNED_WORK_ID);

/** One work of the bin. */
export const oneBinnedWorkSchema = z.strictObject({ id: binnedWorkId });

/** Works of the bin that are erased. */
export const erasedWorksSchema = z.strictObject({ ids: z.array(binnedWorkId).min(1).max(10_000).readonly() });

/** A work the reader has deleted. */
export interface BinnedWork {
  readonly id: string;
  readonly workId: string;
  readonly titles: WorkTitles;
  readonly languages: readonly LanguageTag[];
  readonly unitCount: number;
  /** Null where they could not be read. */
  readonly noteCount: number | null;
  /** ISO 8601, UTC. */
  readonly deleted: string;
}

/** What restoring a work came to. */
export type RestoredWork =
  | { readonly type: 'restored'; readonly workId: string }
  /** There is another work of its id in the library by now; it stays in the bin. */
  | { readonly type: 'in-use'; readonly workId: string };

/** How a text is written into a file for other programs. */
export const workExportSchema = z.strictObject({
  workId: workIdSchema,
  format: z.enum(WORK_FORMATS),
  /** The editions in their order; in a work archive all are. */
  languages: z.array(languageTagSchema).min(1).max(20).readonly(),
  /** Whether the notes come too; only in a work archive. */
  includeNotes: z.boolean(),
  /** The language of what the file says by itself. */
  language: z.enum(INTERFACE_LANGUAGES),
});

/** See {@link workExportSchema}. */
export type WorkExport = z.output<typeof workExportSchema>;

/** A work archive whose bytes the page has, since it was dropped there; base64, since bytes do not cross every bridge. */
export const droppedFileSchema = z.strictObject({
  name: z.string().min(1).max(1000),
  bytes: z
    .string()
    .max(Math.ceil(MAX_WORK_ARCHIVE_BYTES / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/u),
});

/** How a work archive stands to the library. */
export type ArchiveStanding =
  /** There is no such work. */
  | { readonly type: 'new' }
  /** The very same text is there, under this id. */
  | { readonly type: 'same'; readonly workId: string }
  /** The work is there in another wording; its revision can be previewed and kept like one of a chosen file. */
  | { readonly type: 'other-text'; readonly workId: string; readonly revision: RevisionId }
  /** The work lies in the bin. */
  | { readonly type: 'in-bin'; readonly id: string };

/** A work archive the reader has chosen: what is in it, or why it cannot be read. */
export type ChosenWorkFile =
  | {
      readonly type: 'readable';
      readonly name: string;
      readonly titles: WorkTitles;
      readonly languages: readonly LanguageTag[];
      readonly lengths: LengthByLanguage;
      readonly unitCount: number;
      /** How many notes came with it; null where none could. */
      readonly noteCount: number | null;
      /** When it was written; ISO 8601, UTC. */
      readonly written: string;
      readonly standing: ArchiveStanding;
    }
  | { readonly type: 'refused'; readonly name: string; readonly problem: WorkArchiveProblem };

/** What is taken of the work archive that was chosen last. */
export const takenFileSchema = z.strictObject({ withNotes: z.boolean() });
