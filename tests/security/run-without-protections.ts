import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PROTECTIONS, type Edit, type Protection } from './protections.ts';
import { runTests, type TestOutcome } from './run-tests.ts';

/**
 * `npm run test:protections`: takes each protection out of a copy of the program and expects its test to fail there, and to
 * pass where nothing is taken out. `-- --write` puts the table into the docs, `-- --only <part of a name>` does a few.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCUMENT = path.join(ROOT, 'docs/security.md');
const BEGIN = '<!-- without protections: begin -->';
const END = '<!-- without protections: end -->';

/** What taking a protection away has come to. */
interface Verdict {
  readonly protection: Protection;
  /** A test that failed for it; undefined if none did. */
  readonly failed: string | undefined;
  readonly problem: string | undefined;
}

/** A copy of what git knows of, with the packages of the original. */
function copyProgram(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'duizhao-protections-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0')) {
    if (file !== '' && existsSync(path.join(ROOT, file)))
      cpSync(path.join(ROOT, file), path.join(copy, file));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

/** Changes a file of the copy and gives what undoes that. */
function applyEdit(folder: string, { file, from, to }: Edit): () => void {
  const target = path.join(folder, file);
  const source = readFileSync(target, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} does not hold exactly once: ${from}`);
  writeFileSync(
    target,
    source.replace(from, () => to),
  );
  return () => writeFileSync(target, source);
}

/** What each test comes to where nothing is taken away; several protections may share one. */
const whole = new Map<string, readonly TestOutcome[]>();

function runWhole(folder: string, test: Protection['test']): readonly TestOutcome[] {
  const key = JSON.stringify([test.file, test.fails, test.passes]);
  const outcomes = whole.get(key) ?? runTests(folder, test);
  whole.set(key, outcomes);
  return outcomes;
}

function takeAway(folder: string, protection: Protection): Verdict {
  const { edits, test } = protection;
  const outcomes = runWhole(folder, test);
  const broken = outcomes.find(({ hasPassed }) => !hasPassed);
  if (broken !== undefined || outcomes.length === 0) {
    return {
      protection,
      failed: undefined,
      problem: `fails with it: ${broken?.title ?? 'no test was found'}`,
    };
  }
  const restores = edits.map((edit) => applyEdit(folder, edit));
  try {
    return judge(protection, runTests(folder, test));
  } finally {
    for (const restore of restores.toReversed()) restore();
  }
}

function judge(protection: Protection, outcomes: readonly TestOutcome[]): Verdict {
  const { fails = '', passes, says = /(?:)/ } = protection.test;
  const failed = outcomes.find(
    ({ title, hasPassed, message }) => !hasPassed && title.includes(fails) && says.test(message),
  );
  const isAlive =
    passes === '' || outcomes.some(({ title, hasPassed }) => hasPassed && title.includes(passes));
  const problem =
    failed === undefined
      ? `no test fails as it should: ${JSON.stringify(outcomes.filter(({ hasPassed }) => !hasPassed))}`
      : isAlive
        ? undefined
        : `"${passes}" does not pass any more`;
  return { protection, failed: failed?.title, problem };
}

function formatVerdicts(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ protection: { name, test }, failed, problem }) => [
    name,
    `\`${test.file}\``,
    problem === undefined ? `fails: \`${(failed ?? '').replaceAll('`', "'")}\`` : 'DOES NOT FAIL',
  ]);
  const head = ['taken away', 'the test', 'what it does then'];
  const escaped = [head, head.map(() => '---'), ...rows].map((row) =>
    row.map((cell) => cell.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ')),
  );
  return escaped.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function writeDocument(table: string): void {
  const document = readFileSync(DOCUMENT, 'utf8');
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error('The document has no place for the table');
  writeFileSync(DOCUMENT, `${document.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${document.slice(end)}`);
  execFileSync(process.execPath, [
    path.join(ROOT, 'node_modules/prettier/bin/prettier.cjs'),
    '--write',
    DOCUMENT,
  ]);
}

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const folder = copyProgram();
try {
  const verdicts = PROTECTIONS.filter(({ name }) => name.includes(values.only)).map((protection) => {
    const verdict = takeAway(folder, protection);
    console.log(
      `${verdict.problem === undefined ? 'ok  ' : 'FAIL'} ${protection.name}: ${verdict.problem ?? verdict.failed}`,
    );
    return verdict;
  });
  const table = formatVerdicts(verdicts);
  console.log(`\n${table}\n`);
  if (values.write) writeDocument(table);
  if (verdicts.some(({ problem }) => problem !== undefined)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
