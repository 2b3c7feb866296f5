import { NOTEBOOK_MIGRATIONS, NOTEBOOK_SCHEMA_VERSION } from '../annotation/notebook-migrations.ts';
import { notebookSchema, type Notebook } from '../annotation/notebook.ts';

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
