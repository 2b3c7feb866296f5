import type { AnnotationKind } from '../core/annotation/annotation.ts';
import type { NotebookChange } from '../core/annotation/notebook.ts';
import type {
  EditionDifferences,
  RevisionOutcome,
  UnitDifferences,
} from '../core/annotation/plan-revision.ts';
import { z } from '../core/schema.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { RevisionId } from '../core/text/revision-id.ts';
import type { UnitPlace } from '../core/text/unit-label.ts';
import { wordMoveSchema } from '../core/text/word-moves.ts';
import { workIdSchema } from '../core/text/work-id.ts';
import type { Work } from '../core/text/work.ts';

/** How many notes a preview names of each outcome; their numbers are always whole. */
export const MAX_REVISED_NOTES = 200;

/** Where a revision came from: with the program, from a file the reader chose, or from the program, which the reader let edit it. */
export type RevisionOrigin = 'bundled' | 'file' | 'edited';

/** The most characters the work.json of an edited text may have. */
const MAX_PROPOSED_LENGTH = 64 * 1024 * 1024;

/** More sentences than any book has. */
const MAX_MOVES = 1_000_000;

/** A text that is to take the place of the one that is read. */
export const proposedTextSchema = z.strictObject({
  workId: workIdSchema,
  /** As JSON, in the shape of work.json; large things cross as one text. Titles count of editions that are new or have another title. */
  text: z.string().max(MAX_PROPOSED_LENGTH),
  /** Where the editor has put the words of the present text. */
  moves: z.array(wordMoveSchema).max(MAX_MOVES).readonly(),
});

/** One revision of the text of a work that is kept on this computer, or that the program brings. */
export interface RevisionSummary {
  readonly revision: RevisionId;
  readonly origin: RevisionOrigin;
  /** The name of the file it came from; '' for one that came from none. */
  readonly name: string;
  /** When it was put onto this computer's shelf, ISO 8601, UTC; null for one that is not kept there yet. */
  readonly kept: string | null;
}

/** The revisions of a work. */
export interface RevisionList {
  /** The one that is read now. */
  readonly current: RevisionId;
  /** The newest first. */
  readonly revisions: readonly RevisionSummary[];
}

/** A revision with everything needed to show and search it. */
export interface LoadedText {
  readonly revision: RevisionId;
  readonly work: Work;
  /** The serialized search index of this text, built by core/search; '' where the search has to build it. */
  readonly searchIndex: string;
}

/** A note of which a preview tells, in short. */
export interface RevisedNote {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly outcome: RevisionOutcome;
  /** The first words it stands on (of a detached note: the first that are lost); '' for a note without. */
  readonly quote: string;
  /** The language of the quote; null without one. */
  readonly language: LanguageTag | null;
  readonly body: string;
  /** Where it stands now and where it will; null where it is detached or is about the whole text. */
  readonly before: UnitPlace | null;
  readonly after: UnitPlace | null;
}

/** What putting another revision under the notes would do. */
export interface RevisionPreview {
  readonly revision: RevisionSummary;
  /** Whether it is the text that is read already. */
  readonly isCurrent: boolean;
  readonly units: UnitDifferences;
  /** How many links the text has that is read now, and how many the other. */
  readonly links: { readonly before: number; readonly after: number };
  readonly editions: EditionDifferences;
  readonly counts: Readonly<Record<RevisionOutcome, number>>;
  /** Of the notes that do not stay where they are, at most {@link MAX_REVISED_NOTES} of each outcome; detached ones first. */
  readonly notes: readonly RevisedNote[];
  /** The one step that does it. */
  readonly changes: readonly NotebookChange[];
}

/** Why a file cannot become the text of a work. */
export interface RevisionProblem {
  readonly code: 'too-large' | 'not-json' | 'newer' | 'not-a-work' | 'another-work';
  /** What exactly, for whoever wrote the file; in English. */
  readonly details: readonly string[];
}

/** What a chosen file turned out to be. */
export type ChosenRevision =
  | { readonly type: 'readable'; readonly preview: RevisionPreview }
  | { readonly type: 'refused'; readonly name: string; readonly problem: RevisionProblem };
