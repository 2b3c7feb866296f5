import { describeKind, groupByPlace, joinTitles, listNoteEntries, type NoteEntry } from './note-entries.ts';
import type { NoteWords } from './note-words.ts';
import type { WorkNotes } from './work-notes.ts';

/** Notes as plain text, for any editor and for mail. */
export function writeText(notes: readonly WorkNotes[], words: NoteWords): string {
  const works = notes.map((one) => {
    const groups = groupByPlace(listNoteEntries(one, words), words).map(
      ({ heading, entries }) =>
        `[${heading}]\n\n${entries.map((entry) => writeEntry(entry, words)).join('\n\n')}`,
    );
    return [`${words.title}${words.colon}${joinTitles(one.work)}`, ...groups].join('\n\n');
  });
  return `${works.join('\n\n\n')}\n`;
}

function writeEntry({ annotation, quotes, deleted }: NoteEntry, words: NoteWords): string {
  const { body, tags, created, modified } = annotation;
  const lines = [
    ...quotes.map(({ text, role }) => `“${text}”${role === 'counterpart' ? ` (${words.counterpart})` : ''}`),
    describeKind(annotation, words).join(' · '),
    ...(tags.length === 0 ? [] : [`${words.fields.tags}${words.colon}${tags.join(', ')}`]),
    ...(body === '' ? [] : [body]),
    `${words.fields.created}${words.colon}${words.formatTime(created)}`,
    ...(modified === created ? [] : [`${words.fields.modified}${words.colon}${words.formatTime(modified)}`]),
    ...(deleted === undefined ? [] : [`${words.fields.deleted}${words.colon}${words.formatTime(deleted)}`]),
  ];
  return lines.join('\n');
}
