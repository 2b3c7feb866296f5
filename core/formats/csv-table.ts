import papaparse from 'papaparse';

/**
 * How a cell begins that a spreadsheet computes, or whose beginning it skips; some take full-width signs for the narrow ones.
 * Papa Parse's own pattern overlooks cells of several lines.
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/u;

/** What a spreadsheet needs. */
export interface CsvOptions {
  /** Whether to begin with a byte order mark, by which Excel knows UTF-8. */
  readonly hasByteOrderMark: boolean;
}

/**
 * A table as CSV (RFC 4180), its first row the header. What a spreadsheet would take for a formula is marked as text,
 * so that opening a file runs nothing.
 */
export function writeCsvTable(
  rows: readonly (readonly (string | number)[])[],
  { hasByteOrderMark }: CsvOptions,
): string {
  const table = papaparse.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: FORMULA, newline: '\r\n' },
  );
  return `${hasByteOrderMark ? '\uFEFF' : ''}${table}\r\n`;
}
