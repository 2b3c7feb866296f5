import type { Page } from '@playwright/test';
import { selectWords } from '../e2e/desk.ts';
import { judge, type Bench } from './bench.ts';
import { measureInPage, withApp, withFolder } from './bench-app.ts';
import { PHRASES } from './phrases.ts';

const ROUNDS = 4;

const BUDGET = { limit: 50, on: 'p95' } as const;

/** From letting go of the selected words until the toolbar at them has been drawn. */
export const toolbarBench: Bench = {
  name: 'toolbar',
  run: () =>
    withFolder((userData) =>
      withApp({ userData }, async ({ page }) => {
        const samples: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          for (const { unit, language, words } of PHRASES) {
            samples.push(
              await measureInPage(page, probeToolbar, () => selectWords(page, unit, language, words)),
            );
            await closeToolbar(page);
          }
        }
        return [
          judge(
            'toolbar at the selection',
            'ms',
            BUDGET,
            samples,
            'from pointerup until the next frame after the toolbar is in the page has been drawn',
          ),
        ];
      }),
    ),
};

async function closeToolbar(page: Page): Promise<void> {
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor({ state: 'detached' });
}

/** Runs in the page. */
function probeToolbar(): { readonly measured: Promise<number> } {
  const measured = new Promise<number>((resolve) => {
    let releasedAt = Number.NaN;
    window.addEventListener('pointerup', ({ timeStamp }) => (releasedAt = timeStamp), {
      capture: true,
      once: true,
    });
    const observer = new MutationObserver(() => {
      if (document.querySelector('[role="toolbar"][aria-label="Selected words"]') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A task after the frame's callbacks comes when the frame has been drawn.
        void scheduler.postTask(() => resolve(performance.now() - releasedAt), { priority: 'user-blocking' });
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  return { measured };
}
