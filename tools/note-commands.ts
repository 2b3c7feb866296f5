import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { applyChanges, notebookSchema, type Notebook } from '../core/annotation/notebook.ts';
import { NOTEBOOK_MIGRATIONS, NOTEBOOK_SCHEMA_VERSION } from '../core/annotation/notebook-migrations.ts';
import { NOTE_FILE_ENDINGS, NOTE_FORMATS } from '../core/formats/note-files/note-format.ts';
import { planMerge, type MergePlan } from '../core/formats/note-files/plan-merge.ts';
import { readNoteFile } from '../core/formats/note-files/read-note-file.ts';
import { countNotes } from '../core/formats/note-files/work-notes.ts';
import { writeNotes } from '../core/formats/note-files/write-notes.ts';
import { INTERFACE_LANGUAGES } from '../core/settings/settings.ts';
import type { Work } from '../core/text/work.ts';
import { composeNoteWords } from '../electron/main/note-words.ts';

/** What the commands about notes need of the world. */
export interface NoteSurroundings {
  /** The work with an id; rejects, saying so, where there is none. */
  readonly readWork: (id: string) => Promise<Work>;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** Notes in one of their formats, from a notes file of the program (`<work-id>.json`) or an export of it. */
export async function exportNotesFile(
  path: string,
  options: { readonly format: string; readonly language: string },
  around: NoteSurroundings,
): Promise<string> {
  const format = NOTE_FORMATS.find(
    (one) => one === options.format || NOTE_FILE_ENDINGS[one] === options.format,
  );
  if (format === undefined) {
    const known = NOTE_FORMATS.map((one) => NOTE_FILE_ENDINGS[one]).join(', ');
    throw new Error(`There is no format "${options.format}"; there are ${known}.`);
  }
  const language = INTERFACE_LANGUAGES.find((one) => one === options.language);
  if (language === undefined) {
    throw new Error(
      `There are no words in "${options.language}"; there are in ${INTERFACE_LANGUAGES.join(', ')}.`,
    );
  }
  const { work, notebook } = await readNotes(path, around);
  const text = writeNotes(format, [{ work, notebook }], {
    words: composeNoteWords(language, {}),
    stamp: { id: around.newId(), time: around.now().toISOString() },
    hasByteOrderMark: false,
  });
  return text.trimEnd();
}

/** A notes file that holds the notes of two, and what was done to make it, line by line. */
export async function mergeNotesFiles(
  first: string,
  second: string,
  around: NoteSurroundings,
): Promise<{ readonly output: string; readonly hints: readonly string[] }> {
  const [ours, theirs] = await Promise.all([readNotes(first, around), readNotes(second, around)]);
  if (ours.work.id !== theirs.work.id) {
    throw new Error(`${first} is about "${ours.work.id}", ${second} about "${theirs.work.id}".`);
  }
  const plan = planMerge(ours.notebook, theirs.notebook);
  const merged = applyChanges(ours.notebook, plan.changes);
  return {
    output: JSON.stringify({ schemaVersion: NOTEBOOK_SCHEMA_VERSION, ...merged }, undefined, 1),
    hints: [describePlan(plan), `${countNotes([{ work: ours.work, notebook: merged }])} notes in all.`],
  };
}

function describePlan({ added, updated, unchanged, conflicts, deletedElsewhere }: MergePlan): string {
  return [
    `${added.length} added`,
    `${updated.length} updated`,
    `${unchanged.length} unchanged`,
    `${conflicts.length} kept in both versions`,
    `${deletedElsewhere.length} deleted on one side`,
  ].join(', ');
}

async function readNotes(
  path: string,
  around: NoteSurroundings,
): Promise<{ readonly work: Work; readonly notebook: Notebook }> {
  const text = await readFile(path, 'utf8');
  const value = parseJson(path, text);
  if (typeof value === 'object' && value !== null && 'schemaVersion' in value) {
    const work = await around.readWork(basename(path, '.json'));
    return { work, notebook: readNotebook(path, { ...value }) };
  }
  const workId = /"urn:duizhao:work:([a-z0-9-]+)["#]/.exec(text)?.[1];
  if (workId === undefined) throw new Error(`${path} is neither a notes file nor an export of one.`);
  const work = await around.readWork(workId);
  const reading = readNoteFile(text, [work], around.now().toISOString());
  if (!reading.ok) throw new Error(`${path}: ${reading.problem.where}: ${reading.problem.what}`);
  const { notebooks, missing } = reading.notes;
  if (missing.length > 0) throw new Error(`${path} is about more than one work; export them one by one.`);
  return { work, notebook: notebooks.get(work.id) ?? { annotations: [], bin: [], progress: {} } };
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** A notes file of any schema this program knows, as a notebook of today's. */
function readNotebook(
  path: string,
  { schemaVersion, ...content }: Readonly<Record<string, unknown>>,
): Notebook {
  if (typeof schemaVersion !== 'number' || schemaVersion < 1 || schemaVersion > NOTEBOOK_SCHEMA_VERSION) {
    throw new Error(
      `${path}: schema ${String(schemaVersion)} is not one of 1 to ${NOTEBOOK_SCHEMA_VERSION}.`,
    );
  }
  const migrated = NOTEBOOK_MIGRATIONS.filter(({ from }) => from >= schemaVersion).reduce(
    (known: Readonly<Record<string, unknown>>, { migrate }) => migrate(known),
    content,
  );
  const parsed = notebookSchema.safeParse(migrated);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
