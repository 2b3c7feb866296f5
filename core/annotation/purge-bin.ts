import type { Notebook } from './notebook.ts';

/** How long a bin keeps what was deleted, in days. */
export const BIN_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether what was deleted at a time (ISO 8601) lies in the bin for longer than {@link BIN_DAYS} at `now`. */
export function isPastBin(deleted: string, now: Date): boolean {
  return Date.parse(deleted) < now.getTime() - BIN_DAYS * DAY_MS;
}

/**
 * The notebook without what was deleted more than {@link BIN_DAYS} days before `now`; the same one if nothing was. What
 * claims to have been deleted later than `now` is kept: one of the two clocks is wrong.
 */
export function purgeBin(notebook: Notebook, now: Date): Notebook {
  const bin = notebook.bin.filter(({ deleted }) => !isPastBin(deleted, now));
  return bin.length === notebook.bin.length ? notebook : { ...notebook, bin };
}
