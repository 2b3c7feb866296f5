import type { Annotation } from '../annotation/annotation.ts';
import type { Notebook } from '../annotation/notebook.ts';

/** How two states of the notes of one work differ. The bin is not looked at: what lies there is not among the notes. */
export interface NotebookComparison {
  /** Annotations of the backup that are not among today's, in the backup's order. */
  readonly onlyThen: readonly Annotation[];
  /** Annotations of today that are not in the backup, in today's order. */
  readonly onlyNow: readonly Annotation[];
  /** Annotations of both that are not the same, in the backup's order. */
  readonly changed: readonly { readonly then: Annotation; readonly now: Annotation }[];
  /** The units whose progress differs. */
  readonly progress: readonly string[];
}

/** Compares the notes of a work as a backup has them with those of today. */
export function compareNotebooks(then: Notebook, now: Notebook): NotebookComparison {
  const today = new Map(now.annotations.map((annotation) => [annotation.id, annotation]));
  const before = new Set(then.annotations.map(({ id }) => id));
  const units = new Set([...Object.keys(then.progress), ...Object.keys(now.progress)]);
  return {
    onlyThen: then.annotations.filter(({ id }) => !today.has(id)),
    onlyNow: now.annotations.filter(({ id }) => !before.has(id)),
    changed: then.annotations.flatMap((annotation) => {
      const current = today.get(annotation.id);
      return current === undefined || isSame(annotation, current) ? [] : [{ then: annotation, now: current }];
    }),
    progress: [...units].filter((unit) => then.progress[unit] !== now.progress[unit]).toSorted(),
  };
}

/** Whether nothing differs. */
export function isUnchanged({ onlyThen, onlyNow, changed, progress }: NotebookComparison): boolean {
  return onlyThen.length + onlyNow.length + changed.length + progress.length === 0;
}

/** Whether two plain values are equal, member by member, in whatever order the members stand. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const members = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    members.length === others.size &&
    members.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
  );
}
