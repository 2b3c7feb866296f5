import type { EditedRow, EditedText, EditPlace } from './edited-row.ts';

/** Rows that take the place of others; undone by putting them back. */
export interface RowPatch {
  readonly at: number;
  readonly removed: readonly EditedRow[];
  readonly inserted: readonly EditedRow[];
}

/**
 * Why an operation does nothing. 'locked': a row it would change is locked. 'no-neighbour': the text ends there.
 * 'nothing-to-split': there is nothing before or behind the place. 'blank': a sentence cannot be without words.
 * 'unchanged': all is so already.
 */
export const REFUSALS = ['locked', 'no-neighbour', 'nothing-to-split', 'blank', 'unchanged'] as const;

/** One of {@link REFUSALS}. */
export type Refusal = (typeof REFUSALS)[number];

/** What an operation comes to: other rows and where the reader is then, or why not. */
export type EditOutcome =
  | { readonly type: 'edited'; readonly patch: RowPatch; readonly place: EditPlace }
  | { readonly type: 'refused'; readonly refusal: Refusal };

/** An operation on the text at the place where the reader is. */
export type EditOperation = (text: EditedText, place: EditPlace) => EditOutcome;

/** An operation that does nothing, and why. */
export function refuse(refusal: Refusal): EditOutcome {
  return { type: 'refused', refusal };
}

/** Puts rows in the place of `count` rows from `at`. Refused where one of those is locked. */
export function replaceRows(
  { rows }: EditedText,
  at: number,
  count: number,
  result: { readonly rows: readonly EditedRow[]; readonly place: EditPlace },
): EditOutcome {
  const removed = rows.slice(at, at + count);
  if (removed.some(({ status }) => status === 'locked')) return refuse('locked');
  return { type: 'edited', patch: { at, removed, inserted: result.rows }, place: result.place };
}

/** The rows after a patch. */
export function applyPatch(
  rows: readonly EditedRow[],
  { at, removed, inserted }: RowPatch,
): readonly EditedRow[] {
  return [...rows.slice(0, at), ...inserted, ...rows.slice(at + removed.length)];
}

/** The patch that takes a patch back. */
export function invertPatch({ at, removed, inserted }: RowPatch): RowPatch {
  return { at, removed: inserted, inserted: removed };
}
