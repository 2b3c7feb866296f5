import type { AlignedBead } from '../../../core/alignment/align-texts.ts';
import type { EditedRow } from '../../../core/alignment/edit/edited-row.ts';
import { DOUBTFUL_BELOW } from '../../../core/alignment/edit/review-rows.ts';
import type { GoldText } from '../align/read-gold.ts';
import { measureReview, type MeasuredReview } from './measure-review.ts';

/** What a review would be if all below another confidence were to be looked at. */
export interface TriedThreshold {
  readonly below: number;
  readonly reviews: readonly MeasuredReview[];
}

/** Reviews texts with other thresholds, and with the one there is. */
export function tryThresholds(
  aligned: readonly (readonly [GoldText, readonly AlignedBead[]])[],
  thresholds: readonly number[],
): readonly TriedThreshold[] {
  return [...new Set([...thresholds, DOUBTFUL_BELOW])]
    .toSorted((a, b) => a - b)
    .map((below) => ({
      below,
      reviews: aligned.map(([text, beads]) => measureReview(text, beads, (row) => retune(row, below))),
    }));
}

/** A row as unsure as can be where it is below the threshold, and sure where it is not. */
function retune(row: EditedRow, below: number): EditedRow {
  const tune = (sureness: number): number => (sureness < below ? 0 : 1);
  const { confidence, given } = row;
  return {
    ...row,
    confidence: confidence === null ? null : tune(confidence),
    ...(given === undefined ? {} : { given: { above: tune(given.above), below: tune(given.below) } }),
  };
}
