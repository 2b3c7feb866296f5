import { summarize } from '../statistics.ts';
import type { Machine } from '../report.ts';
import { QUERY_KINDS, type BenchQuery, type QueryKind } from './bench-query.ts';
import type { EngineResult, SizeResult } from './measure-size.ts';
import type { Target } from './targets.ts';

/** The content of out/bench-search.json. */
export interface SearchBenchReport {
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly machine: Machine;
  /** Where the pairs are from. */
  readonly source: string;
  readonly engines: readonly { readonly name: string; readonly description: string }[];
  readonly queries: readonly { readonly kind: QueryKind; readonly text: string }[];
  readonly sizes: readonly SizeResult[];
  /** At the largest size. */
  readonly targets: readonly Target[];
}

/** The report for a person, in Markdown. */
export function formatSearchReport(report: SearchBenchReport, queries: readonly BenchQuery[]): string {
  const { machine, sizes } = report;
  const largest = sizes.at(-1);
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.platform}, Node ${machine.node}, ` +
      `load ${machine.load.toFixed(1)} at the beginning, ${report.date}`,
    `${report.queries.length} queries over ${report.source}; every engine in a process of its own, taking turns in one run`,
    '',
    ...report.engines.map(({ name, description }) => `- ${name}: ${description}`),
    ...sizes.flatMap((size) => ['', `## ${count(size.units)} units`, '', ...formatSize(size)]),
    ...(largest === undefined
      ? []
      : [
          '',
          `## By kind of query, ${count(largest.units)} units, warm, p50 (max) in ms`,
          '',
          ...formatKinds(largest, queries),
        ]),
    '',
    '## Cost as the library grows, Duizhao, warm, p50 in ms (units found)',
    '',
    ...formatCurve(sizes, queries),
    '',
    `## Targets at ${count(largest?.units ?? 0)} units`,
    '',
    ...table(['target', 'limit', 'measured', ''], report.targets.map(formatTarget)),
    ...sizes.flatMap(listWrong),
  ].join('\n');
}

function formatSize({ engines }: SizeResult): readonly string[] {
  const head = [
    'engine',
    'build',
    'peak',
    'files',
    'open',
    'heap',
    'process',
    'cold p50',
    'cold p95',
    'p50',
    'p95',
    'max',
    'p50 ×',
    'p95 ×',
    'wrong',
  ];
  const ours = engines.find(({ engine }) => engine === 'Duizhao');
  return table(
    head,
    engines.map((result) => formatEngine(result, ours)),
  );
}

function formatEngine(result: EngineResult, ours: EngineResult | undefined): readonly string[] {
  const { searched } = result;
  const build = [
    result.engine,
    `${seconds(result.buildMs)} s`,
    `${megabytes(result.buildPeakBytes)} MB`,
    `${megabytes(result.fileBytes)} MB`,
  ];
  if (searched === null) return [...build, ...Array.from({ length: 11 }, () => '')];
  const warm = summarize(searched.warmMs);
  const cold = summarize(searched.coldMs);
  const mine = ours?.searched === null || ours === undefined ? warm : summarize(ours.searched.warmMs);
  return [
    ...build,
    `${number(searched.openMs)} ms`,
    `${megabytes(searched.heapBytes)} MB`,
    `${megabytes(searched.processBytes)} MB`,
    ...[cold.p50, cold.p95, warm.p50, warm.p95, warm.max].map(number),
    number(mine.p50 / warm.p50),
    number(mine.p95 / warm.p95),
    String(searched.wrongTotals.length),
  ];
}

function formatKinds(size: SizeResult, queries: readonly BenchQuery[]): readonly string[] {
  const searched = size.engines.filter((engine) => engine.searched !== null);
  return table(
    ['kind', 'found', ...searched.map(({ engine }) => engine)],
    presentKinds(queries).map((kind) => {
      const indexes = indexesOf(queries, kind);
      const found = summarize(indexes.map((index) => size.totals[index] ?? 0));
      return [
        kind,
        `${found.min}–${found.max}`,
        ...searched.map((engine) => {
          const { p50, max } = summarize(
            indexes.map((index) => engine.searched?.warmMs[index] ?? Number.NaN),
          );
          return `${number(p50)} (${number(max)})`;
        }),
      ];
    }),
  );
}

function formatCurve(sizes: readonly SizeResult[], queries: readonly BenchQuery[]): readonly string[] {
  return table(
    ['kind', ...sizes.map(({ units }) => count(units))],
    presentKinds(queries).map((kind) => {
      const indexes = indexesOf(queries, kind);
      return [
        kind,
        ...sizes.map((size) => {
          const ours = size.engines.find(({ engine }) => engine === 'Duizhao')?.searched;
          const ms = summarize(indexes.map((index) => ours?.warmMs[index] ?? Number.NaN)).p50;
          return `${number(ms)} (${summarize(indexes.map((index) => size.totals[index] ?? 0)).p50})`;
        }),
      ];
    }),
  );
}

function presentKinds(queries: readonly BenchQuery[]): readonly QueryKind[] {
  return QUERY_KINDS.filter((kind) => queries.some((query) => query.kind === kind));
}

function indexesOf(queries: readonly BenchQuery[], kind: QueryKind): readonly number[] {
  return queries.flatMap((query, index) => (query.kind === kind ? [index] : []));
}

function formatTarget({ name, limit, unit, measured, isMet }: Target): readonly string[] {
  const value = measured === null ? 'not measured' : `${number(measured)} ${unit}`;
  return [name, `≤ ${limit} ${unit}`, value, isMet === null ? '' : isMet ? 'met' : 'NOT MET'];
}

function listWrong({ units, engines }: SizeResult): readonly string[] {
  const lines = engines.flatMap(({ engine, searched }) =>
    (searched?.wrongTotals ?? []).map((wrong) => `- ${engine} at ${count(units)}: ${wrong}`),
  );
  return lines.length === 0 ? [] : ['', 'Totals that differ from the scan:', ...lines];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const format = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [format(head), rule, ...rows.map(format)];
}

function count(units: number): string {
  return units.toLocaleString('en');
}

function seconds(ms: number): string {
  return number(ms / 1000);
}

function megabytes(bytes: number): string {
  return number(bytes / 1e6);
}

/** Three digits are more than repeats. */
function number(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(Math.abs(value) >= 1 ? 2 : 3);
}
