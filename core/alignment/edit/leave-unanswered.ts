import { refuse, replaceRows, type EditOutcome } from './edit-outcome.ts';
import {
  createRowId,
  mapSides,
  remake,
  sideOf,
  type EditedRow,
  type EditedText,
  type EditPlace,
} from './edited-row.ts';
import { divideRow } from './split-row.ts';

/**
 * Gives the sentence a row of its own with nothing on the other sides: nothing corresponds to it. The first of the rows
 * that come of it keeps the id.
 */
export function leaveUnanswered(text: EditedText, place: EditPlace): EditOutcome {
  const row = text.rows[place.row];
  const sentences = row === undefined ? [] : sideOf(row, place.language);
  if (row === undefined || sentences[place.sentence] === undefined) return refuse('unchanged');
  const isAlone = Object.entries(row.sides).every(([of, side]) => of === place.language || side.length === 0);
  if (isAlone && sentences.length === 1) return refuse('unchanged');
  const secondId = createRowId(text, row.id);
  if (place.sentence === 0) {
    const rows = takeFirst(row, place, secondId);
    return replaceRows(text, place.row, 1, { rows, place });
  }
  if (place.sentence === sentences.length - 1) {
    const rows = takeLast(row, place, secondId);
    return replaceRows(text, place.row, 1, { rows, place: { ...place, row: place.row + 1, sentence: 0 } });
  }
  const [above, below] = divideRow(row, place.language, place.sentence, secondId);
  const rows = [above, ...takeFirst(below, place, createRowId(text, row.id, [secondId]))];
  return replaceRows(text, place.row, 1, { rows, place: { ...place, row: place.row + 1, sentence: 0 } });
}

function takeFirst(
  row: EditedRow,
  { language }: EditPlace,
  lowerId: string,
): readonly [EditedRow, EditedRow] {
  return cut(row, lowerId, (of) => (of === language ? 1 : 0));
}

function takeLast(row: EditedRow, { language }: EditPlace, lowerId: string): readonly [EditedRow, EditedRow] {
  return cut(row, lowerId, (of, length) => (of === language ? length - 1 : length));
}

function cut(
  row: EditedRow,
  lowerId: string,
  at: (language: string, length: number) => number,
): readonly [EditedRow, EditedRow] {
  const { number: _, ...unnumbered } = row;
  return [
    remake(
      row,
      mapSides(row, (side, of) => side.slice(0, at(of, side.length))),
    ),
    remake(
      { ...unnumbered, id: lowerId },
      mapSides(row, (side, of) => side.slice(at(of, side.length))),
    ),
  ];
}
