import { changedAnnotationId, type NotebookChange } from './notebook.ts';

/** How many annotations changes touch, however often each; progress and the text under them are none. */
export function countChangedNotes(changes: readonly NotebookChange[]): number {
  return new Set(changes.flatMap((change) => changedAnnotationId(change) ?? [])).size;
}
