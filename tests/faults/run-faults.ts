import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatFaults, replaceTable } from './fault-table.ts';
import { clearLedger, readLedger } from './ledger.ts';

/** `npm run test:faults`: every fault, then one table of what was tried and lost; `-- --write` puts it into the docs. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCUMENT = path.join(ROOT, 'docs/reliability.md');

/** Runs one of the project's own programs and gives its exit code. */
function run(program: string, ...args: readonly string[]): number {
  const file = path.join(ROOT, 'node_modules', program);
  return spawnSync(process.execPath, [file, ...args], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
clearLedger();
const codes = [
  run('vitest/vitest.mjs', 'run', '--config', 'tests/faults/vitest.faults.config.ts'),
  run('@playwright/test/cli.js', 'test', '--config', 'tests/faults/playwright.faults.config.ts'),
];
const table = formatFaults(readLedger());
console.log(`\n${table}\n`);
if (values.write && existsSync(DOCUMENT)) {
  writeFileSync(DOCUMENT, replaceTable(readFileSync(DOCUMENT, 'utf8'), table));
}
process.exitCode = Math.max(...codes);
