import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from '../report.ts';
import { formatQuery, parseBenchQuery, type BenchQuery } from './bench-query.ts';
import { buildChild } from './build-child.ts';
import { ENGINES } from './engines.ts';
import { generatePairs } from './generate-pairs.ts';
import { measureSize, type SizeResult } from './measure-size.ts';
import { readPairs, type Pair } from './pairs.ts';
import { pickQueries } from './pick-queries.ts';
import { formatSearchReport, type SearchBenchReport } from './search-report.ts';
import { installNativeSqlite } from './sqlite.ts';
import { judgeTargets } from './targets.ts';

const OUT_FILE = path.resolve(import.meta.dirname, '../../../out/bench-search.json');
const SIZES = [1000, 10_000, 100_000];
const PASSES = 9;

const HELP = `npm run bench:search -- [PAIRS.tsv [QUERIES.txt]] [--sizes 1000,10000] [--passes ${PASSES}] [--only ENGINE]…

Measures the search beside lunr, MiniSearch, FlexSearch, SQLite FTS5 and a substring scan, all in one run.

PAIRS.tsv    one unit a line: Chinese, a tab, English; UTF-8. Every 200 are taken for a work. Without it the pairs are
             made up, with the vocabulary of a natural language.
QUERIES.txt  one query a line: 网络 security connect* "hard disk" -server, with zh: and en: before a part where you
             like; all must be found. Without it queries of all kinds are picked from the first pairs.
--sizes      how many units, of ${SIZES.join(', ')}; larger ones than there are pairs become all there are.
--only       engines by name (several times for several), of ${ENGINES.map(({ name }) => name).join(', ')}.

lunr with one index over everything takes many minutes at 100,000 units: there it must be named.
The table is also the content of out/bench-search.json.`;

interface Options {
  readonly pairsFile: string | undefined;
  readonly queriesFile: string | undefined;
  readonly sizes: readonly number[];
  readonly passes: number;
  readonly only: readonly string[] | undefined;
}

/** null when only help is wanted. */
function readOptions(): Options | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      sizes: { type: 'string', default: SIZES.join(',') },
      passes: { type: 'string', default: String(PASSES) },
      only: { type: 'string', multiple: true },
    },
  });
  if (values.help) return null;
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new Error('--sizes takes whole numbers');
  const [pairsFile, queriesFile] = positionals;
  return { pairsFile, queriesFile, sizes, passes: Number(values.passes), only: values.only };
}

async function run({ pairsFile, queriesFile, sizes, passes, only }: Options): Promise<void> {
  const machine = describeMachine();
  const why = installNativeSqlite();
  if (why !== null)
    console.error(`better-sqlite3 could not be installed (${why}): SQLite in WebAssembly stands in`);
  const pairs = pairsFile === undefined ? generatePairs(Math.max(...sizes)) : readPairs(pairsFile);
  const queries =
    queriesFile === undefined ? pickQueries(pairs.slice(0, Math.min(...sizes))) : readQueries(queriesFile);
  const engines = ENGINES.filter(({ name }) => only?.includes(name) ?? true);
  const describe = (results: readonly SizeResult[]): SearchBenchReport => {
    const largest = results.at(-1);
    return {
      date: new Date().toISOString(),
      machine,
      source: pairsFile === undefined ? 'generated pairs' : path.basename(pairsFile),
      engines: engines.map((engine) => ({ name: engine.name, description: engine.describe() })),
      queries: queries.map((query) => ({ kind: query.kind, text: formatQuery(query) })),
      sizes: results,
      targets: largest === undefined ? [] : judgeTargets(largest),
    };
  };
  // After each size, so that a run that is given up leaves what it has.
  const save = (results: readonly SizeResult[]): void => {
    mkdirSync(path.dirname(OUT_FILE), { recursive: true });
    writeFileSync(OUT_FILE, `${JSON.stringify(describe(results), undefined, 1)}\n`);
  };
  const isNamed = only !== undefined;
  const results = await measureSizes(pairs, queries, { sizes, passes, engines, isNamed, save });
  console.log(formatSearchReport(describe(results), queries));
  console.log(`\nAlso in ${path.relative(process.cwd(), OUT_FILE)}`);
}

async function measureSizes(
  pairs: readonly Pair[],
  queries: readonly BenchQuery[],
  options: {
    readonly sizes: readonly number[];
    readonly passes: number;
    readonly engines: typeof ENGINES;
    readonly isNamed: boolean;
    readonly save: (results: readonly SizeResult[]) => void;
  },
): Promise<readonly SizeResult[]> {
  const program = await buildChild();
  const folder = mkdtempSync(path.join(tmpdir(), 'duizhao-bench-search-'));
  try {
    const results: SizeResult[] = [];
    const sizes = new Set(options.sizes.map((size) => Math.min(size, pairs.length)));
    for (const size of [...sizes].toSorted((a, b) => a - b)) {
      const { passes, isNamed } = options;
      const engines = options.engines.filter(({ mostUnits = Infinity }) => isNamed || size <= mostUnits);
      results.push(
        await measureSize(pairs.slice(0, size), {
          program,
          engines,
          passes,
          queries,
          folder,
          describeQuery: formatQuery,
        }),
      );
      options.save(results);
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readQueries(file: string): readonly BenchQuery[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(parseBenchQuery);
}

const options = readOptions();
if (options === null) console.log(HELP);
else await run(options);
