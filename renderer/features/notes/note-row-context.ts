import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import type { LibraryNote } from '../../../core/annotation/library-note.ts';

/** What all rows of a list have in common; the same object as long as nothing of it changes. */
export interface NoteRowContext {
  readonly colorName: (color: HighlightColor) => string;
  /** The title of a work, in the language of the interface; undefined for one that is not in the library. */
  readonly workTitle: (workId: string) => string | undefined;
  /** Whether rows name their works: not where all are of one. */
  readonly showsWorks: boolean;
  /** How long a deleted note is kept, in words; only asked for notes in the bin. */
  readonly describeDeletion: (deleted: string) => string;
  readonly onRestore: (note: LibraryNote) => void;
}
