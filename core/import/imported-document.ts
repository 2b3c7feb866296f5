import type { LanguageTag } from '../text/language.ts';
import type { SetAsideReason } from './set-aside.ts';

/** What a block is in the layout of its file, as far as the file says so. */
export type BlockRole = 'title' | 'heading' | 'paragraph' | 'item' | 'cell' | 'footnote';

/** The place of a block in a table of its file; all from 0. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** A stretch of text that its file keeps apart from the others: a paragraph, a line, a list item, a part of a cell. */
export interface Block {
  /** Tidied (`tidyText`); a line feed is a line break of the source. Never empty. */
  readonly text: string;
  readonly role: BlockRole;
  /** What the file says about the language. It may be wrong: pages copy `lang` without thought. */
  readonly language?: LanguageTag;
  readonly cell?: CellPlace;
  /** The number the file gives without printing it in the text, in European digits. */
  readonly number?: string;
  /** Set where the file itself says that this is no part of the text. */
  readonly aside?: SetAsideReason;
}

/** A file of running text, whatever its format. */
export interface ProseDocument {
  readonly kind: 'prose';
  readonly format: ImportFormat;
  readonly blocks: readonly Block[];
  /** Whether a block is one line of the file, so that lines may be sentences. */
  readonly isLineByLine: boolean;
}

/** One row of a bilingual file: what answers each other is written down there. */
export interface BitextRow {
  readonly segments: Readonly<Record<LanguageTag, string>>;
  readonly role?: BlockRole;
  readonly number?: string;
  /** Whether the file itself says that the translation was guessed. */
  readonly isDoubtful?: boolean;
}

/** A file that says itself what corresponds: a translation memory, a catalogue of messages, a table. */
export interface BitextDocument {
  readonly kind: 'bitext';
  readonly format: ImportFormat;
  readonly rows: readonly BitextRow[];
  readonly asides: readonly { readonly text: string; readonly reason: SetAsideReason }[];
}

/** What a reader makes of a file. */
export type ImportedDocument = ProseDocument | BitextDocument;

/** The formats that can be read. */
export const IMPORT_FORMATS = [
  'text',
  'markdown',
  'html',
  'docx',
  'epub',
  'pdf',
  'tmx',
  'xliff',
  'po',
  'csv',
  'tsv',
  'xlsx',
] as const;

/** One of {@link IMPORT_FORMATS}. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Whether a name is that of a format that can be read. */
export function isImportFormat(name: string): name is ImportFormat {
  return IMPORT_FORMATS.some((format) => format === name);
}
