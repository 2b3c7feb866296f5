import { composeSegment } from './compose-segment.ts';
import type { EditedRow } from './edited-row.ts';

/** Rows with what was said and measured of earlier ones, where these had the same id and the same words. */
export function carryReview(rows: readonly EditedRow[], earlier: readonly EditedRow[]): readonly EditedRow[] {
  const known = new Map(earlier.map((row) => [row.id, row]));
  return rows.map((row): EditedRow => {
    const before = known.get(row.id);
    if (before === undefined || !hasSameWords(row, before)) return row;
    const { status, confidence, given } = before;
    return { ...row, status, confidence, ...(given === undefined ? {} : { given }) };
  });
}

/** Whether two rows make the same segments. */
export function hasSameWords(one: EditedRow, other: EditedRow): boolean {
  const languages = new Set([...Object.keys(one.sides), ...Object.keys(other.sides)]);
  return [...languages].every(
    (language) =>
      composeSegment(one.sides[language] ?? [], language) ===
      composeSegment(other.sides[language] ?? [], language),
  );
}
