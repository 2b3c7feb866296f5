import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// Every test starts a process or two, on machines that may be busy.
const PATIENCE_MS = 60_000;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line; `hangUp` closes the reading end of its output at once, as `| true` does. */
function core(argv: readonly string[], hangUp = false): Promise<Ending> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/core-cli.ts', ...argv], { cwd: ROOT });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  if (hangUp) child.stdout.destroy();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('the command line', { timeout: PATIENCE_MS }, () => {
  test('prints JSON and nothing else', async () => {
    const { code, stdout, stderr } = await core(['search', '数字鸿沟', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject([
      { work: 'joint-statement-2016', unit: 'item-4', language: 'zh-Hans' },
    ]);
  });

  test('ends with the code of the outcome', async () => {
    const [usage, missing] = await Promise.all([core([]), core(['show', 'no-such-work'])]);
    expect({ code: usage.code, stdout: usage.stdout }).toEqual({ code: 2, stdout: '' });
    expect(usage.stderr).toContain('Usage:');
    expect(missing.code).toBe(1);
  });

  test('takes it that its reader stops listening', async () => {
    const { code, stderr } = await core(['show', 'joint-statement-2016', '--json'], true);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
