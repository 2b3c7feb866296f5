import { applyPatch, invertPatch, type EditOutcome, type RowPatch } from './edit-outcome.ts';
import { withoutMeasure, type EditedRow, type EditedText, type EditPlace } from './edited-row.ts';
import type { RowMeasure } from './rate-beads.ts';

/** What a step of editing is called. */
export const EDIT_NAMES = [
  'join',
  'split-row',
  'split-sentence',
  'move',
  'leave-unanswered',
  'swap',
  'lock',
  'unlock',
  'accept',
  'accept-above',
  'realign',
  'correct',
  'take-back',
] as const;

/** One of {@link EDIT_NAMES}. */
export type EditName = (typeof EDIT_NAMES)[number];

/** What one undo takes back. */
export interface EditStep {
  readonly name: EditName;
  readonly patch: RowPatch;
  /** Where the reader was before it and after it. */
  readonly before: EditPlace;
  readonly after: EditPlace;
}

/** A text while its alignment is edited, with everything that was done to it. No step is ever dropped. */
export interface AlignmentEdit {
  readonly text: EditedText;
  readonly place: EditPlace;
  /** The last one done at the end. */
  readonly past: readonly EditStep[];
  /** What was undone; the next one to be redone at the end. */
  readonly future: readonly EditStep[];
}

/** Does what an operation has come to; the same edit where it was refused. */
export function performEdit(edit: AlignmentEdit, name: EditName, outcome: EditOutcome): AlignmentEdit {
  if (outcome.type === 'refused') return edit;
  const { patch, place: after } = outcome;
  return {
    text: withRows(edit, patch),
    place: after,
    past: [...edit.past, { name, patch, before: edit.place, after }],
    future: [],
  };
}

/** Takes the last step back; the same edit where there is none. */
export function undoEdit(edit: AlignmentEdit): AlignmentEdit {
  const step = edit.past.at(-1);
  if (step === undefined) return edit;
  return {
    text: withRows(edit, invertPatch(step.patch)),
    place: step.before,
    past: edit.past.slice(0, -1),
    future: [...edit.future, step],
  };
}

/** Does the step again that was taken back last; the same edit where there is none. */
export function redoEdit(edit: AlignmentEdit): AlignmentEdit {
  const step = edit.future.at(-1);
  if (step === undefined) return edit;
  return {
    text: withRows(edit, step.patch),
    place: step.after,
    past: [...edit.past, step],
    future: edit.future.slice(0, -1),
  };
}

/** Puts in what was measured of the rows, by their ids; those that were changed since by hand stay unmeasured. */
export function rateRows(edit: AlignmentEdit, measured: ReadonlyMap<string, RowMeasure>): AlignmentEdit {
  const rows = edit.text.rows.map((row): EditedRow => {
    const measure = measured.get(row.id);
    return measure === undefined || row.status !== 'open' ? row : { ...row, ...measure };
  });
  return { ...edit, text: { ...edit.text, rows } };
}

/** Forgets what was measured, of the rows and of those that undo would bring back: it is of other languages. */
export function forgetMeasures(edit: AlignmentEdit): AlignmentEdit {
  const forget = (rows: readonly EditedRow[]): readonly EditedRow[] => rows.map(withoutMeasure);
  const forgetStep = (step: EditStep): EditStep => {
    const { at, removed, inserted } = step.patch;
    return { ...step, patch: { at, removed: forget(removed), inserted: forget(inserted) } };
  };
  return {
    ...edit,
    text: { ...edit.text, rows: forget(edit.text.rows) },
    past: edit.past.map(forgetStep),
    future: edit.future.map(forgetStep),
  };
}

function withRows({ text }: AlignmentEdit, patch: RowPatch): EditedText {
  return { ...text, rows: applyPatch(text.rows, patch) };
}
