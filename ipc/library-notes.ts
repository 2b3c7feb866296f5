import { libraryFilterSchema, type LibraryFacets } from '../core/annotation/library-filter.ts';
import type { LibraryNote } from '../core/annotation/library-note.ts';
import type { LibraryQuery } from '../core/annotation/library-query.ts';
import { ANNOTATION_ORDERS } from '../core/annotation/sort-annotations.ts';
import { z } from '../core/schema.ts';
import { INTERFACE_LANGUAGES } from '../core/settings/settings.ts';
import type { Work } from '../core/text/work.ts';
import type { Failure } from './result.ts';

/** How many notes one answer may hold. */
export const MAX_LISTED_NOTES = 400;

const query = {
  source: z.enum(['notes', 'bin']),
  filter: libraryFilterSchema,
  order: z.enum(ANNOTATION_ORDERS),
  locale: z.enum(INTERFACE_LANGUAGES),
};

/** Validates the argument of `queryNotes`. */
export const notesPageSchema = z.strictObject({
  ...query,
  offset: z.int().min(0).max(10_000_000),
  limit: z.int().min(0).max(MAX_LISTED_NOTES),
});

/** Validates the argument of `findNoteIds`: a {@link LibraryQuery}. */
export const noteIdsSchema: z.ZodType<LibraryQuery> = z.strictObject(query);

/** A work that has notes. */
export interface NotedWork {
  readonly id: string;
  /** Null for a work that is not in the library: its notes are kept and listed. */
  readonly titles: Work['titles'] | null;
}

/** One stretch of the notes that were asked for, and what is true of all of them. */
export interface NotesPage {
  /** Notes there are at all, whatever the filter. */
  readonly total: number;
  /** Notes the filter lets through. */
  readonly matching: number;
  /** Notes in the bins of all works. */
  readonly binned: number;
  readonly facets: LibraryFacets;
  /** Every work with notes, in the library's order, those that are not in it last. */
  readonly works: readonly NotedWork[];
  /** Works whose notes cannot be read, with the reason: they are missing here, but not gone. */
  readonly unreadable: readonly { readonly workId: string; readonly failure: Failure }[];
  /** How many works have not been read yet: their notes are missing here, and there when they are asked for again. */
  readonly unread: number;
  readonly offset: number;
  readonly notes: readonly LibraryNote[];
}

/** Notes of one work by their ids. */
export interface NoteIdsOfWork {
  readonly workId: string;
  readonly ids: readonly string[];
}
