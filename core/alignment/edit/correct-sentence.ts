import { refuse, replaceRows, type EditOutcome } from './edit-outcome.ts';
import { mapSides, shownText, sideOf, type EditedText, type EditPlace } from './edited-row.ts';

/** Puts other words over a sentence; those of the source are kept under them. The row stays as it was reviewed. */
export function correctSentence(text: EditedText, place: EditPlace, words: string): EditOutcome {
  if (words.trim() === '') return refuse('blank');
  const row = text.rows[place.row];
  const sentence = row === undefined ? undefined : sideOf(row, place.language)[place.sentence];
  if (row === undefined || sentence === undefined || shownText(sentence) === words)
    return refuse('unchanged');
  const corrected = { ...sentence, correction: words === sentence.text ? null : words };
  const sides = mapSides(row, (sentences, language) =>
    language === place.language ? sentences.with(place.sentence, corrected) : sentences,
  );
  return replaceRows(text, place.row, 1, { rows: [{ ...row, sides }], place });
}

/** Takes the correction of a sentence away: its words are those of the source again. */
export function takeCorrectionBack(text: EditedText, place: EditPlace): EditOutcome {
  const row = text.rows[place.row];
  const sentence = row === undefined ? undefined : sideOf(row, place.language)[place.sentence];
  return sentence === undefined ? refuse('unchanged') : correctSentence(text, place, sentence.text);
}
