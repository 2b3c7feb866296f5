import type { NoteFormat } from './note-format.ts';
import type { NoteWords } from './note-words.ts';
import type { WorkNotes } from './work-notes.ts';
import type { CsvOptions } from '../csv-table.ts';
import { writeCsv } from './write-csv.ts';
import { writeHtml } from './write-html.ts';
import { writeJsonLd, type NoteFileStamp } from './write-json-ld.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

/** What an export needs besides the notes. */
export interface ExportOptions extends CsvOptions {
  readonly words: NoteWords;
  readonly stamp: NoteFileStamp;
}

/** Notes as the text of a file in a format. Pass notebooks without their bins to leave deleted notes out. */
export function writeNotes(
  format: NoteFormat,
  notes: readonly WorkNotes[],
  { words, stamp, hasByteOrderMark }: ExportOptions,
): string {
  switch (format) {
    case 'jsonld':
      return writeJsonLd(notes, stamp);
    case 'markdown':
      return writeMarkdown(notes, words);
    case 'html':
      return writeHtml(notes, words);
    case 'csv':
      return writeCsv(notes, words, { hasByteOrderMark });
    case 'text':
      return writeText(notes, words);
  }
}
