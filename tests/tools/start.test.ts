import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const START = path.resolve(import.meta.dirname, '../../tools/start.ts');

let folder = '';
let child: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'duizhao-start-'));
});

afterEach(() => {
  child?.kill('SIGKILL');
  for (const pid of findProcesses('')) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

/** The processes that work on this test's folder and have `text` in their command line. */
function findProcesses(text: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid)) return false;
      try {
        const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return commandLine.includes(folder) && commandLine.includes(text);
      } catch {
        return false;
      }
    });
}

function start(env: Readonly<Record<string, string>>): { output: () => string; ended: Promise<unknown[]> } {
  const args = ['--import', 'tsx', START, `--user-data-dir=${folder}`];
  const started = spawn(process.execPath, args, { env: { ...process.env, STANDIN_HEADLESS: '1', ...env } });
  child = started;
  let output = '';
  for (const stream of [started.stdout, started.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += String(text)));
  return { output: () => output, ended: once(started, 'close') };
}

test(
  'the program starts, says in one line on what, and ends with Ctrl+C, leaving nothing behind',
  { timeout: 120_000 },
  async () => {
    const program = start({ DUIZHAO_RUNTIME: 'stand-in' });
    await vi.waitFor(() => expect(findProcesses('--type=renderer')).not.toEqual([]), {
      timeout: 90_000,
      interval: 100,
    });
    child?.kill('SIGINT');
    expect((await program.ended)[0]).toBe(0);
    expect(program.output()).toBe(
      'Duizhao runs on the Chromium stand-in for Electron, as DUIZHAO_RUNTIME asks.\n',
    );
    await vi.waitFor(() => expect(findProcesses('')).toEqual([]), { timeout: 10_000 });
  },
);

test('a runtime there is not is named', { timeout: 60_000 }, async () => {
  const program = start({ DUIZHAO_RUNTIME: 'firefox' });
  expect((await program.ended)[0]).toBe(1);
  expect(program.output()).toBe('DUIZHAO_RUNTIME is "firefox"; it can be "electron" or "stand-in"\n');
});
