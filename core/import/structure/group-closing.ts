import { isClosingLine, isDateLine, isNameLine, isOfficeLine, isPlaceLine } from './closing-lines.ts';
import type { Piece } from './piece.ts';

/** A piece, and at which place of those it was made of the first one stood. */
export interface GroupedPiece {
  readonly piece: Piece;
  readonly at: number;
}

/** So many lines at most end a text: a treaty of twenty parties. */
const MOST_LINES = 60;

/**
 * Finds signatures, dates and places where they end a text, in the pieces of one language: the lines of one signature
 * become one piece of several lines. Text that does not end so is given back as it is.
 */
export function groupClosing(pieces: readonly Piece[]): readonly GroupedPiece[] {
  let start = pieces.length;
  while (start > 1 && pieces.length - start < MOST_LINES && mayClose(pieces[start - 1])) start -= 1;
  const all = pieces.map((piece, at) => ({ piece, at }));
  const closing = all.slice(start).flatMap(divideLines);
  return isClosing(closing.map(({ piece }) => piece))
    ? [...all.slice(0, start), ...groupLines(closing)]
    : all;
}

/** Lines of one paragraph of which one is a date: the office and the date of a notice, with a line break between. */
function divideLines({ piece, at }: GroupedPiece): readonly GroupedPiece[] {
  const lines = piece.text.split('\n');
  if (lines.length === 1 || !lines.some(isDateLine)) return [{ piece, at }];
  return lines.map((text) => ({ piece: { ...piece, text }, at }));
}

function isClosing(lines: readonly Piece[]): boolean {
  return lines.some(
    ({ text }, index) => isDateLine(text) || (isOfficeLine(text) && isNameLine(lines[index + 1]?.text ?? '')),
  );
}

function mayClose(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    piece.number === undefined &&
    (piece.kind === 'paragraph' || piece.kind === 'heading' || piece.kind === 'dateline') &&
    piece.text.split('\n').every(isClosingLine)
  );
}

function groupLines(lines: readonly GroupedPiece[]): readonly GroupedPiece[] {
  const grouped: GroupedPiece[] = [];
  let isOpen = false;
  for (const [index, { piece, at }] of lines.entries()) {
    const last = grouped.at(-1);
    const isEnd = isOpen && isNameLine(piece.text) && !OPENS_PLACE.test(piece.text);
    const isByDate = [lines[index - 1], lines[index + 1]].some(
      (other) => other !== undefined && isDateLine(other.piece.text),
    );
    if (isDateLine(piece.text) || (isByDate && isPlaceLine(piece.text) && !isEnd)) {
      grouped.push({ piece: { ...piece, kind: 'dateline' }, at });
      isOpen = false;
    } else if (isOpen && last !== undefined && isSameCell(last.piece, piece)) {
      const text = `${last.piece.text}\n${piece.text}`;
      grouped[grouped.length - 1] = { piece: { ...last.piece, text }, at: last.at };
      isOpen = !isNameLine(piece.text);
    } else {
      grouped.push({ piece: { ...piece, kind: 'signature' }, at });
      const [, name] = piece.text.split('\n');
      isOpen = name === undefined || !isNameLine(name);
    }
  }
  return grouped;
}

/** In a table, what stands in another row answers another row. */
function isSameCell(a: Piece, b: Piece): boolean {
  return a.cell?.table === b.cell?.table && a.cell?.row === b.cell?.row;
}

/** After an office comes its name, though names of persons and of places look alike. */
const OPENS_PLACE = /^(?:于|在|at |in |done )/iu;
