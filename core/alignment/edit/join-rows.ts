import { refuse, replaceRows, type EditOutcome } from './edit-outcome.ts';
import { remake, sideOf, type EditedRow, type EditedText, type EditPlace } from './edited-row.ts';

/** Joins the row with the one below it; the joined row is the upper one. */
export function joinWithNext(text: EditedText, place: EditPlace): EditOutcome {
  const upper = text.rows[place.row];
  const lower = text.rows[place.row + 1];
  if (upper === undefined || lower === undefined) return refuse('no-neighbour');
  return replaceRows(text, place.row, 2, { rows: [joinRows(upper, lower)], place });
}

/** Joins the row with the one above it; the joined row is the upper one. */
export function joinWithPrevious(text: EditedText, place: EditPlace): EditOutcome {
  const upper = text.rows[place.row - 1];
  const lower = text.rows[place.row];
  if (upper === undefined || lower === undefined) return refuse('no-neighbour');
  const before = sideOf(upper, place.language).length;
  const isHere = sideOf(lower, place.language).length > 0;
  const sentence = isHere ? before + place.sentence : Math.max(0, before - 1);
  return replaceRows(text, place.row - 1, 2, {
    rows: [joinRows(upper, lower)],
    place: { ...place, row: place.row - 1, sentence },
  });
}

function joinRows(upper: EditedRow, lower: EditedRow): EditedRow {
  const languages = new Set([...Object.keys(upper.sides), ...Object.keys(lower.sides)]);
  return remake(
    upper,
    Object.fromEntries(
      [...languages].map((language) => [language, [...sideOf(upper, language), ...sideOf(lower, language)]]),
    ),
  );
}
