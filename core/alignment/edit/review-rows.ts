import { refuse, type EditOutcome } from './edit-outcome.ts';
import type { EditedRow, EditedText, EditPlace } from './edited-row.ts';

/**
 * Below this confidence a row is to be looked at. On the chapters the aligner was developed on (1,061 beads, an eighth of
 * them wrong) a fifth of all beads lies under it, and in these three quarters of the wrong ones.
 */
export const DOUBTFUL_BELOW = 0.7;

/** Whether a row is to be looked at: not reviewed, and measured as doubtful. */
export function isDoubtful({ status, confidence }: EditedRow): boolean {
  return status === 'open' && confidence !== null && confidence < DOUBTFUL_BELOW;
}

/** How many rows are still to be looked at. */
export function countDoubtful(rows: readonly EditedRow[]): number {
  return rows.filter(isDoubtful).length;
}

/** The next doubtful row after one, or before it with `by` -1; from the other end of the text where there is none. */
export function findDoubtful(rows: readonly EditedRow[], from: number, by: 1 | -1): number | undefined {
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (from + by * step + rows.length * 2) % rows.length;
    const row = rows[index];
    if (row !== undefined && isDoubtful(row)) return index;
  }
  return undefined;
}

/** Says that the row is right. */
export function acceptRow(text: EditedText, place: EditPlace): EditOutcome {
  return acceptRows(text, place, place.row);
}

/** Says that the row and all above it are right. */
export function acceptAllAbove(text: EditedText, place: EditPlace): EditOutcome {
  return acceptRows(text, place, 0);
}

function acceptRows({ rows }: EditedText, place: EditPlace, from: number): EditOutcome {
  const stretch = rows.slice(from, place.row + 1);
  const first = stretch.findIndex(({ status }) => status === 'open');
  if (first === -1) return refuse('unchanged');
  const removed = stretch.slice(first, stretch.findLastIndex(({ status }) => status === 'open') + 1);
  const inserted = removed.map((row): EditedRow =>
    row.status === 'open' ? { ...row, status: 'accepted' } : row,
  );
  return { type: 'edited', patch: { at: from + first, removed, inserted }, place };
}

/** Locks the row, so that no operation changes it; or opens a locked one again. */
export function toggleLock({ rows }: EditedText, place: EditPlace): EditOutcome {
  const row = rows[place.row];
  if (row === undefined) return refuse('unchanged');
  const inserted: EditedRow = { ...row, status: row.status === 'locked' ? 'open' : 'locked' };
  return { type: 'edited', patch: { at: place.row, removed: [row], inserted: [inserted] }, place };
}
