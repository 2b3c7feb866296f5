import type { Page } from '@playwright/test';
import { work, WORK_ID } from '../e2e/desk.ts';
import { judge, type Bench } from './bench.ts';
import { measureInPage, withApp, withFolder } from './bench-app.ts';
import { placeProgram } from './long-work.ts';
import { makeMixedNotes } from './make-notes.ts';
import { writeNotes } from './note.ts';

const NOTE_COUNT = 10_000;

const OF_NOTES = `${NOTE_COUNT.toLocaleString('en')} notes`;

const ROUNDS = 6;

const BUDGET = { limit: 1000, on: 'max' } as const;

/** The same text without a note; the program begins with it, since it comes first. */
const BARE_ID = 'a-bare-statement';

/** Opening a text with 10,000 notes in the program as it runs, by a press in the library. */
export const openWorkBench: Bench = {
  name: 'open-work',
  run: () =>
    withFolder((appFolder) => {
      placeProgram(appFolder, [{ ...work, id: BARE_ID }, work]);
      return withFolder((userData) => {
        writeNotes(userData, makeMixedNotes(work, NOTE_COUNT));
        return withApp({ appFolder, userData }, async ({ page }) => {
          const first = await openFromLibrary(page, WORK_ID);
          const bare: number[] = [];
          const noted: number[] = [];
          for (let round = 0; round < ROUNDS; round += 1) {
            bare.push(await openFromLibrary(page, BARE_ID));
            noted.push(await openFromLibrary(page, WORK_ID));
            await checkMarks(page);
          }
          const how =
            'from the press on it in the library to the frame with the text, its marks and the first notes';
          return [
            judge(`a text with ${OF_NOTES} opened for the first time`, 'ms', BUDGET, [first], how),
            judge(`a text with ${OF_NOTES} opened again`, 'ms', BUDGET, noted, how),
            judge('– the same text without notes', 'ms', null, bare, 'by turns with the one with notes'),
          ];
        });
      });
    }),
};

async function openFromLibrary(page: Page, workId: string): Promise<number> {
  await page.keyboard.press('Control+1');
  const card = page.locator(`[role="row"][data-key="${workId}"]`);
  await card.waitFor();
  return measureInPage(page, probeOpening, () => card.click());
}

/** Runs in the page: from the press until a frame has been drawn with the text of another desk. */
function probeOpening(): { readonly measured: Promise<number> } {
  const countDesks = () => performance.getEntriesByName('duizhao:text-readable').length;
  const measured = new Promise<number>((resolve) => {
    const before = countDesks();
    window.addEventListener(
      'pointerdown',
      ({ timeStamp }) => {
        const look = () => {
          if (countDesks() === before) requestAnimationFrame(look);
          // A task after the frame's callbacks comes when the frame has been drawn.
          else
            void scheduler.postTask(() => resolve(performance.now() - timeStamp), {
              priority: 'user-blocking',
            });
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  return { measured };
}

async function checkMarks(page: Page): Promise<void> {
  const hasMarks = await page.evaluate(() =>
    [...CSS.highlights.keys()].some((name) => name.startsWith('mark-')),
  );
  if (!hasMarks) throw new Error('The text stands there without its marks');
}
