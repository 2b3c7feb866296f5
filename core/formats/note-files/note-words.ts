import type { AnnotationKind, HighlightColor } from '../../annotation/annotation.ts';
import type { UnitWords } from '../../text/unit-label.ts';

/** The words of an export that is made for reading, in one language of the interface. */
export interface NoteWords extends UnitWords {
  /** The heading: "Notes". */
  readonly title: string;
  /** What stands between a name and its value: ": " or "：". */
  readonly colon: string;
  readonly kindNames: Readonly<Record<AnnotationKind, string>>;
  /** What the reader calls the colours. */
  readonly colorNames: Readonly<Record<HighlightColor, string>>;
  readonly open: string;
  readonly answered: string;
  /** Where a note stands that is about the work as such. */
  readonly wholeWork: string;
  /** Heads what can no longer be found in the text. */
  readonly detached: string;
  /** Heads what lies in the bin. */
  readonly bin: string;
  /** Marks words that only answer those of the note. */
  readonly counterpart: string;
  /** The names of columns and of what stands before a value. */
  readonly fields: Readonly<Record<NoteField, string>>;
  /** A time (ISO 8601) as the reader writes it. */
  readonly formatTime: (time: string) => string;
}

/** What a table of notes has columns for, besides the words in each language. */
export type NoteField =
  | 'text'
  | 'number'
  | 'clause'
  | 'kind'
  | 'color'
  | 'state'
  | 'words'
  | 'counterpart'
  | 'note'
  | 'tags'
  | 'created'
  | 'modified'
  | 'deleted';
