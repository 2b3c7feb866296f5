import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCases, type OpenedTally, type Tally } from './run-cases.ts';
import { readSources } from './sources.ts';

const OUT_FILE = path.resolve(import.meta.dirname, '../../../out/bench-anchoring.json');
const CASES = 10_000;
/** `npm run bench:anchoring -- 42 2026` tries others. */
const ASKED = process.argv.slice(2).map(Number);
const SEEDS = ASKED.length > 0 ? ASKED : [20_160_625, 7, 1_234_567];

const ROWS: readonly (readonly [Exclude<keyof Tally, 'cases'>, string])[] = [
  ['right', 'on the right words'],
  ['wrong', 'on wrong words, though a careful reader would know'],
  ['wrongLookAlike', 'no reader could know: on other words of the old text'],
  ['wrongRetyped', 'no reader could know: on the same words, typed anew'],
  ['wrongSameUnit', 'no reader could know: in a unit that reads as before'],
  ['orphans', 'detached'],
  ['orphansStanding', 'detached though standing, and no careful reader would doubt it'],
  ['orphansStandingDoubtful', 'detached though standing, a careful reader may doubt'],
];

const OPENED_ROWS: readonly (readonly [keyof OpenedTally, string])[] = [
  ['givenUpRight', 'given up, though the words alone would be found, on the right words'],
  ['givenUpWrong', 'given up, though the words alone would be found, on wrong words'],
  ['shownOtherwise', 'shown by the opened text though given up, or elsewhere than planned'],
  ['notReturned', 'given up, and not on its words when the old text is put back'],
];

const reports = SEEDS.map((seed) => {
  const report = runCases(seed, CASES, readSources());
  const { truths, bySelectors, byBothTexts, opened } = report;
  console.log(`${CASES} cases, seed ${seed}`);
  console.log(
    `the words: standing in their unit ${truths.standing}, in another ${truths.elsewhere}, edited ${truths.edited}, gone ${truths.gone}`,
  );
  console.log('');
  console.log('| | selectors alone | both texts |');
  console.log('|---|---|---|');
  for (const [key, label] of ROWS) console.log(`| ${label} | ${bySelectors[key]} | ${byBothTexts[key]} |`);
  for (const [key, label] of OPENED_ROWS) console.log(`| ${label} | – | ${opened[key]} |`);
  console.log('');
  return report;
});
mkdirSync(path.dirname(OUT_FILE), { recursive: true });
writeFileSync(OUT_FILE, `${JSON.stringify(reports, null, 2)}\n`);
