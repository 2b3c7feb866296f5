import type { Annotation } from '../../core/annotation/annotation.ts';
import type { LibraryOutcome } from '../../core/search/library-results.ts';
import type { QueryNames } from '../../core/search/query.ts';
import type { LibraryIndexPiece, LibraryText } from '../../ipc/library-search.ts';

/** Tells which `search-library` a reply answers; counted up by the client. */
export type LibrarySearchId = number;

/** What is asked of the worker that searches the whole library. */
export type LibraryRequest =
  /** Makes these the texts that are searched; those that are known already are not fetched again. */
  | { readonly type: 'open-library'; readonly texts: readonly LibraryText[] }
  /** Replaces the notes of one work. */
  | {
      readonly type: 'set-library-notes';
      readonly workId: string;
      readonly annotations: readonly Annotation[];
    }
  /** Searches what is there, and again whenever more is, until the next search or '' is asked for. */
  | {
      readonly type: 'search-library';
      readonly id: LibrarySearchId;
      readonly text: string;
      readonly limit: number;
      /** What the reader calls the highlight colours. */
      readonly colors: QueryNames['colors'];
    };

/** How far the library is ready to be searched, in texts. */
export interface LibraryProgress {
  readonly ready: number;
  readonly total: number;
  /** The works whose text could not be had. */
  readonly failed: readonly string[];
}

/** What the worker tells, unasked or as an answer. */
export type LibraryReply =
  | ({ readonly type: 'library-progress' } & LibraryProgress)
  /** A piece of a file of the index of the library, which has changed and should be kept for the next time. */
  | { readonly type: 'library-index'; readonly piece: LibraryIndexPiece }
  /** What was found in the texts that are ready; comes again for the same id while there are more to come. */
  | {
      readonly type: 'library-searched';
      readonly id: LibrarySearchId;
      readonly outcome: LibraryOutcome;
      readonly isComplete: boolean;
    }
  | { readonly type: 'library-failed'; readonly detail: string };
