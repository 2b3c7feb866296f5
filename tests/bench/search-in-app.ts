import type { Page } from '@playwright/test';
import { createSearcher } from '../../core/search/searcher.ts';
import { buildTextIndex, loadTextIndex } from '../../core/search/text-index.ts';
import { work } from '../e2e/desk.ts';
import { judge, type Bench } from './bench.ts';
import { withApp, withFolder } from './bench-app.ts';

const BUDGET = { limit: 100, on: 'p95' } as const;

/** Typed letter by letter, as a reader would. */
const QUERIES = [
  '网络主权',
  '信息网络空间',
  'sovereignty',
  'information space',
  '"digital divide"',
  'en:cooperat*',
] as const;

const ROUNDS = 3;

/** From a key in the search box until its results are drawn, with the joint statement open. */
export const searchInAppBench: Bench = {
  name: 'search-in-app',
  run: () =>
    withFolder((userData) =>
      withApp({ userData }, async ({ page }) => {
        const samples: number[] = [];
        await page.keyboard.press('/');
        for (let round = 0; round < ROUNDS; round += 1) {
          for (const query of QUERIES) samples.push(...(await typeQuery(page, query)));
        }
        return [
          judge(
            'search in the joint statement, on screen',
            'ms',
            BUDGET,
            samples,
            'from the input event of a key until the frame with its results has been drawn; of the keys that change how many clauses are found',
          ),
        ];
      }),
    ),
};

async function typeQuery(page: Page, query: string): Promise<readonly number[]> {
  await page.getByRole('searchbox').fill('');
  const samples: number[] = [];
  let shown = 0;
  for (let length = 1; length <= query.length; length += 1) {
    const expected = countResults(query.slice(0, length));
    // Where as many are found as before, the page cannot tell when the new ones stand there.
    if (expected === shown) {
      await page.keyboard.insertText(query.slice(length - 1, length));
      continue;
    }
    const waiting = await page.evaluateHandle(probeResults, expected);
    await page.keyboard.insertText(query.slice(length - 1, length));
    samples.push(await waiting.evaluate(({ measured }) => measured));
    shown = expected;
  }
  return samples;
}

const searcher = createSearcher(work, loadTextIndex(buildTextIndex(work), work).index);

function countResults(query: string): number {
  return searcher.search(query).results.length;
}

/** Runs in the page. */
function probeResults(expected: number): { readonly measured: Promise<number> } {
  const measured = new Promise<number>((resolve) => {
    let typedAt = Number.NaN;
    window.addEventListener('input', ({ timeStamp }) => (typedAt = timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const found = document.querySelectorAll('[role="listbox"] [role="group"]').length;
      if (Number.isNaN(typedAt) || found !== expected) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A task after the frame's callbacks comes when the frame has been drawn.
        void scheduler.postTask(() => resolve(performance.now() - typedAt), { priority: 'user-blocking' });
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  return { measured };
}
