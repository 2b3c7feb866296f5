import { refuse, replaceRows, type EditOutcome } from './edit-outcome.ts';
import {
  isEmptyRow,
  remake,
  sideOf,
  withoutMeasure,
  type EditedRow,
  type EditedSentence,
  type EditedText,
  type EditPlace,
} from './edited-row.ts';

/** Moves the sentence, and what stands behind it on its side of the row, to the row below. */
export function moveToNext(text: EditedText, place: EditPlace): EditOutcome {
  const row = text.rows[place.row];
  const next = text.rows[place.row + 1];
  if (row === undefined || next === undefined) return refuse('no-neighbour');
  const sentences = sideOf(row, place.language);
  const moved = sentences.slice(place.sentence);
  if (moved.length === 0) return refuse('unchanged');
  const rows = [
    withSide(row, place, sentences.slice(0, place.sentence)),
    withSide(next, place, [...moved, ...sideOf(next, place.language)]),
  ].filter((each) => !isEmptyRow(each));
  return replaceRows(text, place.row, 2, {
    rows,
    place: { ...place, row: place.row + rows.length - 1, sentence: 0 },
  });
}

/** Moves the sentence, and what stands before it on its side of the row, to the row above. */
export function moveToPrevious(text: EditedText, place: EditPlace): EditOutcome {
  const row = text.rows[place.row];
  const previous = text.rows[place.row - 1];
  if (row === undefined || previous === undefined) return refuse('no-neighbour');
  const sentences = sideOf(row, place.language);
  const moved = sentences.slice(0, place.sentence + 1);
  if (moved.length === 0) return refuse('unchanged');
  const before = sideOf(previous, place.language);
  const rows = [
    withSide(previous, place, [...before, ...moved]),
    withSide(row, place, sentences.slice(place.sentence + 1)),
  ].filter((each) => !isEmptyRow(each));
  return replaceRows(text, place.row - 1, 2, {
    rows,
    place: { ...place, row: place.row - 1, sentence: before.length + moved.length - 1 },
  });
}

/**
 * Exchanges the sentence with the next one of its language, in the same row or in the one below: the only operation that
 * changes the order of a text. For translations that tell things in another order.
 */
export function swapWithNext(text: EditedText, place: EditPlace): EditOutcome {
  const row = text.rows[place.row];
  const sentences = row === undefined ? [] : sideOf(row, place.language);
  const sentence = sentences[place.sentence];
  if (row === undefined || sentence === undefined) return refuse('no-neighbour');
  const behind = sentences[place.sentence + 1];
  if (behind !== undefined) {
    const [first, second] = exchange(sentence, behind);
    return replaceRows(text, place.row, 1, {
      rows: [withSide(row, place, sentences.toSpliced(place.sentence, 2, first, second))],
      place: { ...place, sentence: place.sentence + 1 },
    });
  }
  const next = text.rows[place.row + 1];
  const below = next === undefined ? [] : sideOf(next, place.language);
  const [other] = below;
  if (next === undefined || other === undefined) return refuse('no-neighbour');
  const [first, second] = exchange(sentence, other);
  return replaceRows(text, place.row, 2, {
    rows: [
      withSide(row, place, sentences.with(place.sentence, first)),
      withSide(next, place, below.with(0, second)),
    ],
    place: { ...place, row: place.row + 1, sentence: 0 },
  });
}

/** The white space between sentences stays where it is. */
function exchange(one: EditedSentence, other: EditedSentence): readonly [EditedSentence, EditedSentence] {
  return [
    { ...other, gap: one.gap },
    { ...one, gap: other.gap },
  ];
}

function withSide(row: EditedRow, { language }: EditPlace, sentences: readonly EditedSentence[]): EditedRow {
  const sides = { ...row.sides, [language]: sentences };
  // What lost its answer by a move is not what the reader wanted to make, but what is to be looked at next.
  if (sentences.length === 0) return { ...withoutMeasure(row), sides, confidence: 0, status: 'open' };
  return remake(row, sides);
}
