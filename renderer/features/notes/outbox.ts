import type { NotebookChange } from '../../../core/annotation/notebook.ts';
import type { Failure } from '../../../ipc/result.ts';

/** A change on its way to the disk. */
export interface Outgoing {
  readonly sequence: number;
  readonly change: NotebookChange;
  readonly state:
    | { readonly type: 'waiting' }
    | { readonly type: 'sent' }
    | { readonly type: 'failed'; readonly failure: Failure };
}

/**
 * The changes that are not known to be on disk, oldest first, at most one for each annotation and each unit: a change
 * carries the whole new state, so a later one makes an earlier one of the same thing needless, whatever became of it.
 */
export interface Outbox {
  readonly entries: readonly Outgoing[];
  readonly nextSequence: number;
}

/** Whether what the reader wrote is on disk. */
export type SaveState =
  | { readonly type: 'saved' }
  | { readonly type: 'saving' }
  | { readonly type: 'failed'; readonly failure: Failure };

export const EMPTY_OUTBOX: Outbox = { entries: [], nextSequence: 0 };

/** Puts a change into the outbox. What failed before is tried again ahead of it. */
export function post(outbox: Outbox, change: NotebookChange): Outbox {
  const { entries, nextSequence } = retryFailed(outbox);
  const others = entries.filter((entry) => subjectOf(entry.change) !== subjectOf(change));
  return {
    entries: [...others, { sequence: nextSequence, change, state: { type: 'waiting' } }],
    nextSequence: nextSequence + 1,
  };
}

/** Makes every failed change wait to be sent again. */
export function retryFailed(outbox: Outbox): Outbox {
  return update(outbox, (entry) =>
    entry.state.type === 'failed' ? { ...entry, state: { type: 'waiting' } } : entry,
  );
}

/** Notes that everything that waited was sent. */
export function markSent(outbox: Outbox): Outbox {
  return update(outbox, (entry) =>
    entry.state.type === 'waiting' ? { ...entry, state: { type: 'sent' } } : entry,
  );
}

/** Drops a change that is on disk. The answer to a change that a later one has replaced drops nothing. */
export function acknowledge(outbox: Outbox, sequence: number): Outbox {
  return { ...outbox, entries: outbox.entries.filter((entry) => entry.sequence !== sequence) };
}

/** Keeps a change that could not be written, with the reason. */
export function refuse(outbox: Outbox, sequence: number, failure: Failure): Outbox {
  return update(outbox, (entry) =>
    entry.sequence === sequence ? { ...entry, state: { type: 'failed', failure } } : entry,
  );
}

/** The changes to send now, in order. */
export function listWaiting(outbox: Outbox): readonly Outgoing[] {
  return outbox.entries.filter(({ state }) => state.type === 'waiting');
}

/** What to tell the reader: 'saved' only when nothing is left here. */
export function describeSaving(outbox: Outbox): SaveState {
  for (const { state } of outbox.entries) if (state.type === 'failed') return state;
  return outbox.entries.length === 0 ? SAVED : SAVING;
}

const SAVED: SaveState = { type: 'saved' };
const SAVING: SaveState = { type: 'saving' };

function update(outbox: Outbox, change: (entry: Outgoing) => Outgoing): Outbox {
  return { ...outbox, entries: outbox.entries.map(change) };
}

function subjectOf(change: NotebookChange): string {
  switch (change.type) {
    case 'annotation-saved':
    case 'annotation-binned':
      return `annotation ${change.annotation.id}`;
    case 'annotation-erased':
      return `annotation ${change.id}`;
    case 'progress-set':
      return `unit ${change.unit}`;
  }
}
