import path from 'node:path';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import {
  MAX_NOTE_FILE_BYTES,
  type NoteFileProblem,
} from '../../../core/formats/note-files/note-file-problem.ts';
import type { NoteFormat } from '../../../core/formats/note-files/note-format.ts';
import { planMerge } from '../../../core/formats/note-files/plan-merge.ts';
import {
  readNoteFile,
  type NoteFileReading,
  type NotesOfFile,
} from '../../../core/formats/note-files/read-note-file.ts';
import { countNotes } from '../../../core/formats/note-files/work-notes.ts';
import { resolveInterfaceLanguage } from '../../../core/settings/settings.ts';
import type { Work } from '../../../core/text/work.ts';
import type { StartInfo } from '../../../ipc/contract.ts';
import type {
  ChosenNoteFile,
  ConflictExample,
  ExportedNotes,
  ExportPreview,
  NoteExport,
  PlannedWork,
} from '../../../ipc/note-files.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import { askForExport, askForImport, gatherNotes, writeExport } from '../note-exports.ts';
import { readChosenFile } from '../storage/chosen-file.ts';
import { writeExportedFile } from '../storage/exported-file.ts';
import type { Library } from '../storage/library.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { WorkNames } from '../storage/work-names.ts';

export interface NoteFileParts {
  readonly library: Library;
  readonly notebooks: NotebookStore;
  readonly settings: SettingsStore;
  readonly environment: Pick<StartInfo, 'systemLocale'>;
  readonly dialogs: FileDialogs;
  readonly names: Pick<WorkNames, 'name'>;
  readonly now: () => Date;
}

const PREVIEW_LINES = 14;
const PREVIEW_LINE_LENGTH = 200;
const MAX_EXAMPLES = 50;
const EXAMPLE_LENGTH = 300;

export function previewNotes(parts: NoteFileParts, wanted: NoteExport): Result<ExportPreview> {
  const notes = gatherNotes(parts, wanted);
  if (!notes.ok) return notes;
  // The first work is all that the first lines can show.
  const shown = notes.value.filter((one) => countNotes([one]) > 0).slice(0, 1);
  const text = writeExport(shown, wanted, parts.settings.settings().colorNames, parts.now());
  const head = skipPreamble(text, wanted.format)
    .split(/\r?\n/, PREVIEW_LINES)
    .map((line) => line.slice(0, PREVIEW_LINE_LENGTH))
    .join('\n');
  return succeed({ noteCount: countNotes(notes.value), head });
}

/** What people look at begins behind what only programs read. */
function skipPreamble(text: string, format: NoteFormat): string {
  switch (format) {
    case 'html':
      return text.slice(Math.max(0, text.indexOf('<main>')));
    case 'jsonld':
      return text.slice(Math.max(0, text.indexOf('"items"'))).replaceAll('\n    ', '\n');
    case 'csv':
      return text.replace(/^\uFEFF/, '');
    case 'markdown':
    case 'text':
      return text;
  }
}

export async function exportNotes(
  parts: NoteFileParts,
  wanted: NoteExport,
): Promise<Result<ExportedNotes | null>> {
  const notes = gatherNotes(parts, wanted);
  if (!notes.ok) return notes;
  const filePath = await parts.dialogs.askWhereToSave(askForExport(notes.value, wanted));
  if (filePath === undefined) return succeed(null);
  const text = writeExport(notes.value, wanted, parts.settings.settings().colorNames, parts.now());
  const written = writeExportedFile(filePath, text);
  return written.ok ? succeed({ path: filePath, noteCount: countNotes(notes.value) }) : written;
}

export async function chooseNoteFile(parts: NoteFileParts): Promise<Result<ChosenNoteFile | null>> {
  const language = resolveInterfaceLanguage(
    parts.settings.settings().language,
    parts.environment.systemLocale,
  );
  const filePath = await parts.dialogs.askWhatToOpen(askForImport(language));
  if (filePath === undefined) return succeed(null);
  const works = loadWorks(parts.library);
  if (!works.ok) return works;
  const name = path.basename(filePath);
  const read = await readTextFile(filePath);
  if (!read.ok) return read;
  if ('problem' in read.value) return succeed({ type: 'refused', name, problem: read.value.problem });
  const reading = readNoteFile(read.value.text, works.value, read.value.time);
  return planNotes(parts, { name, works: works.value, reading });
}

/** A file of notes that was read. */
interface ReadNotes {
  readonly name: string;
  /** The works its notes may be about. */
  readonly works: readonly Work[];
  readonly reading: NoteFileReading;
}

/** Says what taking in the notes of a file would do, or why it cannot be read. */
export function planNotes(
  parts: Pick<NoteFileParts, 'notebooks' | 'names'>,
  { name, works, reading }: ReadNotes,
): Result<ChosenNoteFile> {
  if (!reading.ok) return succeed({ type: 'refused', name, problem: reading.problem });
  const planned = planWorks(parts, works, reading.notes);
  if (!planned.ok) return planned;
  const { missing, foreign } = reading.notes;
  return succeed({ type: 'readable', name, works: planned.value, missing, foreign });
}

function loadWorks(library: Library): Result<readonly Work[]> {
  const ids = library.listIds();
  if (!ids.ok) return ids;
  const works: Work[] = [];
  for (const id of ids.value) {
    const work = library.loadWork(id);
    if (!work.ok) return work;
    works.push(work.value);
  }
  return succeed(works);
}

type ReadText = { readonly text: string; readonly time: string } | { readonly problem: NoteFileProblem };

async function readTextFile(filePath: string): Promise<Result<ReadText>> {
  const file = await readChosenFile(filePath, MAX_NOTE_FILE_BYTES);
  if (!file.ok) return file;
  switch (file.value.type) {
    case 'text':
      return succeed(file.value);
    case 'too-large':
      return succeed({ problem: { code: 'too-large', where: '', what: `${file.value.size} bytes` } });
    case 'not-utf-8':
      return succeed({ problem: { code: 'not-json', where: '', what: 'not text in UTF-8' } });
  }
}

function planWorks(
  { notebooks, names }: Pick<NoteFileParts, 'notebooks' | 'names'>,
  works: readonly Work[],
  notes: NotesOfFile,
): Result<readonly PlannedWork[]> {
  const planned: PlannedWork[] = [];
  for (const work of works) {
    const { id, titles } = names.name(work);
    const incoming = notes.notebooks.get(id);
    if (incoming === undefined) continue;
    const now = notebooks.load(id);
    if (!now.ok) return now;
    const plan = planMerge(now.value, incoming);
    planned.push({
      workId: id,
      titles,
      added: plan.added.length,
      updated: plan.updated.length,
      unchanged: plan.unchanged.length,
      conflicts: plan.conflicts.length,
      deletedElsewhere: plan.deletedElsewhere.length,
      progress: plan.changes.filter(({ type }) => type === 'progress-set').length,
      examples: plan.conflicts.slice(0, MAX_EXAMPLES).map(describeConflict),
      changes: plan.changes,
    });
  }
  return succeed(planned);
}

function describeConflict(conflict: {
  readonly now: Annotation;
  readonly incoming: Annotation;
}): ConflictExample {
  return {
    id: conflict.now.id,
    quote: (conflict.now.targets[0]?.selector[0].exact ?? '').slice(0, EXAMPLE_LENGTH),
    now: conflict.now.body.slice(0, EXAMPLE_LENGTH),
    incoming: conflict.incoming.body.slice(0, EXAMPLE_LENGTH),
  };
}
