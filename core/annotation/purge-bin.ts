import type { Notebook } from './notebook.ts';

/** How long the bin keeps an annotation, in days. */
export const BIN_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The notebook without what was deleted more than {@link BIN_DAYS} days before `now`; the same one if nothing was. What
 * claims to have been deleted later than `now` is kept: one of the two clocks is wrong.
 */
export function purgeBin(notebook: Notebook, now: Date): Notebook {
  const limit = now.getTime() - BIN_DAYS * DAY_MS;
  const bin = notebook.bin.filter(({ deleted }) => !(Date.parse(deleted) < limit));
  return bin.length === notebook.bin.length ? notebook : { ...notebook, bin };
}
