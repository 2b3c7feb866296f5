import { guessLanguage } from '../../text/guess-language.ts';
import type { Work } from '../../text/work.ts';
import { escapeHtml as escape, writePage } from '../html-page.ts';
import {
  describeKind,
  groupByPlace,
  listNoteEntries,
  type NoteEntry,
  type NoteQuote,
} from './note-entries.ts';
import type { NoteWords } from './note-words.ts';
import type { WorkNotes } from './work-notes.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#22201c, #e9e3d6); --soft: light-dark(#665f54, #a8a090);
  --paper: light-dark(#faf7f0, #1c1a17); --rule: light-dark(#e4ddcf, #38342d); --own: light-dark(#b5352c, #e5746a); }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.5rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.7 'Source Serif 4', 'Noto Serif SC', 'Songti SC', SimSun, Georgia, serif; }
:lang(zh) { line-height: 1.9; font-style: normal; }
h1 { font-size: 1.5rem; line-height: 1.4; } h1 span { display: block; }
h2 { margin-top: 2.5rem; font-size: 1.05rem; color: var(--own); }
article { margin: 1.25rem 0; padding-left: 1rem; border-left: 3px solid var(--line, var(--rule)); break-inside: avoid; }
.yellow { --line: #a67c00; } .green { --line: #3d8059; } .blue { --line: #4670ad; } .red { --line: #b3554b; } .violet { --line: #7d5ba6; }
blockquote { margin: 0 0 .25rem; white-space: pre-wrap; }
.answer, .meta { color: var(--soft); } .meta { margin: .25rem 0 0; font-size: .85rem; }
.note { margin: .5rem 0 0; white-space: pre-wrap; }
@media print { :root { color-scheme: light; } body { max-width: none; margin: 0; background: none; } h2 { break-after: avoid; } }
`;

/** Notes as one page of HTML for reading and printing: self-contained, without scripts, everything in it escaped. */
export function writeHtml(notes: readonly WorkNotes[], words: NoteWords): string {
  const { language, title } = words;
  const body = notes.map((one) => writeWork(one, words)).join('\n');
  return writePage({ language, title, style: STYLE, body });
}

function writeWork(notes: WorkNotes, words: NoteWords): string {
  const groups = groupByPlace(listNoteEntries(notes, words), words).map(
    ({ heading, entries }) =>
      `<section>\n<h2>${escape(heading)}</h2>\n${entries.map((entry) => writeEntry(entry, words)).join('\n')}\n</section>`,
  );
  return `<main>\n<h1>${writeTitles(notes.work)}</h1>\n${groups.join('\n')}\n</main>`;
}

function writeTitles(work: Work): string {
  return work.editions
    .map(({ language, title }) => {
      const shown = work.titles[language] ?? title;
      return `<span lang="${escape(language)}">${escape(shown)}</span>`;
    })
    .join('');
}

function writeEntry({ annotation, quotes, deleted }: NoteEntry, words: NoteWords): string {
  const { color, body, tags, created, modified } = annotation;
  const { fields } = words;
  const language = guessLanguage(body);
  const note =
    body === ''
      ? ''
      : `<div class="note"${language === undefined ? '' : ` lang="${language}"`}>${escape(body)}</div>\n`;
  const meta = [
    ...describeKind(annotation, words).map(escape),
    ...tags.map((tag) => `#${escape(tag)}`),
    writeTime(created, words),
    ...(modified === created ? [] : [`${escape(fields.modified)} ${writeTime(modified, words)}`]),
    ...(deleted === undefined ? [] : [`${escape(fields.deleted)} ${writeTime(deleted, words)}`]),
  ];
  return `<article class="${color}">
${quotes.map((quote) => writeQuote(quote, words)).join('')}${note}<p class="meta">${meta.join(' · ')}</p>
</article>`;
}

function writeQuote({ language, text, role }: NoteQuote, words: NoteWords): string {
  const isAnswer = role === 'counterpart';
  const mark = isAnswer
    ? ` <small lang="${escape(words.language)}">(${escape(words.counterpart)})</small>`
    : '';
  return `<blockquote lang="${escape(language)}"${isAnswer ? ' class="answer"' : ''}>${escape(text)}${mark}</blockquote>\n`;
}

function writeTime(time: string, words: NoteWords): string {
  return `<time datetime="${escape(time)}">${escape(words.formatTime(time))}</time>`;
}
