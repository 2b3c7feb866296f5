import type { Notebook } from '../core/annotation/notebook.ts';
import { workIdSchema } from '../core/text/work-id.ts';
import type { JsonPath } from './json-path.ts';

/**
 * Something that happened to the notes of a work when they were read, which the reader must be told:
 * - 'notes-restored': the file was damaged and is kept aside; the newest sound backup stands in its place;
 * - 'notes-lost': the file was damaged and is kept aside; there was no backup;
 * - 'notes-changed': the file is in order, but something other than this program has changed it; as found it is kept aside;
 * - 'notes-joined': another program has written the same notes while they were open; both are put together in the file;
 * - 'text-missing': the revision of the text that the notes stand on cannot be read; `path` is where it should be;
 * - 'journal-damaged': changes of the last minutes could not all be read; the damaged journal is kept aside.
 */
export interface NotebookNotice {
  readonly code:
    'notes-restored' | 'notes-lost' | 'notes-changed' | 'notes-joined' | 'text-missing' | 'journal-damaged';
  /** The damaged file, where it is kept; for 'notes-joined' the file itself. */
  readonly path: string;
  /** When the backup was made that stands in its place; ISO 8601, UTC. `null` where there is none. */
  readonly backupCreated: string | null;
}

/** The notes of a work, which can be read, and what happened to them. */
export interface LoadedNotebook {
  /** Where they are fetched from, as they are at that moment. */
  readonly notebook: JsonPath<Notebook>;
  /** Empty as long as nothing is amiss. */
  readonly notices: readonly NotebookNotice[];
}

const NOTEBOOK_PATH = /^\/notebooks\/(?<workId>[^/]+)\.json$/u;

/** Where under `app://` the notes of a work are fetched from. */
export function notebookPath(workId: string): JsonPath<Notebook> {
  return `/notebooks/${workId}.json` as JsonPath<Notebook>;
}

/** The work of a path that {@link notebookPath} wrote; undefined for any other path. */
export function parseNotebookPath(pathname: string): string | undefined {
  const workId = workIdSchema.safeParse(NOTEBOOK_PATH.exec(pathname)?.groups?.['workId']);
  return workId.success ? workId.data : undefined;
}
