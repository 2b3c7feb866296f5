import type { Unit } from '../../text/work.ts';
import type { Piece } from '../structure/piece.ts';
import { groupByPiece, type EditionRow, type PieceSpan } from './edition-row.ts';

/**
 * Rows in which no heading of the new edition is run together with what stands before or under it: the work has no heading
 * there, so that it answers none of its units.
 */
export function partHeadings(
  rows: readonly EditionRow[],
  units: readonly Unit[],
  pieces: readonly Piece[],
): readonly EditionRow[] {
  return rows.flatMap((row): readonly EditionRow[] => {
    const unit = row.unit === undefined ? undefined : units[row.unit];
    const groups = groupByPiece(row.spans);
    if (unit === undefined || groups.length < 2 || isHeadline(unit.kind)) return [row];
    const isHeading = (group: readonly PieceSpan[] | undefined): boolean =>
      isHeadline(pieces[group?.[0]?.piece ?? -1]?.kind);
    const first = groups.findIndex((group) => !isHeading(group));
    if (first === -1) return [row];
    const end = groups.findLastIndex((group) => !isHeading(group)) + 1;
    const alone = (group: readonly PieceSpan[]): EditionRow => ({ ...row, unit: undefined, spans: group });
    return [
      ...groups.slice(0, first).map(alone),
      { ...row, spans: groups.slice(first, end).flat() },
      ...groups.slice(end).map(alone),
    ];
  });
}

function isHeadline(kind: Unit['kind'] | undefined): boolean {
  return kind === 'title' || kind === 'heading';
}
