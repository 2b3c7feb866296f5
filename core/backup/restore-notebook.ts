import type { Notebook, NotebookChange } from '../annotation/notebook.ts';
import { compareNotebooks } from './compare-notebooks.ts';

/**
 * The changes that bring the notes of a work back to what a backup has, as one step that can be undone. Nothing is lost:
 * annotations the backup does not know go into the bin, with `deleted` (ISO 8601, UTC) as their time, and what lies in
 * the bin stays there unless the backup has it among the notes.
 */
export function restoreNotebook(
  earlier: Notebook,
  current: Notebook,
  deleted: string,
): readonly NotebookChange[] {
  const { onlyEarlier, onlyCurrent, changed, progress, isOtherText } = compareNotebooks(earlier, current);
  const known = new Set(
    [...current.annotations, ...current.bin.map(({ annotation }) => annotation)].map(({ id }) => id),
  );
  return [
    ...(isOtherText ? [{ type: 'revision-set', revision: earlier.revision ?? null } as const] : []),
    ...onlyEarlier.map((annotation) => ({ type: 'annotation-saved', annotation }) as const),
    ...changed.map(({ earlier: annotation }) => ({ type: 'annotation-saved', annotation }) as const),
    ...onlyCurrent.map((annotation) => ({ type: 'annotation-binned', annotation, deleted }) as const),
    // What was in the bin then and has been erased since.
    ...earlier.bin
      .filter(({ annotation }) => !known.has(annotation.id))
      .map((binned) => ({ type: 'annotation-binned', ...binned }) as const),
    ...progress.map(
      (unit) => ({ type: 'progress-set', unit, progress: earlier.progress[unit] ?? 'unread' }) as const,
    ),
  ];
}
