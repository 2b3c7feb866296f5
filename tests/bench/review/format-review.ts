import { scoreAlignments, type BeadPlaces } from '../align/score-alignment.ts';
import type { MeasuredReview } from './measure-review.ts';
import type { ParagraphCounts } from './measure-paragraphs.ts';
import { addEfforts, estimateMinutes, NO_EFFORT, type ReviewEffort } from './review-effort.ts';
import type { TriedThreshold } from './try-thresholds.ts';

/** What a reader is promised to review in minutes. */
const PROMISED_SENTENCES = 300;

/** Reviews of some texts as one. */
export interface ReviewSummary {
  readonly rows: number;
  readonly wrong: number;
  readonly doubtful: number;
  readonly falseAlarms: number;
  readonly caught: number;
  readonly wrongAfter: number;
  readonly crossing: number;
  readonly givenUp: number;
  readonly keys: number;
  readonly rowsLookedAt: number;
  readonly strictBefore: number;
  readonly strictAfter: number;
  readonly laxBefore: number;
  readonly laxAfter: number;
  /** For 300 sentences of the first language. */
  readonly minutes: number;
  /** For reading both texts from beginning to end. */
  readonly minutesOfReading: number;
}

export function summarizeReviews(reviews: readonly MeasuredReview[]): ReviewSummary {
  const sum = (of: (review: MeasuredReview) => number): number =>
    reviews.reduce((total, review) => total + of(review), 0);
  const score = (of: (review: MeasuredReview) => readonly BeadPlaces[]) =>
    scoreAlignments(reviews.map((review) => ({ gold: review.gold, beads: of(review) })));
  const [before, after] = [score((review) => review.before), score((review) => review.after)];
  const estimate = (of: (review: MeasuredReview) => ReviewEffort): number => {
    const all = estimateMinutes(reviews.map(of).reduce(addEfforts, NO_EFFORT));
    return (all * PROMISED_SENTENCES) / sum(({ sentences }) => sentences);
  };
  return {
    rows: sum(({ rows }) => rows),
    wrong: sum(({ wrong }) => wrong),
    doubtful: sum(({ doubtful }) => doubtful),
    falseAlarms: sum(({ falseAlarms }) => falseAlarms),
    caught: sum(({ caught }) => caught),
    wrongAfter: sum(({ wrongAfter }) => wrongAfter),
    crossing: sum(({ crossing }) => crossing),
    givenUp: sum(({ givenUp }) => givenUp),
    keys: sum(({ keyCount }) => keyCount),
    rowsLookedAt: sum(({ rowsLookedAt }) => rowsLookedAt),
    strictBefore: round(before.strictF1, 4),
    strictAfter: round(after.strictF1, 4),
    laxBefore: round(before.laxF1, 4),
    laxAfter: round(after.laxF1, 4),
    minutes: round(
      estimate(({ effort }) => effort),
      1,
    ),
    minutesOfReading: round(
      estimate(({ reading }) => reading),
      1,
    ),
  };
}

/** Reviews text by text, and in all. */
export function formatReviews(
  reviews: readonly { readonly name: string; readonly review: MeasuredReview }[],
): string {
  const head = [
    'text',
    'sentences',
    'rows',
    'wrong',
    'doubtful',
    'right of these',
    'looked at',
    'keys',
    'left wrong',
    'crossing',
    'strict F1',
    'lax F1',
    'min / 300',
    'reading all',
  ];
  const line = (name: string, some: readonly MeasuredReview[]): readonly string[] => {
    const summary = summarizeReviews(some);
    const sentences = some.reduce((total, review) => total + review.sentences, 0);
    return [
      name,
      ...[
        sentences,
        summary.rows,
        summary.wrong,
        summary.doubtful,
        summary.falseAlarms,
        summary.rowsLookedAt,
        summary.keys,
        summary.wrongAfter,
        summary.crossing,
      ].map(String),
      `${summary.strictBefore.toFixed(3)} → ${summary.strictAfter.toFixed(3)}`,
      `${summary.laxBefore.toFixed(3)} → ${summary.laxAfter.toFixed(3)}`,
      summary.minutes.toFixed(1),
      summary.minutesOfReading.toFixed(1),
    ];
  };
  return formatTable([
    head,
    ...reviews.map(({ name, review }) => line(name, [review])),
    line(
      'all',
      reviews.map(({ review }) => review),
    ),
  ]);
}

/** What is won and lost by looking at more rows or fewer. */
export function formatThresholds(tried: readonly TriedThreshold[]): string {
  const head = [
    'doubtful below',
    'doubtful rows',
    'wrong caught',
    'right called doubtful',
    'left wrong',
    'strict F1 after',
    'min / 300',
  ];
  const lines = tried.map(({ below, reviews }) => {
    const summary = summarizeReviews(reviews);
    return [
      below.toFixed(2),
      String(summary.doubtful),
      formatShare(summary.caught, summary.wrong),
      formatShare(summary.falseAlarms, summary.rows - summary.wrong),
      String(summary.wrongAfter),
      summary.strictAfter.toFixed(3),
      summary.minutes.toFixed(1),
    ];
  });
  return formatTable([head, ...lines]);
}

/** What is said of paragraphs, in a sentence. */
export function formatParagraphs(counts: readonly ParagraphCounts[]): string {
  const sum = (of: (one: ParagraphCounts) => number): number =>
    counts.reduce((total, one) => total + of(one), 0);
  const [right, falseAlarms] = [sum((one) => one.right), sum((one) => one.falseAlarms)];
  const [wrong, caught] = [sum((one) => one.wrong), sum((one) => one.caught)];
  return (
    `rows of whole paragraphs: ${falseAlarms} of ${right} right ones are called doubtful (${formatShare(falseAlarms, right)}), ` +
    `${caught} of ${wrong} that slipped by a sentence (${formatShare(caught, wrong)})`
  );
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function formatShare(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
