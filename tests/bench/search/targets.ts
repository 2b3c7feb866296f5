import { summarize } from '../statistics.ts';
import type { EngineResult, SearchedResult, SizeResult } from './measure-size.ts';

/** One of the aims of the search, held against what was measured. */
export interface Target {
  readonly name: string;
  readonly limit: number;
  readonly unit: '×' | 'MB' | 'ms' | 'queries';
  /** null where something that is needed for it was not measured. */
  readonly measured: number | null;
  readonly isMet: boolean | null;
}

const OURS = 'Duizhao';

/** The aims at the largest size: ratios are to what was measured in the same run. */
export function judgeTargets(result: SizeResult): readonly Target[] {
  const engine = (name: string): EngineResult | undefined =>
    result.engines.find((one) => one.engine === name);
  const ours = engine(OURS);
  const searched = ours?.searched ?? undefined;
  const times = (stat: 'p50' | 'p95', peer: string): number | undefined =>
    ratio(statOf(searched, stat), statOf(engine(peer)?.searched ?? undefined, stat));
  return [
    judge('p50 of all queries, to FTS5', 0.5, '×', times('p50', 'SQLite FTS5')),
    judge('p95 of all queries, to FTS5', 0.5, '×', times('p95', 'SQLite FTS5')),
    judge('p50 of all queries, to FlexSearch', 1, '×', times('p50', 'FlexSearch')),
    judge('p95 of all queries, to FlexSearch', 1, '×', times('p95', 'FlexSearch')),
    judge('p50 of all queries, to MiniSearch', 0.1, '×', times('p50', 'MiniSearch')),
    judge('p95 of all queries, to MiniSearch', 0.1, '×', times('p95', 'MiniSearch')),
    judge('heap beside the text', 60, 'MB', toMb(searched?.heapBytes)),
    judge('index files, to FTS5', 1, '×', ratio(ours?.fileBytes, engine('SQLite FTS5')?.fileBytes)),
    judge('opening', 300, 'ms', searched?.openMs),
    judge('building, to lunr', 1.5, '×', ratio(ours?.buildMs, engine('lunr')?.buildMs)),
    judge(
      'building, to lunr with an index per work',
      1.5,
      '×',
      ratio(ours?.buildMs, engine('lunr, one index per work')?.buildMs),
    ),
    judge('adding a work of 200 units', 500, 'ms', searched?.addMs ?? undefined),
    judge('queries with a wrong total', 0, 'queries', searched?.wrongTotals.length),
  ];
}

function statOf(searched: SearchedResult | undefined, stat: 'p50' | 'p95'): number | undefined {
  return searched === undefined ? undefined : summarize(searched.warmMs)[stat];
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}

function toMb(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : bytes / 1e6;
}

function judge(name: string, limit: number, unit: Target['unit'], measured: number | undefined): Target {
  if (measured === undefined) return { name, limit, unit, measured: null, isMet: null };
  return { name, limit, unit, measured, isMet: measured <= limit };
}
