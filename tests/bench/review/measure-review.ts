import type { AlignedBead } from '../../../core/alignment/align-texts.ts';
import type { EditedRow } from '../../../core/alignment/edit/edited-row.ts';
import { isDoubtful } from '../../../core/alignment/edit/review-rows.ts';
import type { AlignmentState } from '../../../renderer/features/alignment/alignment-state.ts';
import type { GoldText } from '../align/read-gold.ts';
import type { BeadPlaces } from '../align/score-alignment.ts';
import { listGoldRows, type GoldRows } from './gold-rows.ts';
import { LANGUAGES, openReview } from './open-review.ts';
import { countCharacters, countWords, NO_EFFORT, type ReviewEffort } from './review-effort.ts';
import { listBeads, listStretches } from './row-borders.ts';
import { playReview } from './scripted-reader.ts';

/** Rows by what they are and what is said of them. */
interface RowCounts {
  readonly rows: number;
  readonly wrong: number;
  readonly doubtful: number;
  /** Right rows that are called doubtful. */
  readonly falseAlarms: number;
  /** Wrong rows that are. */
  readonly caught: number;
}

/** What a review of one text took and came to. */
export interface MeasuredReview extends RowCounts {
  readonly sentences: number;
  readonly gold: readonly BeadPlaces[];
  readonly before: readonly BeadPlaces[];
  readonly after: readonly BeadPlaces[];
  /** Wrong rows that are there still. */
  readonly wrongAfter: number;
  /** Beads made by hand that cross, for which there are no rows. */
  readonly crossing: number;
  readonly givenUp: number;
  readonly keyCount: number;
  readonly rowsLookedAt: number;
  readonly effort: ReviewEffort;
  /** What it takes to read both texts from beginning to end, whatever is called doubtful. */
  readonly reading: ReviewEffort;
}

/**
 * Reviews a text whose rows are the beads of the aligner.
 * @param retune what a row is taken for, once it is measured.
 */
export function measureReview(
  text: GoldText,
  beads: readonly AlignedBead[],
  retune: (row: EditedRow) => EditedRow = (row) => row,
): MeasuredReview {
  const rows = beads.map(({ source, target }): BeadPlaces => [source, target]);
  const opened = retuneRows(openReview(text, rows, beads), retune);
  const lengths = { source: text.source.length, target: text.target.length };
  const gold = listGoldRows(text.gold, lengths);
  const review = playReview(opened, gold);
  return {
    ...countRows(opened, gold),
    sentences: text.source.length,
    gold: text.gold,
    before: rows,
    after: listBeads(review.state.edit.text.rows, LANGUAGES),
    wrongAfter: countRows(review.state, gold).wrong,
    crossing: gold.crossingCount,
    givenUp: review.givenUp,
    keyCount: review.keyCount,
    rowsLookedAt: review.rowsLookedAt,
    effort: review.effort,
    reading: {
      ...NO_EFFORT,
      chineseCharacters: countCharacters(text.source.join('')),
      englishWords: countWords(text.target.join(' ')),
    },
  };
}

function retuneRows(state: AlignmentState, retune: (row: EditedRow) => EditedRow): AlignmentState {
  const { edit } = state;
  return { ...state, edit: { ...edit, text: { ...edit.text, rows: edit.text.rows.map(retune) } } };
}

/** Counts the rows of an editor against the right ones. */
export function countRows({ edit, languages }: AlignmentState, gold: GoldRows): RowCounts {
  const { rows } = edit.text;
  const right = new Set(
    listStretches(rows, languages, gold)
      .filter(({ isRight }) => isRight)
      .map(({ from }) => from),
  );
  const doubtful = rows.flatMap((_, index) => (isDoubtful(rows, index) ? [right.has(index)] : []));
  const falseAlarms = doubtful.filter((isRight) => isRight).length;
  return {
    rows: rows.length,
    wrong: rows.length - right.size,
    doubtful: doubtful.length,
    falseAlarms,
    caught: doubtful.length - falseAlarms,
  };
}
