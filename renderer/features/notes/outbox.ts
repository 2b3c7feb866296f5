import { changedSubject, type NotebookChange } from '../../../core/annotation/notebook.ts';
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

/** Puts changes into the outbox, in their order. What failed before is tried again ahead of them. */
export function post(outbox: Outbox, changes: readonly NotebookChange[]): Outbox {
  const { entries, nextSequence } = retryFailed(outbox);
  // Of several changes of one thing the last one counts.
  const bySubject = new Map(changes.map((change) => [changedSubject(change), change]));
  const others = entries.filter((entry) => !bySubject.has(changedSubject(entry.change)));
  const added = Array.from(bySubject.values(), (change, index): Outgoing => {
    return { sequence: nextSequence + index, change, state: { type: 'waiting' } };
  });
  return { entries: [...others, ...added], nextSequence: nextSequence + added.length };
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

/** Drops changes that are on disk. The answer to a change that a later one has replaced drops nothing. */
export function acknowledge(outbox: Outbox, sequences: ReadonlySet<number>): Outbox {
  return { ...outbox, entries: outbox.entries.filter((entry) => !sequences.has(entry.sequence)) };
}

/** Keeps changes that could not be written, with the reason. */
export function refuse(outbox: Outbox, sequences: ReadonlySet<number>, failure: Failure): Outbox {
  return update(outbox, (entry) =>
    sequences.has(entry.sequence) ? { ...entry, state: { type: 'failed', failure } } : entry,
  );
}

/** The changes to send now, in order. */
export function listWaiting(outbox: Outbox): readonly Outgoing[] {
  return outbox.entries.filter(({ state }) => state.type === 'waiting');
}

/** What to tell the reader of all outboxes: 'saved' only when nothing is left in any. */
export function describeSaving(outboxes: Iterable<Outbox>): SaveState {
  let saveState = SAVED;
  for (const { entries } of outboxes) {
    for (const { state } of entries) if (state.type === 'failed') return state;
    if (entries.length > 0) saveState = SAVING;
  }
  return saveState;
}

const SAVED: SaveState = { type: 'saved' };
const SAVING: SaveState = { type: 'saving' };

function update(outbox: Outbox, change: (entry: Outgoing) => Outgoing): Outbox {
  return { ...outbox, entries: outbox.entries.map(change) };
}
