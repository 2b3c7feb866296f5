import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Runtime } from '../../tools/electron-runtime.ts';
import { describeLaunch, executableOf } from '../../tools/launch-app.ts';
import { judge, type Bench } from './bench.ts';
import { withFolder } from './bench-app.ts';

const ROUNDS = 5;

const BUDGET = { limit: 1500, on: 'p50' } as const;

/** Longer than a start should take; one that takes longer is only disturbed by it. */
const STAY_AWAY_MS = 4000;

/** What the desk leaves in the page's timeline once the text stands there. */
const MARK = 'duizhao:text-readable';

/** From just before the process is started until the text can be read, without and with what an earlier start left. */
export const startBench: Bench = {
  name: 'start',
  run: async ({ runtime }) => {
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await withFolder(async (userData) => {
        cold.push(await startOnce(runtime, userData));
        warm.push(await startOnce(runtime, userData));
      });
    }
    const how =
      'from before the process is started to the mark that the text is on the page, read over the debugging port';
    return [
      judge('start, new profile', 'ms', BUDGET, cold, `${how}; in a folder that nothing was ever kept in`),
      judge(
        'start, used profile',
        'ms',
        BUDGET,
        warm,
        `${how}; in a folder the program was started in before`,
      ),
    ];
  },
};

/** From just before the process is started in `userData` until the text can be read, in ms. */
export async function startOnce(runtime: Runtime, userData: string): Promise<number> {
  const { args, cwd, env } = describeLaunch({ userData });
  const startedAt = performance.timeOrigin + performance.now();
  // Not by Playwright, which halts the program until it has attached itself to it.
  const program = spawn(executableOf(runtime), [...args, '--remote-debugging-port=0'], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(program, 'exit');
  try {
    const endpoint = await readEndpoint(program.stderr);
    // Whoever attaches while the program starts slows it down, here by a fifth; what is read does not go away.
    await wait(STAY_AWAY_MS);
    const browser = await chromium.connectOverCDP(endpoint);
    const readableAt = await findReadableTime(browser);
    return readableAt - startedAt;
  } finally {
    program.kill('SIGTERM');
    await ended;
  }
}

async function readEndpoint(stderr: Readable): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface(stderr)) {
    const endpoint = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (endpoint !== undefined) {
      stderr.resume();
      return endpoint;
    }
    said.push(line);
  }
  throw new Error(`The program ended before its window was open:\n${said.join('\n')}`);
}

/** In ms since 1970. */
async function findReadableTime(browser: Browser): Promise<number> {
  const page = await firstPage(browser);
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, MARK);
  return page.evaluate(
    (mark) => performance.timeOrigin + (performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN),
    MARK,
  );
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser of the program has no pages');
  return context.pages()[0] ?? context.waitForEvent('page');
}
