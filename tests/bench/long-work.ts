import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { buildTextIndex } from '../../core/search/text-index.ts';
import { serializeWork } from '../../core/text/work-file.ts';
import { work } from '../e2e/desk.ts';
import { judge, type Bench, type BenchResult } from './bench.ts';
import { withApp, withFolder } from './bench-app.ts';
import { generateWork } from './generate-work.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const UNIT_COUNT = 5000;

const OPENINGS = 3;

const SCROLL_SECONDS = 6;

/** One notch of a usual wheel, in CSS px. */
const NOTCH = 120;

const FRAME_BUDGET = { limit: 50, on: 'max' } as const;

/** Scrolling a work of 5,000 units, and opening it. */
export const longWorkBench: Bench = {
  name: 'long-work',
  run: () =>
    withFolder(async (appFolder) => {
      placeProgram(appFolder);
      const openings: number[] = [];
      for (let round = 1; round < OPENINGS; round += 1) {
        openings.push(await open(appFolder, readOpeningTime));
      }
      return open(appFolder, async (page) => {
        openings.push(await readOpeningTime(page));
        return [...(await measureScrolling(page)), describeOpening(openings)];
      });
    }),
};

/** The built program with a generated work in place of its library. */
function placeProgram(folder: string): void {
  const generated = generateWork(work, UNIT_COUNT);
  cpSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  for (const part of ['main', 'preload', 'renderer']) {
    cpSync(path.join(ROOT, 'out', part), path.join(folder, 'out', part), { recursive: true });
  }
  const library = path.join(folder, 'out/library', generated.id);
  mkdirSync(library, { recursive: true });
  writeFileSync(path.join(library, 'work.json'), JSON.stringify(serializeWork(generated)));
  writeFileSync(path.join(library, 'search-index.json'), buildTextIndex(generated));
}

function open<Value>(appFolder: string, use: (page: Page) => Promise<Value>): Promise<Value> {
  return withFolder((userData) => withApp({ appFolder, userData }, ({ page }) => use(page)));
}

/** From the beginning of the page's loading, so without the start of the process. */
function readOpeningTime(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByName('duizhao:text-readable')[0]?.startTime ?? Number.NaN,
  );
}

function describeOpening(openings: readonly number[]): BenchResult {
  return judge(
    `– opening ${UNIT_COUNT.toLocaleString('en')} units`,
    'ms',
    null,
    openings,
    'from the beginning of the page to the mark that the text is there',
  );
}

async function measureScrolling(page: Page): Promise<readonly BenchResult[]> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.mouse.move(width / 2, height / 2);
  const before = await readScrollTop(page);
  const recording = await page.evaluateHandle(recordFrames);
  const end = performance.now() + SCROLL_SECONDS * 1000;
  while (performance.now() < end) await page.mouse.wheel(0, NOTCH);
  const frames = await recording.evaluate(({ stop }) => stop());
  const distance = (await readScrollTop(page)) - before;
  if (distance < height) throw new Error(`The text has only moved by ${distance} px: nothing was measured`);
  const rate = (frames.length * 1000) / frames.reduce((sum, frame) => sum + frame, 0);
  const late = frames.filter((frame) => frame > FRAME_BUDGET.limit).length;
  return [
    judge(
      `frames while scrolling ${UNIT_COUNT.toLocaleString('en')} units`,
      'ms',
      FRAME_BUDGET,
      frames,
      `time between frames under the wheel for ${SCROLL_SECONDS} s over ${(distance / 1000).toFixed(0)},000 px: ` +
        `${rate.toFixed(1)} frames a second, ${late} frames over ${FRAME_BUDGET.limit} ms`,
    ),
  ];
}

function readScrollTop(page: Page): Promise<number> {
  return page.locator('[role="document"]').evaluate((element) => element.scrollTop);
}

/** Runs in the page: notes the times between its frames, in ms, until it is stopped. */
function recordFrames(): { readonly stop: () => readonly number[] } {
  const times: number[] = [];
  let frame = 0;
  const note = (now: number) => {
    times.push(now);
    frame = requestAnimationFrame(note);
  };
  frame = requestAnimationFrame(note);
  return {
    stop: () => {
      cancelAnimationFrame(frame);
      return times.slice(1).map((time, index) => time - (times[index] ?? Number.NaN));
    },
  };
}
