import type { ConcordanceAnswer } from '../../../core/concordance/concordance-question.ts';

/** What a page draws without stalling; the export has all. */
const MAX_COLUMNS = 120;
const MAX_ROWS = 300;

type Matrix = Extract<ConcordanceAnswer, { view: 'matrix' }>;

/** The part of a matrix that is drawn: its first rows and columns, or of its rows only those rendered in several ways. */
export function limitMatrix(
  { columns, rows }: Matrix,
  isInconsistentOnly: boolean,
): Pick<Matrix, 'columns' | 'rows'> & { readonly isCut: boolean } {
  const wanted = isInconsistentOnly ? rows.filter((row) => row.isInconsistent) : rows;
  const shown = wanted.slice(0, MAX_ROWS).map((row) => ({
    ...row,
    renderings: row.renderings
      .slice(0, MAX_ROWS)
      .map((one) => ({ ...one, counts: one.counts.slice(0, MAX_COLUMNS) })),
  }));
  const isCut =
    columns.length > MAX_COLUMNS ||
    wanted.length > MAX_ROWS ||
    wanted.some(({ renderings }) => renderings.length > MAX_ROWS);
  return { columns: columns.slice(0, MAX_COLUMNS), rows: shown, isCut };
}
