import type { Page } from '@playwright/test';
import { SENTENCES, makeText } from '../../e2e/parallel-text.ts';
import { putOwnTexts } from '../../e2e/own-texts.ts';
import { withApp, withFolder, measureInPage } from '../bench-app.ts';
import { judge, type Bench, type BenchResult } from '../bench.ts';
import { describeFrames, FRAME_BUDGET, timeFrames } from '../frames.ts';

const ROW_COUNT = 300;

/** Every so manyth row has a sentence that belongs to the next. */
const SLIP_EVERY = 10;

const ROUNDS = 20;

const BUDGET = { limit: 50, on: 'p95' } as const;

/** What is pressed in every round, so that the text is the same after it as before. */
const KEYS: readonly (readonly [what: string, ...keys: string[]])[] = [
  ['next doubtful row', 'n'],
  ['join with the next row', 'j'],
  ['next sentence', 'ArrowDown'],
  ['split the row', 's'],
  ['undo', 'Control+z', 'Control+z'],
  ['move a sentence down', 'Alt+ArrowDown'],
  ['undo', 'Control+z'],
  ['accept and go on', 'a'],
];

/** How long each key of the alignment editor takes, and whether a frame is late while they are pressed. */
export const alignmentKeysBench: Bench = {
  name: 'alignment-keys',
  run: () =>
    withFolder((userData) => {
      putOwnTexts(userData, [makeSlippingText()]);
      return withApp({ userData }, async ({ page }) => {
        await openEditor(page);
        return [...(await measureKeys(page)), await measureWork(page)];
      });
    }),
};

function makeSlippingText() {
  const pairs = Array.from({ length: ROW_COUNT }, (_, index) => {
    const [chinese, english] = SENTENCES[index % SENTENCES.length] ?? ['', ''];
    return [`第${index + 1}款：${chinese}`, `Section ${index + 1}: ${english}`] as const;
  });
  const units = pairs.map(([chinese, english], index) => {
    const at = index % SLIP_EVERY;
    const [, next = ''] = pairs[index + 1] ?? [];
    return [chinese, at === 3 ? `${english} ${next}` : at === 4 ? '' : english] as const;
  });
  return makeText('border-treaty', units);
}

async function openEditor(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.getByRole('main').getByText('Border treaty', { exact: true }).click();
  await page.locator('[data-unit="s-1"]').first().waitFor();
  await page.keyboard.press('Control+Shift+A');
  await page.getByRole('status').filter({ hasText: 'Every row has been measured.' }).waitFor();
}

async function measureKeys(page: Page): Promise<readonly BenchResult[]> {
  const samples = new Map<string, number[]>();
  const frames = await timeFrames(page, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [what, ...keys] of KEYS) {
        for (const key of keys) {
          const measured = await measureInPage(page, probeKey, () => page.keyboard.press(key));
          samples.set(what, [...(samples.get(what) ?? []), measured]);
        }
      }
    }
  });
  const how = `in the alignment editor with ${ROW_COUNT} rows, from the key press until the frame that shows what came of it has been drawn`;
  return [
    ...[...samples].map(([what, times]) => judge(`alignment: ${what}`, 'ms', BUDGET, times, how)),
    judge(
      'frames while keys are pressed in the alignment editor',
      'ms',
      FRAME_BUDGET,
      frames,
      describeFrames(frames),
    ),
  ];
}

/**
 * What the page's thread works for a key until it is idle again, in processor time: what other programs do on the machine
 * does not count, nor does waiting for the next frame.
 */
async function measureWork(page: Page): Promise<BenchResult> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const readMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const samples: number[] = [];
  for (const [, ...keys] of Array.from({ length: ROUNDS / 4 }, () => KEYS).flat()) {
    for (const key of keys) {
      const before = await readMs();
      await page.keyboard.press(key);
      await page.evaluate(waitUntilIdle);
      samples.push((await readMs()) - before);
    }
  }
  return judge(
    '– work of the page for a key in the alignment editor',
    'ms',
    null,
    samples,
    'processor time of the page until it is idle again: the frame, then the buttons of the row and the draft',
  );
}

/** Runs in the page: a frame, and what was put off until after it. */
function waitUntilIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => resolve(), { timeout: 500 })));
  });
}

/** Runs in the page: from a key press until a frame has been drawn in which another place or message is to be seen. */
function probeKey(): { readonly measured: Promise<number> } {
  const describe = (): string => {
    const focused = document.activeElement;
    const row = focused?.closest('[data-current]');
    if (focused === null || row === null || row === undefined) return '';
    const { top, bottom } = focused.getBoundingClientRect();
    const viewport = row.parentElement?.parentElement?.getBoundingClientRect();
    if (viewport === undefined || bottom < viewport.top || top > viewport.bottom) return '';
    const news = document.querySelector('[role="grid"]')?.parentElement?.querySelector('[role="status"]');
    const sentence = focused.getAttribute('data-sentence') ?? '';
    return `${row.getAttribute('data-index')} ${sentence} ${news?.textContent ?? ''}`;
  };
  const measured = new Promise<number>((resolve) => {
    const before = describe();
    const handle = ({ key, timeStamp }: KeyboardEvent) => {
      if (key === 'Control' || key === 'Alt') return;
      window.removeEventListener('keydown', handle, { capture: true });
      const look = () => {
        const now = describe();
        if (now === '' || now === before) requestAnimationFrame(look);
        // A task after the frame's callbacks comes when the frame has been drawn.
        else
          void scheduler.postTask(() => resolve(performance.now() - timeStamp), {
            priority: 'user-blocking',
          });
      };
      requestAnimationFrame(look);
    };
    window.addEventListener('keydown', handle, { capture: true });
  });
  return { measured };
}
