import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const LEDGER_FILE = path.resolve(import.meta.dirname, '../../out/faults/ledger.jsonl');

/** One line of the table: what was tried, how often, and what came of it. */
export interface FaultRow {
  readonly what: string;
  /** 0 for what could not be tried on this machine. */
  readonly times: number;
  /** Files that could not be read afterwards and had not been damaged by the test itself. */
  readonly unreadable: number;
  /** Notes that had been acknowledged and were gone, or older than acknowledged. */
  readonly lost: number;
  /** Files nobody will ever need, still there after the next start. */
  readonly leftOver: number;
  /** Changes that neither succeeded nor were told to have failed; damage that was not told. */
  readonly untold: number;
  /** What else the reader of the table should know. */
  readonly detail: string;
}

/** Adds a row; the table is printed when all have been written. */
export function recordFault(row: FaultRow): void {
  mkdirSync(path.dirname(LEDGER_FILE), { recursive: true });
  appendFileSync(LEDGER_FILE, `${JSON.stringify(row)}\n`);
}

/** Adds a row for something this machine does not allow. */
export function recordUntried(what: string, reason: string): void {
  recordFault({ what, times: 0, unreadable: 0, lost: 0, leftOver: 0, untold: 0, detail: reason });
}

/** Forgets the rows of an earlier run. */
export function clearLedger(): void {
  rmSync(LEDGER_FILE, { force: true });
}

/** The rows of this run, in the order of their names. */
export function readLedger(): readonly FaultRow[] {
  if (!existsSync(LEDGER_FILE)) return [];
  return readFileSync(LEDGER_FILE, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as FaultRow)
    .toSorted((a, b) => a.what.localeCompare(b.what, 'en'));
}
