import path from 'node:path';
import type { Page } from '@playwright/test';
import { judge, unmeasured, type Bench } from './bench.ts';
import { withApp, withFolder } from './bench-app.ts';
import { measureTreeMemory } from './process-memory.ts';
import { summarize } from './statistics.ts';

const EMPTY_APP = path.resolve(import.meta.dirname, '../fixtures/empty-app');

const NAME = 'memory over an empty window';

const BUDGET = { limit: 250, on: 'p50' } as const;

const ROUNDS = 3;

/** How many frames pass before each measurement, and how many are taken of one start. */
const REST_FRAMES = 60;
const MEASUREMENTS = 5;

/** All processes with the joint statement open, minus the same of a window with nothing in it. */
export const memoryBench: Bench = {
  name: 'memory',
  run: async () => {
    if (process.platform !== 'linux') {
      return [
        unmeasured(
          NAME,
          'MB',
          BUDGET,
          `proportional set sizes are only known on Linux, not on ${process.platform}`,
        ),
      ];
    }
    const differences: number[] = [];
    const apps: number[] = [];
    const empties: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const empty = await measure(EMPTY_APP);
      const app = await measure();
      empties.push(empty);
      apps.push(app);
      differences.push(app - empty);
    }
    const median = (values: readonly number[]) => summarize(values).p50.toFixed(0);
    return [
      judge(
        NAME,
        'MB',
        BUDGET,
        differences,
        `PSS of all processes (MB = 1,000,000 bytes): ${median(apps)} MB with the joint statement open, ${median(empties)} MB for an empty window`,
      ),
    ];
  },
};

/** In MB; the highest of several measurements of one start. */
async function measure(appFolder?: string): Promise<number> {
  return withFolder((userData) =>
    withApp({ userData, ...(appFolder === undefined ? {} : { appFolder }) }, async ({ app, page }) => {
      const { pid } = app.process();
      if (pid === undefined) throw new Error('The program has no process');
      const samples: number[] = [];
      for (let count = 0; count < MEASUREMENTS; count += 1) {
        await letFramesPass(page);
        samples.push(measureTreeMemory(pid) / 1e6);
      }
      return Math.max(...samples);
    }),
  );
}

/** Gives the page time to load its fonts and to settle. */
async function letFramesPass(page: Page): Promise<void> {
  await page.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        let left = count;
        const next = () => {
          left -= 1;
          if (left > 0) requestAnimationFrame(next);
          else resolve();
        };
        requestAnimationFrame(next);
      }),
    REST_FRAMES,
  );
}
