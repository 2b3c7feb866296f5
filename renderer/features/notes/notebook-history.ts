import type { ChangeLabel } from '../../../core/annotation/change-label.ts';
import type { NotebookChange } from '../../../core/annotation/notebook.ts';

/** What a step did in one work, and what takes it back there. */
export interface StepPart {
  readonly workId: string;
  readonly redo: readonly NotebookChange[];
  readonly undo: readonly NotebookChange[];
}

/** One thing the reader did, in one work or in many at once. */
export interface HistoryStep {
  readonly label: ChangeLabel;
  /** The one annotation or unit it is about, among those of all works; undefined if it is about several. */
  readonly subject: string | undefined;
  readonly parts: readonly StepPart[];
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
    step.subject !== undefined &&
    last.label === step.label &&
    last.subject === step.subject &&
    step.time - last.time <= MERGE_WINDOW_MS;
  const past = isContinued
    ? [...history.past.slice(0, -1), continueStep(last, step)]
    : [...history.past, step];
  return { past, future: [], isOpen: true };
}

/** Two steps about the same thing as one: brought about by the later, taken back by the earlier. */
function continueStep(earlier: HistoryStep, later: HistoryStep): HistoryStep {
  const parts = later.parts.map((part, index) => ({
    ...part,
    undo: earlier.parts[index]?.undo ?? part.undo,
  }));
  return { ...later, parts };
}

/** Ends the newest step: what follows is a step of its own. */
export function closeStep(history: History): History {
  return history.isOpen ? { ...history, isOpen: false } : history;
}

/** Forgets the newest step as if it had never been. */
export function forgetLast(history: History): History {
  return { past: history.past.slice(0, -1), future: history.future, isOpen: false };
}

/** The history without what was done in a work that is gone. */
export function forgetWork({ past, future }: History, workId: string): History {
  const strip = (steps: readonly HistoryStep[]): readonly HistoryStep[] =>
    steps.flatMap((step) => {
      const parts = step.parts.filter((part) => part.workId !== workId);
      if (parts.length === step.parts.length) return [step];
      return parts.length === 0 ? [] : [{ ...step, parts }];
    });
  return { past: strip(past), future: strip(future), isOpen: false };
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
