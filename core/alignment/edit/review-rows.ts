import { refuse, type EditOutcome } from './edit-outcome.ts';
import type { EditedRow, EditedText, EditPlace } from './edited-row.ts';

/**
 * Below this a row is to be looked at. Chosen by what a wrong row that is found costs the reader (`npm run bench:review`,
 * docs/alignment-review.md): up to here about a minute, beyond it more than it costs to find them by reading everything.
 */
export const DOUBTFUL_BELOW = 0.85;

/**
 * How sure a row is that nobody has reviewed, from 0 to 1: the surer where a row beside it was reviewed, for then the border
 * between them is known. Null where it was reviewed or not measured.
 */
export function findSureness(rows: readonly EditedRow[], index: number): number | null {
  const row = rows[index];
  if (row?.status !== 'open' || row.confidence === null) return null;
  const { confidence, given = { above: confidence, below: confidence } } = row;
  return Math.max(
    confidence,
    isReviewed(rows[index - 1]) ? given.above : 0,
    isReviewed(rows[index + 1]) ? given.below : 0,
  );
}

function isReviewed(row: EditedRow | undefined): boolean {
  return row !== undefined && row.status !== 'open';
}

/** Whether a row is to be looked at: not reviewed, and measured as doubtful. */
export function isDoubtful(rows: readonly EditedRow[], index: number): boolean {
  const sureness = findSureness(rows, index);
  return sureness !== null && sureness < DOUBTFUL_BELOW;
}

/** How many rows are still to be looked at. */
export function countDoubtful(rows: readonly EditedRow[]): number {
  return rows.filter((_, index) => isDoubtful(rows, index)).length;
}

/** The next doubtful row after one, or before it with `by` -1; from the other end of the text where there is none. */
export function findDoubtful(rows: readonly EditedRow[], from: number, by: 1 | -1): number | undefined {
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (from + by * step + rows.length * 2) % rows.length;
    if (isDoubtful(rows, index)) return index;
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
