import type { AlignedBead } from '../../../core/alignment/align-texts.ts';
import type { EditedRow, EditedSentence, EditedText } from '../../../core/alignment/edit/edited-row.ts';
import type { LanguagePair } from '../../../core/alignment/edit/measure-rows.ts';
import {
  openAlignment,
  reduceAlignment,
  type AlignmentState,
} from '../../../renderer/features/alignment/alignment-state.ts';
import type { GoldText } from '../align/read-gold.ts';
import type { BeadPlaces } from '../align/score-alignment.ts';

/** The languages of the texts that were aligned by hand. */
export const LANGUAGES: LanguagePair = ['zh', 'en'];

/**
 * The editor with a text as a reader gets it, measured: every row some sentences that were put together, each sentence as
 * whoever aligned the text by hand divided it.
 * @param beads what the aligner makes of the text, by which the rows are measured.
 */
export function openReview(
  text: Pick<GoldText, 'source' | 'target'>,
  rows: readonly BeadPlaces[],
  beads: readonly AlignedBead[],
): AlignmentState {
  const opened = openAlignment(makeText(text, rows), LANGUAGES, false);
  return reduceAlignment(opened, {
    type: 'measured',
    languages: LANGUAGES,
    rows: opened.edit.text.rows,
    beads,
  });
}

function makeText(
  { source, target }: Pick<GoldText, 'source' | 'target'>,
  rows: readonly BeadPlaces[],
): EditedText {
  const made = rows.map(([sources, targets], index): EditedRow => {
    const id = `row-${index + 1}`;
    return {
      id,
      kind: 'paragraph',
      sides: {
        zh: makeSentences(
          id,
          sources.map((place) => source[place] ?? ''),
          '',
        ),
        en: makeSentences(
          id,
          targets.map((place) => target[place] ?? ''),
          ' ',
        ),
      },
      confidence: null,
      status: 'open',
    };
  });
  return { rows: made, reservedIds: new Set(made.map(({ id }) => id)) };
}

function makeSentences(unit: string, texts: readonly string[], gap: string): readonly EditedSentence[] {
  let start = 0;
  return texts.map((text, index): EditedSentence => {
    const origin = { unit, start };
    start += text.length + gap.length;
    return { text, correction: null, gap: index === texts.length - 1 ? null : gap, origin };
  });
}
