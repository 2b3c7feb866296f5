import type { FaultRow } from './ledger.ts';

const HEAD = [
  'what was tried',
  'times',
  'files unreadable',
  'acknowledged notes lost',
  'files left over',
  'outcomes not told',
  'remarks',
] as const;

const BEGIN = '<!-- what was tried: begin -->';
const END = '<!-- what was tried: end -->';

/** What was tried and lost, as one Markdown table with columns of even width. */
export function formatFaults(rows: readonly FaultRow[]): string {
  const cells = rows.map((row) =>
    row.times === 0
      ? [row.what, 'not tried here', '–', '–', '–', '–', row.detail]
      : [row.what, row.times, row.unreadable, row.lost, row.leftOver, row.untold, row.detail].map((cell) =>
          typeof cell === 'number' ? cell.toLocaleString('en') : cell,
        ),
  );
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(HEAD), rule, ...cells.map(line)].join('\n');
}

function isNumber(column: number): boolean {
  return column > 0 && column < HEAD.length - 1;
}

/** A document with its table replaced by a new one. */
export function replaceTable(document: string, table: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('The document has no place for the table');
  return `${document.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${document.slice(end)}`;
}
