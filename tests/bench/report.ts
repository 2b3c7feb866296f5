import { cpus, loadavg, totalmem } from 'node:os';
import type { BenchResult } from './bench.ts';

/** The machine the numbers are of; without it they say nothing. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly platform: string;
  /** How many processes wanted a core in the last minute: far above none, and the machine was not the bench's own. */
  readonly load: number;
  /** How long a fixed computation takes, in ms: shared and throttled cores are slower than their name. */
  readonly loopMs: number;
}

/** The content of out/bench.json. */
export interface BenchReport {
  /** 'Chromium stand-in', or Electron with its version. */
  readonly runtime: string;
  readonly machine: Machine;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly results: readonly BenchResult[];
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    load: loadavg()[0] ?? 0,
    loopMs: timeLoop(),
  };
}

/** Steps that each need the one before, so that nothing but the speed of one core counts. */
const LOOP_STEPS = 30_000_000;

function timeLoop(): number {
  const start = performance.now();
  let value = 0;
  for (let step = 0; step < LOOP_STEPS; step += 1) value = (value * 31 + step) | 0;
  // The value is used, or the loop could be left out.
  return performance.now() - start + (Number.isNaN(value) ? 1 : 0);
}

const HEAD = ['what', 'budget', 'p50', 'p95', 'max', 'times', ''] as const;

/** The report for a person: one table, and below it what each row is about. */
export function formatReport(report: BenchReport): string {
  const { machine, results } = report;
  const rows = [HEAD, ...results.map(formatResult)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === HEAD.length - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [
    `Measured on the ${report.runtime}, ${report.date}`,
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.platform}, Node ${machine.node}`,
    `load ${machine.load.toFixed(1)}; ${LOOP_STEPS / 1e6} million steps of a loop take ${machine.loopMs.toFixed(0)} ms`,
    '',
    ...lines,
    '',
    ...results.map(({ name, detail }) => `${name}: ${detail}`),
  ].join('\n');
}

function formatResult({ name, budget, measured, unit, isMet }: BenchResult): readonly string[] {
  const value = (number: number | undefined) => (number === undefined ? '–' : formatNumber(number));
  return [
    name,
    budget === null ? '' : `${budget.on} ≤ ${budget.limit} ${unit}`,
    value(measured?.p50),
    value(measured?.p95),
    value(measured?.max),
    String(measured?.count ?? 0),
    isMet === null ? (measured === null ? 'not measured' : '') : isMet ? 'met' : 'MISSED',
  ];
}

/** Three digits are more than repeats. */
function formatNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
