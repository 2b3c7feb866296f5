import type { LanguageTag } from '../../text/language.ts';
import { refuse, replaceRows, type EditOutcome } from './edit-outcome.ts';
import {
  createRowId,
  mapSides,
  remake,
  shownText,
  sideOf,
  type EditedRow,
  type EditedSentence,
  type EditedText,
  type EditPlace,
} from './edited-row.ts';

/**
 * Splits the row before the sentence. The upper part keeps the id and the number, the lower one gets an id of its own. The
 * other languages are cut where about the same share of their words is above.
 */
export function splitRow(text: EditedText, place: EditPlace): EditOutcome {
  const row = text.rows[place.row];
  const sentences = row === undefined ? [] : sideOf(row, place.language);
  if (row === undefined || place.sentence < 1 || place.sentence >= sentences.length) {
    return refuse('nothing-to-split');
  }
  return replaceRows(text, place.row, 1, {
    rows: divideRow(row, place.language, place.sentence, createRowId(text, row.id)),
    place: { ...place, row: place.row + 1, sentence: 0 },
  });
}

/** A row as two, the second of them beginning with a sentence of a language. */
export function divideRow(
  row: EditedRow,
  language: LanguageTag,
  sentence: number,
  lowerId: string,
): readonly [EditedRow, EditedRow] {
  const own = sideOf(row, language);
  const share = countLetters(own.slice(0, sentence)) / Math.max(1, countLetters(own));
  const cutOf = (sentences: readonly EditedSentence[], of: LanguageTag): number =>
    of === language ? sentence : findCut(sentences, share);
  const { number: _, ...unnumbered } = row;
  return [
    remake(
      row,
      mapSides(row, (sentences, of) => sentences.slice(0, cutOf(sentences, of))),
    ),
    remake(
      { ...unnumbered, id: lowerId },
      mapSides(row, (sentences, of) => sentences.slice(cutOf(sentences, of))),
    ),
  ];
}

/** Before which sentence a side has to be cut so that a share of its letters, as nearly as can be, stands above. */
function findCut(sentences: readonly EditedSentence[], share: number): number {
  const wanted = share * countLetters(sentences);
  const distance = (cut: number): number => Math.abs(countLetters(sentences.slice(0, cut)) - wanted);
  const cuts = Array.from({ length: sentences.length + 1 }, (_, cut) => cut);
  return cuts.reduce((best, cut) => (distance(cut) < distance(best) ? cut : best), 0);
}

function countLetters(sentences: readonly EditedSentence[]): number {
  return sentences.reduce((sum, sentence) => sum + shownText(sentence).length, 0);
}
