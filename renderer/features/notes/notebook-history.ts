import type { NotebookChange } from '../../../core/annotation/notebook.ts';

/** What a step of the history did, for naming it where undo is offered. */
export type ChangeLabel =
  'create' | 'edit' | 'delete' | 'tag' | 'color' | 'kind' | 'answer' | 'counterpart' | 'progress';

/** One thing the reader did, with the change that brings it about and the one that takes it back. */
export interface HistoryStep {
  readonly label: ChangeLabel;
  /** The annotation or unit it is about. */
  readonly subject: string;
  readonly redo: NotebookChange;
  readonly undo: NotebookChange;
  /** When it was done, in ms; later key strokes within {@link MERGE_WINDOW_MS} belong to the same step. */
  readonly time: number;
}

/** What can be undone and redone; both newest last. */
export interface History {
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  /** Whether the newest step may still take in what follows it. */
  readonly isOpen: boolean;
}

/** A pause longer than this ends a step: about the time one stops to think between two phrases. */
export const MERGE_WINDOW_MS = 800;

/** What is done by many small changes in a row: typing, and walking through the colours with the arrow keys. */
const MERGED: ReadonlySet<ChangeLabel> = new Set(['edit', 'color']);

export const EMPTY_HISTORY: History = { past: [], future: [], isOpen: false };

/** The history after a new step; there is nothing to redo any more. */
export function record(history: History, step: HistoryStep): History {
  const last = history.past.at(-1);
  const isContinued =
    history.isOpen &&
    last !== undefined &&
    MERGED.has(step.label) &&
    last.label === step.label &&
    last.subject === step.subject &&
    step.time - last.time <= MERGE_WINDOW_MS;
  const past = isContinued
    ? [...history.past.slice(0, -1), { ...step, undo: last.undo }]
    : [...history.past, step];
  return { past, future: [], isOpen: true };
}

/** Ends the newest step: what follows is a step of its own. */
export function closeStep(history: History): History {
  return history.isOpen ? { ...history, isOpen: false } : history;
}

/** Forgets the newest step as if it had never been. */
export function forgetLast(history: History): History {
  return { past: history.past.slice(0, -1), future: history.future, isOpen: false };
}

/** Moves the newest step of the past into the future; undefined if there is none. */
export function stepBack(
  history: History,
): { readonly history: History; readonly step: HistoryStep } | undefined {
  const step = history.past.at(-1);
  if (step === undefined) return undefined;
  return {
    step,
    history: { past: history.past.slice(0, -1), future: [...history.future, step], isOpen: false },
  };
}

/** Moves the newest step of the future back into the past; undefined if there is none. */
export function stepForward(
  history: History,
): { readonly history: History; readonly step: HistoryStep } | undefined {
  const step = history.future.at(-1);
  if (step === undefined) return undefined;
  return {
    step,
    history: { past: [...history.past, step], future: history.future.slice(0, -1), isOpen: false },
  };
}
