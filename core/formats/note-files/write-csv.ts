import { writeCsvTable, type CsvOptions } from '../csv-table.ts';
import { joinTitles, listNoteEntries, type NoteEntry } from './note-entries.ts';
import type { NoteWords } from './note-words.ts';
import type { WorkNotes } from './work-notes.ts';

/**
 * Notes as a table (RFC 4180): a row a note, a column for the words in each language. Times are ISO 8601. What a
 * spreadsheet would take for a formula is marked as text, so that opening a file runs nothing.
 */
export function writeCsv(notes: readonly WorkNotes[], words: NoteWords, options: CsvOptions): string {
  const languages = [...new Set(notes.flatMap(({ work }) => work.editions.map(({ language }) => language)))];
  const { fields } = words;
  const header = [
    fields.text,
    fields.number,
    fields.clause,
    fields.kind,
    fields.state,
    fields.color,
    ...languages.map((language) => `${fields.words} (${language})`),
    fields.counterpart,
    fields.note,
    fields.tags,
    fields.created,
    fields.modified,
    fields.deleted,
  ];
  const rows = notes.flatMap((one) => {
    const title = joinTitles(one.work);
    return listNoteEntries(one, words).map((entry) => writeRow(title, entry, languages, words));
  });
  return writeCsvTable([header, ...rows], options);
}

function writeRow(
  title: string,
  { annotation, unit, place, quotes, deleted }: NoteEntry,
  languages: readonly string[],
  words: NoteWords,
): readonly string[] {
  const { kind, color, isAnswered, body, tags, created, modified } = annotation;
  const answering = quotes.filter(({ role }) => role === 'counterpart').map(({ language }) => language);
  return [
    title,
    unit?.number ?? '',
    place,
    words.kindNames[kind],
    kind === 'question' ? (isAnswered ? words.answered : words.open) : '',
    words.colorNames[color],
    ...languages.map((language) =>
      quotes
        .filter((quote) => quote.language === language)
        .map(({ text }) => text)
        .join(' … '),
    ),
    answering.join(' '),
    body,
    tags.join(', '),
    created,
    modified,
    deleted ?? '',
  ];
}
