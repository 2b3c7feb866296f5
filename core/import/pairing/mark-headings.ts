import { measureText } from '../language/script.ts';
import type { Piece, PieceRow } from '../structure/piece.ts';
import { endStrength } from '../structure/sentence-ends.ts';

/** So many Latin letters at most are a heading that nothing but its place shows. */
const LONGEST_HEADING = 70;

/**
 * Short lines without a full stop in every language, with longer text after them, are headings: in texts whose
 * paragraphs end with full stops, for in lists of words nothing does.
 */
export function markHeadings(rows: readonly PieceRow[]): readonly PieceRow[] {
  const paragraphs = rows.flatMap(listPieces).filter(({ kind }) => kind === 'paragraph');
  const ended = paragraphs.filter(({ text }) => endStrength(text) > 0).length;
  if (ended * 2 < paragraphs.length) return rows;
  return rows.map((row, index) => {
    const next = rows[index + 1];
    const pieces = listPieces(row);
    const isHeading =
      next !== undefined &&
      row.pieces.size > 1 &&
      pieces.every(isShortLine) &&
      measureText(listPieces(next)[0]?.text ?? '') > measureText(pieces[0]?.text ?? '');
    return isHeading ? { ...row, pieces: toHeadings(row.pieces) } : row;
  });
}

function listPieces(row: PieceRow): readonly Piece[] {
  return [...row.pieces.values()].flat();
}

function isShortLine({ text, kind, cell }: Piece): boolean {
  const isPlain = kind === 'paragraph' && cell === undefined;
  return isPlain && endStrength(text) === 0 && measureText(text) <= LONGEST_HEADING;
}

function toHeadings(pieces: PieceRow['pieces']): PieceRow['pieces'] {
  const entries = [...pieces].map(
    ([language, list]) => [language, list.map((piece): Piece => ({ ...piece, kind: 'heading' }))] as const,
  );
  return new Map(entries);
}
