import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { buildStandin } from '../../../tools/electron-standin/build.ts';

/** The small app in tests/fixtures. */
export const SAMPLE_APP = path.resolve(import.meta.dirname, '../../fixtures/standin-app');

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A run of the sample app. */
export interface SampleRun {
  readonly pid: number;
  readonly ended: Promise<ProcessEnd>;
  /** Everything it has said on stderr. */
  readonly errors: () => string;
}

/** How to start the sample app. */
export interface SampleOptions {
  /** What SAMPLE_MODE tells it to do wrong. */
  readonly mode?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly executable?: string;
}

/** A folder for one test's runs of the sample app, which are ended with it. */
export interface SampleDesk {
  readonly userData: string;
  readonly start: (options?: SampleOptions) => Promise<SampleRun>;
  /** What the app has noted, oldest first. */
  readonly notes: () => string[];
  readonly waitForNote: (note: string) => Promise<void>;
  /** Every process that has this test's folder in its command line: the app's and its browser's. */
  readonly processes: () => number[];
  readonly clean: () => Promise<void>;
}

const WAIT = { timeout: 30_000, interval: 20 };

/** Makes the surroundings of a test. */
export function openDesk(): SampleDesk {
  const folder = mkdtempSync(path.join(tmpdir(), 'standin-test-'));
  const userData = path.join(folder, 'user-data');
  const log = path.join(folder, 'notes');
  const runs: { child: ChildProcess; ended: Promise<ProcessEnd> }[] = [];
  const notes = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []);

  return {
    userData,
    notes,
    waitForNote: (note) =>
      vi.waitFor(() => {
        if (!notes().some((line) => line.startsWith(note)))
          throw new Error(`"${note}" is not among ${notes().join(', ')}`);
      }, WAIT),
    start: async ({ mode = '', args = [], env = {}, executable } = {}) => {
      const program = executable ?? path.join(await buildStandin(), 'electron');
      const appArguments = executable === undefined ? [SAMPLE_APP] : [];
      const child = spawn(program, [...appArguments, `--user-data-dir=${userData}`, ...args], {
        env: { ...process.env, STANDIN_HEADLESS: '1', SAMPLE_MODE: mode, SAMPLE_LOG: log, ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let errors = '';
      child.stderr.setEncoding('utf8').on('data', (text) => (errors += String(text)));
      const ended = new Promise<ProcessEnd>((resolve) => {
        child.on('close', (code, signal) => resolve({ code, signal }));
      });
      runs.push({ child, ended });
      return { pid: child.pid ?? 0, ended, errors: () => errors };
    },
    processes: () => findProcesses(folder),
    clean: async () => {
      for (const { child, ended } of runs) {
        child.kill('SIGKILL');
        await ended;
      }
      // Those that a test has halted do not end by themselves.
      for (const pid of findProcesses(folder)) killIfThere(pid);
      await waitUntil(() => findProcesses(folder).length === 0);
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Waits for something that becomes true by itself. */
export async function waitUntil(isTrue: () => boolean): Promise<void> {
  await vi.waitFor(() => {
    if (!isTrue()) throw new Error('has not happened');
  }, WAIT);
}

/** The browser's own process among those of a desk: the one that is told of the debugging pipe. */
export function findBrowser(desk: SampleDesk): number {
  const browser = desk.processes().find((pid) => {
    const commandLine = readCommandLine(pid);
    return commandLine.includes('--remote-debugging-pipe') && !commandLine.includes('--type=');
  });
  if (browser === undefined) throw new Error('there is no browser');
  return browser;
}

function findProcesses(text: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && readCommandLine(pid).includes(text));
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended since it was found.
  }
}

function readCommandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It has ended since the folder was listed.
    return '';
  }
}
