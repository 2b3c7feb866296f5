import { randomUUID } from 'node:crypto';
import { NOTE_FILE_ENDINGS, NOTE_FORMATS } from '../../core/formats/note-files/note-format.ts';
import { countNotes, selectNotes, type WorkNotes } from '../../core/formats/note-files/work-notes.ts';
import { writeNotes } from '../../core/formats/note-files/write-notes.ts';
import type { ColorNames } from '../../core/settings/settings.ts';
import type { NoteExport } from '../../ipc/note-files.ts';
import { succeed, type Result } from '../../ipc/result.ts';
import type { FileQuestion } from './file-dialogs.ts';
import { composeFileName } from './file-name.ts';
import { composeNoteWords, noteFileText } from './note-words.ts';
import type { Library } from './storage/library.ts';
import type { NotebookStore } from './storage/notebook-store.ts';
import type { WorkNames } from './storage/work-names.ts';

/** Where the notes of an export come from. */
export interface NoteSources {
  readonly library: Library;
  readonly notebooks: NotebookStore;
  readonly names: Pick<WorkNames, 'name'>;
}

/** The notes an export is about. Works without any are left out. */
export function gatherNotes(
  { library, notebooks, names }: NoteSources,
  { workIds, ids, includeBin }: NoteExport,
): Result<readonly WorkNotes[]> {
  const all = library.listIds();
  if (!all.ok) return all;
  const chosen = ids === undefined ? undefined : new Set(ids);
  const notes: WorkNotes[] = [];
  for (const id of workIds ?? all.value) {
    const work = library.loadWork(id);
    if (!work.ok) return work;
    const loaded = notebooks.load(id);
    if (!loaded.ok) return loaded;
    const selected = chosen === undefined ? loaded.value : selectNotes(loaded.value, chosen);
    const notebook = includeBin ? selected : { ...selected, bin: [] };
    const hasProgress = Object.keys(notebook.progress).length > 0;
    const one = { work: names.name(work.value), notebook };
    if (countNotes([one]) > 0 || hasProgress) notes.push(one);
  }
  return succeed(notes);
}

/** The text of the file. */
export function writeExport(
  notes: readonly WorkNotes[],
  { format, language }: NoteExport,
  colorNames: ColorNames,
  now: Date,
): string {
  // In a table progress has no row: a work with nothing else would stand there as a bare heading.
  const withNotes = format === 'jsonld' ? notes : notes.filter((one) => countNotes([one]) > 0);
  return writeNotes(format, withNotes, {
    words: composeNoteWords(language, colorNames),
    stamp: { id: randomUUID(), time: now.toISOString() },
    hasByteOrderMark: true,
  });
}

/** What the dialog says that asks where to export to. */
export function askForExport(
  notes: readonly WorkNotes[],
  { format, language }: NoteExport,
): FileQuestion & { readonly name: string } {
  const name = noteFileText(language, `note-files.format.${format}`);
  return {
    title: noteFileText(language, 'note-files.export.title'),
    name: `${composeName(notes, language)}.${NOTE_FILE_ENDINGS[format]}`,
    filters: [{ name, extensions: [NOTE_FILE_ENDINGS[format]] }],
  };
}

/** What the dialog says that asks for a file to import. */
export function askForImport(language: NoteExport['language']): FileQuestion {
  return {
    title: noteFileText(language, 'note-files.import.title'),
    filters: [
      {
        name: noteFileText(language, 'note-files.import.filter'),
        // What we write, what the W3C's examples are called, and Readium's annotation sets.
        extensions: [NOTE_FILE_ENDINGS[NOTE_FORMATS[0]], 'json', 'ann'],
      },
    ],
  };
}

function composeName(notes: readonly WorkNotes[], language: NoteExport['language']): string {
  const [only, ...others] = notes;
  const title = noteFileText(language, 'notes.title');
  if (only === undefined || others.length > 0) {
    return noteFileText(language, 'note-files.file-name');
  }
  const { titles, id } = only.work;
  const shown = titles[language] ?? Object.values(titles)[0] ?? id;
  return composeFileName(`${title} - ${shown}`);
}
