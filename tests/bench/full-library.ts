import { on } from 'node:events';
import { watch } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openRevisionShelf } from '../../electron/main/storage/revision-shelf.ts';
import { segmentText } from '../../core/text/work.ts';
import type { Runtime } from '../../tools/electron-runtime.ts';
import { work } from '../e2e/desk.ts';
import { judge, type Bench, type BenchResult } from './bench.ts';
import { withApp, withFolder } from './bench-app.ts';
import { describeFrames, FRAME_BUDGET, timeFrames } from './frames.ts';
import { generatePairs } from './search/generate-pairs.ts';
import { makeWorkOfPairs } from './search/make-work-of-pairs.ts';
import { cutIntoWorks, UNITS_OF_A_WORK, type Pair } from './search/pairs.ts';
import { startOnce } from './start.ts';

const WORKS = 500;

const OF_LIBRARY = `a library of ${WORKS} texts with ${(WORKS * UNITS_OF_A_WORK).toLocaleString('en')} clauses`;

/** Starts of either kind, in turn, so that a slow minute of the machine is both's; single ones differ by a third. */
const STARTS = 15;

const KEY_BUDGET = { limit: 100, on: 'p95' } as const;

/** Every so manyth clause gives a query. */
const QUERY_EVERY = 9973;

const QUERY_LENGTH = 4;

const COMMON = '的';

/** No list of results shows more units. */
const SHOWN_UNITS = 100;

/** What a full library costs: the start beside that of an empty one, and searching all texts on screen. */
export const fullLibraryBench: Bench = {
  name: 'full-library',
  run: ({ runtime }) =>
    withFolder((userData) => {
      const pairs = generatePairs(WORKS * UNITS_OF_A_WORK);
      const texts = listTexts(pairs);
      fillShelf(userData, pairs);
      return withFolder(async (empty) => {
        const indexing = await withApp({ userData }, ({ page }) => indexAllTexts(page, userData, texts));
        const starts = await compareStarts(runtime, empty, userData);
        // In a program of its own: what was just made is not still being written while the frames are drawn.
        const searching = await withApp({ userData }, ({ page }) => searchAllTexts(page, texts));
        return [...starts, indexing, ...searching];
      });
    }),
};

function fillShelf(userData: string, pairs: readonly Pair[]): void {
  const shelf = openRevisionShelf(path.join(userData, 'library'), () => new Date(Date.UTC(2026, 0, 1)));
  for (const [index, own] of cutIntoWorks(pairs).entries()) {
    const kept = shelf.keep({ work: makeWorkOfPairs(own, index), origin: 'file', name: '' });
    if (!kept.ok) throw new Error(kept.failure.detail);
  }
}

async function compareStarts(runtime: Runtime, empty: string, full: string): Promise<readonly BenchResult[]> {
  // The first start in a folder makes what later ones find there.
  await startOnce(runtime, empty);
  const times = { empty: [] as number[], full: [] as number[] };
  for (let round = 0; round < STARTS; round += 1) {
    const start = {
      empty: async () => times.empty.push(await startOnce(runtime, empty)),
      full: async () => times.full.push(await startOnce(runtime, full)),
    };
    // Neither is always the one that comes after the other.
    for (const kind of round % 2 === 0 ? (['empty', 'full'] as const) : (['full', 'empty'] as const))
      await start[kind]();
  }
  const how =
    'from before the process is started to the mark that the text is on the page, in turn with the other';
  const inLibrary = judge(`start with ${OF_LIBRARY}`, 'ms', null, times.full, how);
  const inEmpty = judge('– start with an empty library', 'ms', null, times.empty, how);
  const [a, b] = [inLibrary.measured?.p50 ?? Number.NaN, inEmpty.measured?.p50 ?? Number.NaN];
  return [{ ...inLibrary, detail: `${how}: ${(a / b).toFixed(2)} times the empty one's p50` }, inEmpty];
}

/** All Chinese of the library, with that of the text that ships. */
function listTexts(pairs: readonly Pair[]): readonly string[] {
  return [...pairs.map(({ zh }) => zh), ...work.units.map((unit) => segmentText(unit, 'zh-Hans'))];
}

/** The first search of all texts, which makes their index, until that is on the disk. */
async function indexAllTexts(page: Page, userData: string, texts: readonly string[]): Promise<BenchResult> {
  const kept = waitForFile(path.join(userData, 'library'), 'search-index.bin');
  const frames = await timeFrames(page, async () => {
    await beginSearch(page, texts);
    await kept;
  });
  return judge(
    `frames while the index of ${OF_LIBRARY} is made`,
    'ms',
    FRAME_BUDGET,
    frames,
    describeFrames(frames),
  );
}

async function waitForFile(folder: string, name: string): Promise<void> {
  const watcher = watch(folder);
  for await (const [, changed] of on(watcher, 'change')) if (changed === name) break;
  watcher.close();
}

/** Asks all texts for something common, and waits until all of them have answered. */
async function beginSearch(page: Page, texts: readonly string[]): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.insertText(COMMON);
  await page.getByRole('radio', { name: 'All texts' }).click();
  await waitForCount(page, countUnits(texts, COMMON), 300_000);
}

async function searchAllTexts(page: Page, texts: readonly string[]): Promise<readonly BenchResult[]> {
  await beginSearch(page, texts);
  const box = page.getByRole('searchbox').first();
  const keys: number[] = [];
  // Counted beforehand: it takes the processor that the frames are drawn with.
  const typed = listQueries(texts).map((query) => planKeys(query, texts));
  const frames = await timeFrames(page, async () => {
    for (const plan of typed) {
      await box.fill('');
      let shown = 0;
      for (const { key, expected } of plan) {
        // Where as many are found as before, the page cannot tell when the new ones stand there.
        if (expected === shown) await page.keyboard.insertText(key);
        else keys.push(await timeKey(page, key, expected));
        shown = expected;
      }
      await waitForList(page, Math.min(shown, SHOWN_UNITS));
    }
  });
  return [
    judge(
      `a key in the search of ${OF_LIBRARY}, on screen`,
      'ms',
      KEY_BUDGET,
      keys,
      'from the input event of a key until the frame with its count and first results has been drawn',
    ),
    judge(`frames while searching ${OF_LIBRARY}`, 'ms', FRAME_BUDGET, frames, describeFrames(frames)),
  ];
}

/** Chinese of common and rare beginnings, from all over the library. */
function listQueries(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text, index) => {
    const query = /\p{Script=Han}+/u.exec(text)?.[0].slice(0, QUERY_LENGTH);
    return index % QUERY_EVERY === 0 && query !== undefined ? [query] : [];
  });
}

/** The keys of a query, with how many units are found when each has been pressed. */
function planKeys(
  query: string,
  texts: readonly string[],
): readonly { readonly key: string; readonly expected: number }[] {
  return Array.from({ length: query.length }, (_, index) => ({
    key: query.slice(index, index + 1),
    expected: countUnits(texts, query.slice(0, index + 1)),
  }));
}

function countUnits(texts: readonly string[], query: string): number {
  return texts.filter((text) => text.includes(query)).length;
}

async function timeKey(page: Page, key: string, expected: number): Promise<number> {
  const waiting = await page.evaluateHandle(probeCount, `${expected.toLocaleString('en')} clause`);
  await page.keyboard.insertText(key);
  return waiting.evaluate(({ measured }) => measured);
}

/** Waits until the list is drawn to its end: what comes after the first results takes frames as well. */
async function waitForList(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (all) => document.querySelectorAll('[role="listbox"] [role="group"]').length === all,
    count,
  );
}

async function waitForCount(page: Page, count: number, timeout: number): Promise<void> {
  const status = page.getByRole('status').filter({ hasText: `${count.toLocaleString('en')} clause` });
  await status.waitFor({ timeout });
}

/** Runs in the page: from the next input until a frame has been drawn with a status that begins so. */
function probeCount(words: string): { readonly measured: Promise<number> } {
  const measured = new Promise<number>((resolve) => {
    let typedAt = Number.NaN;
    window.addEventListener('input', ({ timeStamp }) => (typedAt = timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const isThere = [...document.querySelectorAll('[role="status"]')].some((status) =>
        status.textContent.startsWith(words),
      );
      if (Number.isNaN(typedAt) || !isThere) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A task after the frame's callbacks comes when the frame has been drawn.
        void scheduler.postTask(() => resolve(performance.now() - typedAt), { priority: 'user-blocking' });
      });
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return { measured };
}
