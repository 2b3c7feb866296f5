import type { Annotation } from '../annotation/annotation.ts';
import type { Notebook } from '../annotation/notebook.ts';

/** How two states of the notes of one work differ. The bin is not looked at: what lies there is not among the notes. */
export interface NotebookComparison {
  /** Annotations of the backup that are not among today's, in the backup's order. */
  readonly onlyEarlier: readonly Annotation[];
  /** Annotations of today that are not in the backup, in today's order. */
  readonly onlyCurrent: readonly Annotation[];
  /** Annotations of both that are not the same, in the backup's order. */
  readonly changed: readonly { readonly earlier: Annotation; readonly current: Annotation }[];
  /** The units whose progress differs. */
  readonly progress: readonly string[];
  /** Whether the backup's notes stand on another revision of the text, as far as it says so. */
  readonly isOtherText: boolean;
}

/** Compares the notes of a work as a backup has them with those of today. */
export function compareNotebooks(earlier: Notebook, current: Notebook): NotebookComparison {
  const today = new Map(current.annotations.map((annotation) => [annotation.id, annotation]));
  const before = new Set(earlier.annotations.map(({ id }) => id));
  const units = new Set([...Object.keys(earlier.progress), ...Object.keys(current.progress)]);
  return {
    onlyEarlier: earlier.annotations.filter(({ id }) => !today.has(id)),
    onlyCurrent: current.annotations.filter(({ id }) => !before.has(id)),
    changed: earlier.annotations.flatMap((annotation) => {
      const counterpart = today.get(annotation.id);
      return counterpart === undefined || isSame(annotation, counterpart)
        ? []
        : [{ earlier: annotation, current: counterpart }];
    }),
    progress: [...units].filter((unit) => earlier.progress[unit] !== current.progress[unit]).toSorted(),
    // Where the backup does not say which text it stands on, the present one stays.
    isOtherText: earlier.revision !== undefined && earlier.revision !== current.revision,
  };
}

/** Whether nothing differs. */
export function isUnchanged(comparison: NotebookComparison): boolean {
  const { onlyEarlier, onlyCurrent, changed, progress, isOtherText } = comparison;
  return !isOtherText && onlyEarlier.length + onlyCurrent.length + changed.length + progress.length === 0;
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
