import papaparse from 'papaparse';
import type { AlignedText } from './select-editions.ts';

/** How a cell begins that a spreadsheet would compute, or one that {@link writeTsv} has marked. */
const MARKED = /^'*[=+\-@＝＋－＠\t\r\n]/u;

/**
 * The aligned text as a table with tabs between the columns: `unit`, `kind`, `number`, then a column for each edition under
 * its language tag. Cells with tabs, line breaks or quotes stand in quotes (RFC 4180). A cell that a spreadsheet would take
 * for a formula is marked with an apostrophe, and so is one that looks marked already: taking one apostrophe away from those
 * gives every text back to the letter.
 */
export function writeTsv({ editions, units }: AlignedText): string {
  const header = ['unit', 'kind', 'number', ...editions.map(({ language }) => language)];
  const rows = units.map(({ id, kind, number, texts }) =>
    [id, kind, number ?? '', ...texts].map(markFormula),
  );
  return `\uFEFF${papaparse.unparse([header, ...rows], { delimiter: '\t', newline: '\r\n' })}\r\n`;
}

function markFormula(cell: string): string {
  return MARKED.test(cell) ? `'${cell}` : cell;
}
