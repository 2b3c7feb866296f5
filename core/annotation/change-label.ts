/**
 * What one step of the history did, for naming it where it can be undone: in the Edit menu, the palette, the offer after
 * a deletion. A step on many annotations has the same label as one on a single annotation.
 */
export const CHANGE_LABELS = [
  'create',
  'edit',
  'delete',
  'restore',
  'erase',
  'tag',
  'color',
  'kind',
  'answer',
  'counterpart',
  'reattach',
  'remove-target',
  'free-from-words',
  'progress',
  'rename-tag',
  'delete-tag',
  'import',
  'merge',
  'restore-backup',
  'revise',
] as const;

/** One of {@link CHANGE_LABELS}. */
export type ChangeLabel = (typeof CHANGE_LABELS)[number];
