import { describeKind, groupByPlace, joinTitles, listNoteEntries, type NoteEntry } from './note-entries.ts';
import type { NoteWords } from './note-words.ts';
import type { WorkNotes } from './work-notes.ts';

/** Notes as Markdown (CommonMark): a heading a clause, the words as quotations, the reader's own Markdown below them. */
export function writeMarkdown(notes: readonly WorkNotes[], words: NoteWords): string {
  const works = notes.map((one) => {
    const groups = groupByPlace(listNoteEntries(one, words), words).map(
      ({ heading, entries }) =>
        `## ${escapeText(heading)}\n\n${entries.map((entry) => writeEntry(entry, words)).join('\n\n---\n\n')}`,
    );
    return [`# ${words.title}${words.colon}${escapeText(joinTitles(one.work))}`, ...groups].join('\n\n');
  });
  return `${works.join('\n\n')}\n`;
}

function writeEntry(entry: NoteEntry, words: NoteWords): string {
  const { annotation, deleted } = entry;
  const { body, tags, created, modified } = annotation;
  const times = [
    ...(deleted === undefined ? [] : [`${words.fields.deleted} ${words.formatTime(deleted)}`]),
    words.formatTime(created),
    ...(modified === created ? [] : [`${words.fields.modified} ${words.formatTime(modified)}`]),
  ];
  return [
    writeQuotes(entry, words),
    [
      `**${describeKind(annotation, words).map(escapeText).join(' · ')}**`,
      ...tags.map((tag) => `#${escapeText(tag)}`),
    ].join(' '),
    escapeMarkup(body),
    `*${times.map(escapeText).join(' · ')}*`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function writeQuotes({ quotes }: NoteEntry, words: NoteWords): string {
  return quotes
    .map(({ text, role }) => {
      const mark = role === 'counterpart' ? ` *(${escapeText(words.counterpart)})*` : '';
      return `${text.split('\n').map(escapeText).join('  \n')}${mark}`.replaceAll(/^/gm, '> ');
    })
    .join('\n>\n');
}

/** Text that must come out as it is: nothing in it is markup. */
function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]>#|~]/g, String.raw`\$&`)
    .replace(/^(\s*)([-+=])/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/, String.raw`$1\$2`);
}

/** The reader's own Markdown, without the HTML that Markdown lets through: a note may come from anywhere. */
function escapeMarkup(markdown: string): string {
  return markdown.replaceAll('<', '&lt;');
}
