import type { Page } from '@playwright/test';
import { selectWords } from '../e2e/desk.ts';
import { judge, type Bench } from './bench.ts';
import { measureInPage, withApp, withFolder } from './bench-app.ts';
import { PHRASES } from './phrases.ts';

const BUDGET = { limit: 16, on: 'p95' } as const;

/** Each phrase gets each colour once. */
const COLORS = ['yellow', 'green', 'blue', 'red', 'violet'] as const;

interface Times {
  readonly registered: number;
  readonly drawn: number;
}

/** From the click on a colour until the highlight is painted. */
export const highlightBench: Bench = {
  name: 'highlight',
  run: () =>
    withFolder((userData) =>
      withApp({ userData }, async ({ page }) => {
        const { registered, drawn } = await measureHighlights(page);
        return [
          judge(
            'highlight in the registry',
            'ms',
            BUDGET,
            registered,
            'from the click on a colour until CSS.highlights holds the words',
          ),
          judge(
            'highlight drawn',
            'ms',
            BUDGET,
            drawn,
            'the same until the following frame has been drawn; at 60 frames a second the wait for a frame alone is up to 16.7 ms',
          ),
        ];
      }),
    ),
};

/** Highlights each phrase in each colour; in ms. */
async function measureHighlights(
  page: Page,
): Promise<{ readonly registered: readonly number[]; readonly drawn: readonly number[] }> {
  const times: Times[] = [];
  for (let color = 0; color < COLORS.length; color += 1) {
    for (const { unit, language, words } of PHRASES) {
      await selectWords(page, unit, language, words);
      times.push(await measureInPage(page, probeHighlight, () => pressColor(page, color)));
    }
  }
  return {
    registered: times.map(({ registered }) => registered),
    drawn: times.map(({ drawn }) => drawn),
  };
}

async function pressColor(page: Page, index: number): Promise<void> {
  const toolbar = page.getByRole('toolbar', { name: 'Selected words' });
  await toolbar.getByRole('button', { name: 'Highlight' }).nth(index).click();
  await toolbar.waitFor({ state: 'detached' });
}

/** Runs in the page. */
function probeHighlight(): { readonly measured: Promise<Times> } {
  const measured = new Promise<Times>((resolve) => {
    const registry = CSS.highlights;
    const key = () =>
      [...registry]
        .flatMap(([name, { size }]) => (name.startsWith('mark-') ? [`${name} ${size}`] : []))
        .join();
    const before = key();
    let clickedAt = Number.NaN;
    window.addEventListener('click', ({ timeStamp }) => (clickedAt = timeStamp), {
      capture: true,
      once: true,
    });
    // The registry tells nobody when it changes, so its own method does.
    registry.set = (name, ranges) => {
      HighlightRegistry.prototype.set.call(registry, name, ranges);
      const now = performance.now();
      if (Number.isNaN(clickedAt) || key() === before) return registry;
      const registered = now - clickedAt;
      Reflect.deleteProperty(registry, 'set');
      requestAnimationFrame(() => {
        // A task after the frame's callbacks comes when the frame has been drawn.
        void scheduler.postTask(() => resolve({ registered, drawn: performance.now() - clickedAt }), {
          priority: 'user-blocking',
        });
      });
      return registry;
    };
  });
  return { measured };
}
