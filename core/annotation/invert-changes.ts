import type { Annotation } from './annotation.ts';
import {
  changedAnnotationId,
  type BinnedAnnotation,
  type Notebook,
  type NotebookChange,
} from './notebook.ts';

/**
 * The changes that take `changes` back: one for each thing they touch, with its state in `notebook`, which is the notebook
 * before them. Applied after `changes` they bring everything back but the order of annotations, which means nothing.
 */
export function invertChanges(
  notebook: Notebook,
  changes: readonly NotebookChange[],
): readonly NotebookChange[] {
  const ids = new Set<string>();
  const units = new Set<string>();
  let isRevised = false;
  for (const change of changes) {
    const id = changedAnnotationId(change);
    if (id !== undefined) ids.add(id);
    else if (change.type === 'progress-set') units.add(change.unit);
    else isRevised = true;
  }
  const annotations = new Map<string, Annotation>();
  for (const annotation of notebook.annotations) {
    if (ids.has(annotation.id)) annotations.set(annotation.id, annotation);
  }
  const bin = new Map<string, BinnedAnnotation>();
  for (const binned of notebook.bin) if (ids.has(binned.annotation.id)) bin.set(binned.annotation.id, binned);
  return [
    ...Array.from(ids, (id) => bringBack(id, annotations.get(id), bin.get(id))),
    ...Array.from(units, (unit): NotebookChange => {
      return { type: 'progress-set', unit, progress: notebook.progress[unit] ?? 'unread' };
    }),
    ...(isRevised ? [{ type: 'revision-set', revision: notebook.revision ?? null } as const] : []),
  ];
}

function bringBack(
  id: string,
  annotation: Annotation | undefined,
  binned: BinnedAnnotation | undefined,
): NotebookChange {
  if (annotation !== undefined) return { type: 'annotation-saved', annotation };
  if (binned !== undefined) return { type: 'annotation-binned', ...binned };
  return { type: 'annotation-erased', id };
}
