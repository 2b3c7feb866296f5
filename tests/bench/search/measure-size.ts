import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BenchQuery } from './bench-query.ts';
import { Child } from './child.ts';
import type { PassAnswer } from './child-protocol.ts';
import type { SearchEngine } from './engine.ts';
import { openScan } from './engines/scan.ts';
import { writePairs, type Pair } from './pairs.ts';
import { summarize } from '../statistics.ts';

/** What was measured of one engine at one size. Times in ms, one for each query where there is a list. */
export interface EngineResult {
  readonly engine: string;
  readonly buildMs: number;
  readonly buildPeakBytes: number;
  readonly fileBytes: number;
  /** null for what is only built. */
  readonly searched: SearchedResult | null;
}

export interface SearchedResult {
  readonly openMs: number;
  /** The first time that each query was asked. */
  readonly coldMs: readonly number[];
  /** The median of the times after that, each of them right after all queries were asked once more. */
  readonly warmMs: readonly number[];
  /** After all queries, so that nothing that is made only when it is needed is left out. */
  readonly heapBytes: number;
  readonly processBytes: number;
  readonly addMs: number | null;
  /** Queries whose total is not that of the scan, as "query: found instead of there". */
  readonly wrongTotals: readonly string[];
}

export interface SizeResult {
  readonly units: number;
  readonly totals: readonly number[];
  readonly engines: readonly EngineResult[];
}

export interface SizeOptions {
  /** What `buildChild` gave. */
  readonly program: string;
  readonly engines: readonly SearchEngine[];
  readonly queries: readonly BenchQuery[];
  /** How often every engine is asked all queries, after the first time. */
  readonly passes: number;
  readonly folder: string;
  readonly describeQuery: (query: BenchQuery) => string;
}

/** How often the index is opened anew; the median counts. */
const OPENINGS = 3;

/** Builds, opens and asks all engines over the same pairs: taking turns, so that a slow minute is everybody's. */
export async function measureSize(pairs: readonly Pair[], options: SizeOptions): Promise<SizeResult> {
  const file = path.join(options.folder, `pairs-${pairs.length}.tsv`);
  writePairs(file, pairs);
  const scan = openScan(pairs);
  const totals = options.queries.map((query) => scan.search(query, 0).total);

  const built = [];
  for (const engine of options.engines) {
    console.error(`${pairs.length} units: ${engine.name} is built …`);
    const folder = path.join(options.folder, `${pairs.length}-${engine.name.replace(/\W+/g, '-')}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const child = new Child(options.program, engine.name, file, folder);
    const { ms, peakBytes } = await child.build();
    await child.end();
    built.push({
      engine: engine.name,
      folder,
      buildMs: ms,
      buildPeakBytes: peakBytes,
      fileBytes: measureFolder(folder),
    });
  }
  const searchable = built.filter(
    ({ engine }) => options.engines.find(({ name }) => name === engine)?.isOnlyBuilt !== true,
  );
  const searched = await searchAll(
    searchable.map(({ engine, folder }) => ({ engine, folder })),
    file,
    totals,
    options,
  );
  return {
    units: pairs.length,
    totals,
    engines: built.map(({ folder: _folder, ...rest }) => ({
      ...rest,
      searched: searched.get(rest.engine) ?? null,
    })),
  };
}

async function searchAll(
  engines: readonly { readonly engine: string; readonly folder: string }[],
  file: string,
  totals: readonly number[],
  { program, queries, passes, describeQuery }: SizeOptions,
): Promise<ReadonlyMap<string, SearchedResult>> {
  const openings = new Map<string, number[]>(engines.map(({ engine }) => [engine, []]));
  const children = new Map<string, Child>();
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    for (const { engine, folder } of engines) {
      await children.get(engine)?.end();
      const child = new Child(program, engine, file, folder);
      children.set(engine, child);
      openings.get(engine)?.push((await child.open()).ms);
    }
  }
  const answers = new Map<string, PassAnswer[]>(engines.map(({ engine }) => [engine, []]));
  for (let pass = 0; pass <= passes; pass += 1) {
    console.error(`asking all, ${pass} of ${passes} …`);
    for (const [engine, child] of children) {
      // Warm is what was asked a moment ago: the engines before it have filled the processor's caches with theirs.
      if (pass > 0) await child.pass(queries);
      answers.get(engine)?.push(await child.pass(queries));
    }
  }
  const results = new Map<string, SearchedResult>();
  for (const [engine, child] of children) {
    const [cold, ...warm] = answers.get(engine) ?? [];
    const memory = await child.memory();
    const add = await child.add();
    await child.end();
    results.set(engine, {
      openMs: summarize(openings.get(engine) ?? []).p50,
      coldMs: cold?.ms ?? [],
      warmMs: queries.map((_, index) => summarize(warm.map(({ ms }) => ms[index] ?? Number.NaN)).p50),
      ...memory,
      addMs: add.ms,
      wrongTotals: queries.flatMap((query, index) => {
        const found = cold?.totals[index];
        return found === totals[index]
          ? []
          : [`${describeQuery(query)}: ${String(found)} instead of ${String(totals[index])}`];
      }),
    });
  }
  return results;
}

function measureFolder(folder: string): number {
  return readdirSync(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
}
