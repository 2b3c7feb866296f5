import type { NotebookChange } from './notebook.ts';

/** How many annotations changes touch, however often each; progress is none. */
export function countChangedNotes(changes: readonly NotebookChange[]): number {
  return new Set(changes.flatMap(touchedNotes)).size;
}

function touchedNotes(change: NotebookChange): readonly string[] {
  switch (change.type) {
    case 'annotation-saved':
    case 'annotation-binned':
      return [change.annotation.id];
    case 'annotation-erased':
      return [change.id];
    case 'progress-set':
      return [];
  }
}
