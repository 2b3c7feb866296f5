import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { buildTextIndex } from '../../core/search/text-index.ts';
import { serializeWork } from '../../core/text/work-file.ts';
import { findLinkAt, indexLinks } from '../../core/text/link-index.ts';
import { spanText } from '../../core/text/text-span.ts';
import { segmentText, type Work } from '../../core/text/work.ts';
import { hoverWords, work } from '../e2e/desk.ts';
import { judge, type Bench, type BenchResult } from './bench.ts';
import { withApp, withFolder } from './bench-app.ts';
import { describeFrames, FRAME_BUDGET, timeFrames } from './frames.ts';
import { generateWork } from './generate-work.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const UNIT_COUNT = 5000;

const OPENINGS = 3;

const SCROLL_SECONDS = 6;

/** One notch of a usual wheel, in CSS px. */
const NOTCH = 120;

/** How many phrases the pointer is brought to. */
const HOVERS = 15;

const OF_UNITS = `${UNIT_COUNT.toLocaleString('en')} units`;

/** Scrolling a work of 5,000 units; and opening it and bringing the pointer to its words, for which there is no budget. */
export const longWorkBench: Bench = {
  name: 'long-work',
  run: () =>
    withFolder(async (appFolder) => {
      const generated = generateWork(work, UNIT_COUNT);
      placeProgram(appFolder, [generated]);
      const openings: number[] = [];
      for (let round = 1; round < OPENINGS; round += 1) {
        openings.push(await open(appFolder, readOpeningTime));
      }
      return open(appFolder, async (page) => {
        openings.push(await readOpeningTime(page));
        const lit = await measureLighting(page, generated);
        return [await measureScrolling(page, OF_UNITS), describeOpening(openings), lit];
      });
    }),
};

/** The built program with other works in place of its library. */
export function placeProgram(folder: string, works: readonly Work[]): void {
  cpSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  for (const part of ['main', 'preload', 'renderer']) {
    cpSync(path.join(ROOT, 'out', part), path.join(folder, 'out', part), { recursive: true });
  }
  for (const work of works) {
    const library = path.join(folder, 'out/library', work.id);
    mkdirSync(library, { recursive: true });
    writeFileSync(path.join(library, 'work.json'), JSON.stringify(serializeWork(work)));
    writeFileSync(path.join(library, 'search-index.json'), buildTextIndex(work));
  }
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
    `– opening ${OF_UNITS}`,
    'ms',
    null,
    openings,
    'from the beginning of the page to the mark that the text is there',
  );
}

/** Turns the wheel over the text and measures the time between frames. */
export async function measureScrolling(
  page: Page,
  what: string,
  scroller = '[role="document"]',
): Promise<BenchResult> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.mouse.move(width / 2, height / 2);
  const before = await readScrollTop(page, scroller);
  const frames = await timeFrames(page, async () => {
    const end = performance.now() + SCROLL_SECONDS * 1000;
    while (performance.now() < end) await page.mouse.wheel(0, NOTCH);
  });
  const distance = (await readScrollTop(page, scroller)) - before;
  if (distance < height) throw new Error(`The text has only moved by ${distance} px: nothing was measured`);
  return judge(
    `frames while scrolling ${what}`,
    'ms',
    FRAME_BUDGET,
    frames,
    `time between frames under the wheel for ${SCROLL_SECONDS} s over ${distance.toFixed(0)} px: ${describeFrames(frames)}`,
  );
}

function readScrollTop(page: Page, scroller: string): Promise<number> {
  return page.locator(scroller).evaluate((element) => element.scrollTop);
}

async function measureLighting(page: Page, generated: Work): Promise<BenchResult> {
  const samples: number[] = [];
  for (const { unit, words } of listLinkedWords(generated).slice(0, HOVERS)) {
    const waiting = await page.evaluateHandle(probeLighting, words);
    await hoverWords(page, unit, 'en', words);
    samples.push(await waiting.evaluate(({ measured }) => measured));
  }
  return judge(
    `– a phrase and its counterpart lit in ${OF_UNITS}`,
    'ms',
    null,
    samples,
    'from the pointer coming to linked words until the frame with both lit has been drawn',
  );
}

/** English words with a counterpart, each the first of its kind in its unit. */
function listLinkedWords(generated: Work): readonly { readonly unit: string; readonly words: string }[] {
  const units = new Map(generated.units.map((unit) => [unit.id, unit]));
  const index = indexLinks(generated);
  return generated.links.flatMap((link) => {
    const { unit: id, spans } = link;
    const unit = units.get(id);
    const [span] = spans['en'] ?? [];
    if (unit === undefined || span === undefined || spans['zh-Hans'] === undefined) return [];
    // Where links overlap, a shorter one may be lit.
    if (findLinkAt(index, id, 'en', span.start) !== link) return [];
    const text = segmentText(unit, 'en');
    const words = spanText(text, span);
    return text.indexOf(words) === span.start ? [{ unit: id, words }] : [];
  });
}

/** Runs in the page. */
function probeLighting(words: string): { readonly measured: Promise<number> } {
  const measured = new Promise<number>((resolve) => {
    const registry = CSS.highlights;
    let movedAt = Number.NaN;
    window.addEventListener('pointermove', ({ timeStamp }) => (movedAt = timeStamp), {
      capture: true,
      once: true,
    });
    // The registry tells nobody when it changes, so its own method does.
    registry.set = (name, ranges) => {
      HighlightRegistry.prototype.set.call(registry, name, ranges);
      const isLit =
        name === 'lit-link' &&
        [...ranges].some((range) => range instanceof Range && range.toString() === words);
      if (!isLit || Number.isNaN(movedAt)) return registry;
      Reflect.deleteProperty(registry, 'set');
      requestAnimationFrame(() => {
        // A task after the frame's callbacks comes when the frame has been drawn.
        void scheduler.postTask(() => resolve(performance.now() - movedAt), { priority: 'user-blocking' });
      });
      return registry;
    };
  });
  return { measured };
}
