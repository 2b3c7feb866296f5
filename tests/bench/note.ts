import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { readNotesOnDisk, selectWords, work, WORK_ID } from '../e2e/desk.ts';
import { judge, type Bench, type BenchResult, type Budget } from './bench.ts';
import { withApp, withFolder } from './bench-app.ts';
import { makeNotes } from './make-notes.ts';
import { sealNotes } from './seal-notes.ts';

const NOTE_COUNT = 1000;

const BURSTS = 20;

const SAVE_BUDGET = { limit: 50, on: 'p95' } as const;

/** From the last key of a burst until the status line says that the note is saved, beside 1,000 others. */
export const noteBench: Bench = {
  name: 'note',
  run: () =>
    withFolder(async (userData) => {
      writeNotes(userData, makeNotes(work, NOTE_COUNT));
      return withApp({ userData }, async ({ page }) => {
        const opening = await readOpeningTime(page, NOTE_COUNT, null);
        return [await measureBursts(page, userData, NOTE_COUNT, SAVE_BUDGET), opening];
      });
    }),
};

function describeCount(count: number): string {
  return `${count.toLocaleString('en')} notes`;
}

/** From the beginning of the page's loading, so without the start of the process. */
export async function readOpeningTime(
  page: Page,
  count: number,
  budget: Budget | null,
): Promise<BenchResult> {
  const opening = await page.evaluate(
    () => performance.getEntriesByName('duizhao:text-readable')[0]?.startTime ?? Number.NaN,
  );
  return judge(
    `${budget === null ? '– ' : ''}opening ${describeCount(count)}`,
    'ms',
    budget,
    [opening],
    'the joint statement, from the beginning of the page to the mark that the text is there',
  );
}

/** Types into a new note, and waits after each burst of keys until it is said to be saved. */
export async function measureBursts(
  page: Page,
  userData: string,
  count: number,
  budget: Budget,
): Promise<BenchResult> {
  const bodiesOnDisk: boolean[] = [];
  let typed = '';
  await page.exposeFunction('reportSaved', () => {
    bodiesOnDisk.push(readNotesOnDisk(userData).some(({ body }) => body === typed));
  });
  await selectWords(page, 'item-4', 'en', 'bridge the digital divide');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
  await page.locator('[data-save-state="saved"]').waitFor();

  const samples: number[] = [];
  for (let burst = 0; burst < BURSTS; burst += 1) {
    const words = `burst ${burst} `;
    typed += words.slice(0, -1);
    await page.keyboard.type(words.slice(0, -1));
    typed += ' ';
    const waiting = await page.evaluateHandle(probeSaving);
    await page.keyboard.press('Space');
    samples.push(await waiting.evaluate(({ measured }) => measured));
  }
  const missing = bodiesOnDisk.filter((isOnDisk) => !isOnDisk).length;
  const result = judge(
    `note durable at ${describeCount(count)}`,
    'ms',
    budget,
    samples,
    missing === 0 && bodiesOnDisk.length === BURSTS
      ? `from the last key to "Saved" in the status line; at that moment the file on disk held the note each time`
      : `"Saved" was said ${missing} of ${bodiesOnDisk.length} times before the file on disk held the note`,
  );
  return missing === 0 ? result : { ...result, isMet: false };
}

/** Runs in the page. The key before has been answered or not; the state after the next one must first be "saving". */
function probeSaving(): { readonly measured: Promise<number> } {
  const measured = new Promise<number>((resolve, reject) => {
    window.addEventListener(
      'input',
      ({ timeStamp }) => {
        // React draws what a key has changed before the event is over.
        void scheduler.postTask(
          () => {
            const state = () =>
              document.querySelector<HTMLElement>('[data-save-state]')?.dataset['saveState'];
            if (state() === 'saved') {
              reject(new Error('The status line said "saved" of what had only just been typed'));
              return;
            }
            const observer = new MutationObserver(() => {
              if (state() !== 'saved') return;
              observer.disconnect();
              const time = performance.now() - timeStamp;
              void (window as unknown as { reportSaved: () => Promise<void> })
                .reportSaved()
                .then(() => resolve(time));
            });
            observer.observe(document.body, { attributes: true, childList: true, subtree: true });
          },
          { priority: 'user-blocking' },
        );
      },
      { once: true },
    );
  });
  return { measured };
}

/** Puts a notes file of a work there, as an earlier evening would have left it. */
export function writeNotes(userData: string, annotations: readonly Annotation[], workId = WORK_ID): void {
  mkdirSync(path.join(userData, 'notes'), { recursive: true });
  writeFileSync(path.join(userData, 'notes', `${workId}.json`), sealNotes(annotations));
}
