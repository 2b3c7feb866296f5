import { changedAnnotationId, type NotebookChange } from './notebook.ts';

/** The ids of the annotations that changes touch; progress and the text under them are none. */
export function changedNoteIds(changes: readonly NotebookChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap((change) => changedAnnotationId(change) ?? []));
}
