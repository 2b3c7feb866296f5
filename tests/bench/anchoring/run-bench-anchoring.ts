import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCases, type Tally } from './run-cases.ts';
import { readSources } from './sources.ts';

const OUT_FILE = path.resolve(import.meta.dirname, '../../../out/bench-anchoring.json');
const CASES = 10_000;
const SEED = 20_160_625;

const ROWS: readonly (readonly [keyof Tally, string])[] = [
  ['right', 'on the right words'],
  ['orphans', 'detached'],
  ['wrong', 'on wrong words, though the texts tell'],
  ['wrongUndecidable', 'on wrong words, the texts do not tell'],
  ['orphansStanding', 'detached though standing, though the texts tell'],
  ['orphansStandingUndecidable', 'detached though standing, the texts do not tell'],
];

const report = runCases(SEED, CASES, readSources());
const { truths, undecidable, bySelectors, byBothTexts } = report;
console.log(`${CASES} cases, seed ${SEED}; the texts do not tell in ${undecidable}`);
console.log(
  `the words: standing in their unit ${truths.standing}, in another ${truths.elsewhere}, edited ${truths.edited}, gone ${truths.gone}`,
);
console.log('');
console.log('| | selectors alone | both texts |');
console.log('|---|---|---|');
for (const [key, label] of ROWS) console.log(`| ${label} | ${bySelectors[key]} | ${byBothTexts[key]} |`);
mkdirSync(path.dirname(OUT_FILE), { recursive: true });
writeFileSync(OUT_FILE, `${JSON.stringify(report, null, 2)}\n`);
