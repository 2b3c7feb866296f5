import type { BulkEdit } from '../../../core/annotation/bulk-edit.ts';

/** What can be done to notes of the list. */
export type NotesEdit =
  | BulkEdit
  /** Into the bin. */
  | { readonly type: 'delete' }
  /** Out of the bin. */
  | { readonly type: 'restore' }
  /** Out of the bin, for good. */
  | { readonly type: 'erase' };
