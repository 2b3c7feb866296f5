import { refuse, replaceRows, type EditOutcome } from './edit-outcome.ts';
import {
  mapSides,
  sideOf,
  shownText,
  type EditedSentence,
  type EditedText,
  type EditPlace,
} from './edited-row.ts';

/**
 * Splits a sentence in two at a caret.
 * @param caret in UTF-16 code units of the words as they are shown, correction and all.
 */
export function splitSentence(text: EditedText, place: EditPlace, caret: number): EditOutcome {
  const row = text.rows[place.row];
  const sentence = row === undefined ? undefined : sideOf(row, place.language)[place.sentence];
  if (row === undefined || sentence === undefined) return refuse('nothing-to-split');
  const parts = divideSentence(sentence, caret);
  if (parts.some((part) => shownText(part).trim() === '')) return refuse('nothing-to-split');
  const sides = mapSides(row, (sentences, language) =>
    language === place.language ? sentences.toSpliced(place.sentence, 1, ...parts) : sentences,
  );
  return replaceRows(text, place.row, 1, {
    rows: [{ ...row, sides }],
    place: { ...place, sentence: place.sentence + 1 },
  });
}

/** White space at the caret becomes the gap between the two parts. */
function divideSentence(sentence: EditedSentence, caret: number): readonly [EditedSentence, EditedSentence] {
  const shown = shownText(sentence);
  const upper = shown.slice(0, caret).trimEnd();
  const lower = shown.slice(caret).trimStart();
  const gap = shown.slice(upper.length, shown.length - lower.length);
  const [sourceEnd, sourceStart] =
    sentence.correction === null
      ? [upper.length, shown.length - lower.length]
      : findSourceCut(sentence.text, sentence.correction, upper.length, shown.length - lower.length);
  const part = (source: string, words: string): Pick<EditedSentence, 'text' | 'correction'> => ({
    text: source,
    correction: source === words ? null : words,
  });
  return [
    { ...sentence, ...part(sentence.text.slice(0, sourceEnd), upper), gap },
    {
      ...sentence,
      ...part(sentence.text.slice(sourceStart), lower),
      origin: { ...sentence.origin, start: sentence.origin.start + sourceStart },
    },
  ];
}

/** Where the source is cut when its correction is: at the same words where these are as they were, else behind what was replaced. */
function findSourceCut(
  source: string,
  correction: string,
  upperEnd: number,
  lowerStart: number,
): readonly [end: number, start: number] {
  const { prefix, suffix } = findCommonEnds(source, correction);
  if (lowerStart <= prefix) return [upperEnd, lowerStart];
  const shift = source.length - correction.length;
  if (upperEnd >= correction.length - suffix) return [upperEnd + shift, lowerStart + shift];
  // Nothing of the source may get lost: what was replaced stays whole, with the upper part.
  const cut = source.length - suffix;
  return [cut, cut];
}

/** How many code units two texts share at their beginnings, and of what is left at their ends. */
export function findCommonEnds(
  one: string,
  other: string,
): { readonly prefix: number; readonly suffix: number } {
  const shorter = Math.min(one.length, other.length);
  let prefix = 0;
  while (prefix < shorter && one[prefix] === other[prefix]) prefix += 1;
  let suffix = 0;
  while (suffix < shorter - prefix && one.at(-1 - suffix) === other.at(-1 - suffix)) suffix += 1;
  return { prefix, suffix };
}
