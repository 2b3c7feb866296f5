import type { WordMove } from '../../text/word-moves.ts';
import type { LanguageTag } from '../../text/language.ts';
import { gapBehind } from './compose-segment.ts';
import { shownText, type EditedRow, type EditedSentence } from './edited-row.ts';
import { findCommonEnds } from './split-sentence.ts';

/** Where every sentence of the source stands in the text that the rows make; of a corrected one, what the correction has left. */
export function listWordMoves(rows: readonly EditedRow[]): readonly WordMove[] {
  return rows.flatMap(({ id, sides }) =>
    Object.entries(sides).flatMap(([language, sentences]) => {
      let newStart = 0;
      return sentences.flatMap((sentence) => {
        const moves = moveSentence(sentence, language, { newUnit: id, newStart });
        newStart += shownText(sentence).length + gapBehind(sentence, language).length;
        return moves;
      });
    }),
  );
}

function moveSentence(
  { text, correction, origin }: EditedSentence,
  language: LanguageTag,
  to: Pick<WordMove, 'newUnit' | 'newStart'>,
): readonly WordMove[] {
  const { unit, start } = origin;
  const end = start + text.length;
  if (correction === null) return [{ language, unit, start, end, ...to }];
  const { prefix, suffix } = findCommonEnds(text, correction);
  const moves: readonly WordMove[] = [
    { language, unit, start, end: start + prefix, ...to },
    { ...to, language, unit, start: end - suffix, end, newStart: to.newStart + correction.length - suffix },
  ];
  return moves.filter((move) => move.end > move.start);
}
