import type { Notebook } from '../../annotation/notebook.ts';
import type { Work } from '../../text/work.ts';

/** A work and what the reader has added to it. */
export interface WorkNotes {
  readonly work: Work;
  readonly notebook: Notebook;
}

/** Only the annotations with these ids, from notes and bin; progress is not about single annotations and stays out. */
export function selectNotes(notebook: Notebook, ids: ReadonlySet<string>): Notebook {
  return {
    annotations: notebook.annotations.filter(({ id }) => ids.has(id)),
    bin: notebook.bin.filter(({ annotation }) => ids.has(annotation.id)),
    progress: {},
  };
}

/** How many annotations there are, deleted ones included. */
export function countNotes(notes: readonly WorkNotes[]): number {
  return notes.reduce((sum, { notebook }) => sum + notebook.annotations.length + notebook.bin.length, 0);
}
