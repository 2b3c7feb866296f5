import { NOTEBOOK_MIGRATIONS, NOTEBOOK_SCHEMA_VERSION } from '../annotation/notebook-migrations.ts';
import { notebookSchema, type Notebook } from '../annotation/notebook.ts';
import { type Steps } from '../steps.ts';

/** What a notes file turned out to hold. */
export type NotebookContent =
  | { readonly type: 'notebook'; readonly notebook: Notebook }
  /** Written by a later version of the program. */
  | { readonly type: 'newer'; readonly detail: string }
  | { readonly type: 'damaged'; readonly detail: string };

/** The text of a notes file of the newest schema. The same notebook always gives the same text. */
export function serializeNotebook(notebook: Notebook): string {
  const { annotations, bin, progress, revision } = notebook;
  return `${JSON.stringify({ schemaVersion: NOTEBOOK_SCHEMA_VERSION, annotations, bin, progress, revision })}\n`;
}

/** Reads the text of a notes file of any schema up to the newest. */
export function parseNotebook(text: string): NotebookContent {
  try {
    return readNotebookContent(JSON.parse(text));
  } catch (error) {
    return { type: 'damaged', detail: String(error) };
  }
}

/** How many notes are checked in one step: a few ms. */
const CHECKED_AT_ONCE = 250;

/** Whether {@link parseNotebook} finds a notebook in a text; one of the newest schema is looked at in small steps. */
export function* checkNotebookInSteps(text: string): Steps<boolean> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  const content = isObject(value) ? value : {};
  const { schemaVersion, annotations, bin } = content;
  const isNewest = schemaVersion === NOTEBOOK_SCHEMA_VERSION;
  if (!isNewest || !Array.isArray(annotations) || !Array.isArray(bin)) return isNotebook(value);
  for (let from = 0; from < Math.max(annotations.length, bin.length); from += CHECKED_AT_ONCE) {
    yield;
    const to = from + CHECKED_AT_ONCE;
    if (!isNotebook({ ...content, annotations: annotations.slice(from, to), bin: bin.slice(from, to) }))
      return false;
  }
  return isNotebook({ ...content, annotations: [], bin: [] });
}

function isNotebook(value: unknown): boolean {
  return readNotebookContent(value).type === 'notebook';
}

/** Reads what stands in a notes file of any schema up to the newest. */
export function readNotebookContent(value: unknown): NotebookContent {
  if (!isObject(value)) return { type: 'damaged', detail: 'is not a JSON object' };
  // The last two are the store's own (see notebook-file.ts) and say nothing about the notes.
  const { schemaVersion: version, sequence: _sequence, checksum: _checksum, ...content } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { type: 'damaged', detail: 'schemaVersion is missing or not a whole number' };
  }
  if (version > NOTEBOOK_SCHEMA_VERSION) {
    const detail = `has schema version ${version}, this program knows ${NOTEBOOK_SCHEMA_VERSION}`;
    return { type: 'newer', detail };
  }
  const migrated = NOTEBOOK_MIGRATIONS.filter(({ from }) => from >= version).reduce<
    Readonly<Record<string, unknown>>
  >((before, step) => step.migrate(before), content);
  const parsed = notebookSchema.safeParse(migrated);
  if (parsed.success) return { type: 'notebook', notebook: parsed.data };
  const [issue] = parsed.error.issues;
  return { type: 'damaged', detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
