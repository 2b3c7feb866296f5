import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeRuntime, prepareApp } from '../../tools/launch-app.ts';
import type { Bench, BenchResult } from './bench.ts';
import { alignmentKeysBench } from './review/alignment-keys.ts';
import { highlightBench } from './highlight.ts';
import { libraryNotesBench } from './library-notes.ts';
import { fullLibraryBench } from './full-library.ts';
import { longWorkBench } from './long-work.ts';
import { manyNotesBench } from './many-notes.ts';
import { memoryBench } from './memory.ts';
import { noteBench } from './note.ts';
import { describeMachine, formatReport, type BenchReport } from './report.ts';
import { notesListBench } from './notes-list.ts';
import { openWorkBench } from './open-work.ts';
import { searchInAppBench } from './search-in-app.ts';
import { searcherBench } from './searcher.ts';
import { seldomQueriesBench } from './seldom-queries.ts';
import { startBench } from './start.ts';
import { toolbarBench } from './toolbar.ts';

const OUT_FILE = path.resolve(import.meta.dirname, '../../out/bench.json');

const BENCHES: readonly Bench[] = [
  startBench,
  toolbarBench,
  highlightBench,
  noteBench,
  manyNotesBench,
  openWorkBench,
  libraryNotesBench,
  notesListBench,
  searchInAppBench,
  searcherBench,
  seldomQueriesBench,
  fullLibraryBench,
  longWorkBench,
  alignmentKeysBench,
  memoryBench,
];

const NAMES = BENCHES.map(({ name }) => name).join(', ');

/** Which benches, and how large. */
function readArguments(): { readonly benches: readonly Bench[]; readonly isLarge: boolean } {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, large: { type: 'boolean', default: false } },
  });
  const { only, large } = values;
  const unknown = only?.filter((name) => !BENCHES.some((bench) => bench.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`There is no bench "${unknown.join('", "')}"; there are ${NAMES}`);
  return { benches: BENCHES.filter(({ name }) => only?.includes(name) ?? true), isLarge: large };
}

async function runBenches(): Promise<void> {
  const { benches, isLarge } = readArguments();
  const runtime = await prepareApp();
  const machine = describeMachine();
  const results: BenchResult[] = [];
  const failures: Error[] = [];
  for (const bench of benches) {
    console.error(`${bench.name} …`);
    try {
      results.push(...(await bench.run({ runtime, isLarge })));
    } catch (error) {
      // The others can still be measured.
      failures.push(new Error(`The bench "${bench.name}" is broken`, { cause: error }));
    }
  }
  const report: BenchReport = {
    runtime: describeRuntime(runtime),
    machine,
    date: new Date().toISOString(),
    results,
  };
  mkdirSync(path.dirname(OUT_FILE), { recursive: true });
  writeFileSync(OUT_FILE, `${JSON.stringify(report, undefined, 2)}\n`);
  console.log(formatReport(report));
  console.log(`\nAlso in ${path.relative(process.cwd(), OUT_FILE)}`);
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be measured');
}

await runBenches();
