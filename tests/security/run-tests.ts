import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Protection } from './protections.ts';

/** What came of one test. */
export interface TestOutcome {
  readonly title: string;
  readonly hasPassed: boolean;
  /** What a failed one said. */
  readonly message: string;
}

/** Vitest's and Playwright's reports, as far as they are read. */
interface VitestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** Runs the tests a protection names, in a checkout, each in its own report. */
export function runTests(folder: string, test: Protection['test']): readonly TestOutcome[] {
  const report = path.join(folder, 'report.json');
  rmSync(report, { force: true });
  const [program, ...args] =
    test.kind === 'unit'
      ? ['vitest/vitest.mjs', 'run', test.file, '--reporter=json', `--outputFile=${report}`]
      : ['@playwright/test/cli.js', 'test', test.file, '--reporter=json', ...grep(test)];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(folder, 'node_modules', program ?? ''), ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  );
  if (!existsSync(report)) throw new Error(`${test.file} gave no report:\n${stdout}\n${stderr}`);
  const content: unknown = JSON.parse(readFileSync(report, 'utf8'));
  return test.kind === 'unit'
    ? readVitest(content as VitestReport)
    : readPlaywright(content as PlaywrightSuite);
}

/** Only what is asked for: a journey takes its time. */
function grep({ fails = '', passes }: Protection['test']): readonly string[] {
  return ['-g', `${fails}|${passes}`];
}

function readVitest({ testResults }: VitestReport): readonly TestOutcome[] {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      title: fullName,
      hasPassed: status === 'passed',
      message: (failureMessages ?? []).join('\n'),
    })),
  );
}

function readPlaywright({ suites = [], specs = [] }: Partial<PlaywrightSuite>): readonly TestOutcome[] {
  const own = specs.map(({ title, ok, tests }) => ({
    title,
    hasPassed: ok,
    message: tests
      .flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message = '' }) => message)))
      .join('\n'),
  }));
  return [...own, ...suites.flatMap(readPlaywright)];
}
