import { sideOf, type EditedRow, type EditPlace } from '../../../core/alignment/edit/edited-row.ts';
import type { LanguagePair } from '../../../core/alignment/edit/measure-rows.ts';

/** How many rows Page Up and Page Down go. */
const PAGE_LENGTH = 8;

/** Where a key leads from a place; undefined for a key that does not move. An empty side is one stop. */
export function movePlace(
  rows: readonly EditedRow[],
  languages: LanguagePair,
  place: EditPlace,
  key: string,
): EditPlace | undefined {
  switch (key) {
    case 'ArrowDown':
      return step(rows, place, 1);
    case 'ArrowUp':
      return step(rows, place, -1);
    case 'ArrowLeft':
      return atRow(rows, { ...place, language: languages[0] }, place.row);
    case 'ArrowRight':
      return atRow(rows, { ...place, language: languages[1] }, place.row);
    case 'PageDown':
      return atRow(rows, { ...place, sentence: 0 }, place.row + PAGE_LENGTH);
    case 'PageUp':
      return atRow(rows, { ...place, sentence: 0 }, place.row - PAGE_LENGTH);
    case 'Home':
      return atRow(rows, { ...place, sentence: 0 }, 0);
    case 'End':
      return atRow(rows, { ...place, sentence: 0 }, rows.length - 1);
    default:
      return undefined;
  }
}

function step(rows: readonly EditedRow[], place: EditPlace, by: 1 | -1): EditPlace {
  const sentence = place.sentence + by;
  if (sentence >= 0 && sentence < lengthAt(rows, place, place.row)) return { ...place, sentence };
  const row = place.row + by;
  if (rows[row] === undefined) return place;
  return { ...place, row, sentence: by === 1 ? 0 : Math.max(0, lengthAt(rows, place, row) - 1) };
}

/** The place in a row of the text that is nearest to one; of its sentences likewise. */
export function atRow(rows: readonly EditedRow[], place: EditPlace, wanted: number): EditPlace {
  const row = Math.min(Math.max(wanted, 0), Math.max(0, rows.length - 1));
  const sentence = Math.min(place.sentence, Math.max(0, lengthAt(rows, place, row) - 1));
  return { ...place, row, sentence };
}

function lengthAt(rows: readonly EditedRow[], { language }: EditPlace, row: number): number {
  const found = rows[row];
  return found === undefined ? 0 : sideOf(found, language).length;
}
