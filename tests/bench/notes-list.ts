import type { Page } from '@playwright/test';
import type { Work } from '../../core/text/work.ts';
import { work } from '../e2e/desk.ts';
import { judge, type Bench } from './bench.ts';
import { measureInPage, withApp, withFolder } from './bench-app.ts';
import { measureScrolling, placeProgram } from './long-work.ts';
import { makeMixedNotes } from './make-notes.ts';
import { writeNotes } from './note.ts';

const WORKS = 20;

const NOTES_IN_EACH = 5000;

const COUNT = WORKS * NOTES_IN_EACH;

const OF_NOTES = `${COUNT.toLocaleString('en')} notes`;

const OPENING_BUDGET = { limit: 1000, on: 'max' } as const;

const GRID = '[role="grid"]';

/** The list of all notes of a full library in the running program. */
export const notesListBench: Bench = {
  name: 'notes-list',
  run: () =>
    withFolder((appFolder) => {
      const works = Array.from({ length: WORKS }, (_, index): Work => {
        return { ...work, id: `work-${String(index).padStart(2, '0')}` };
      });
      placeProgram(appFolder, works);
      return withFolder((userData) => {
        for (const each of works) writeNotes(userData, makeMixedNotes(each, NOTES_IN_EACH), each.id);
        return withApp({ appFolder, userData }, async ({ page }) => {
          const first = await openList(page);
          await page.locator(GRID).waitFor();
          const scrolling = await measureScrolling(page, `a list of ${OF_NOTES}`, `:has(> ${GRID})`);
          const again: number[] = [];
          for (let round = 0; round < 5; round += 1) {
            await page.keyboard.press('Control+2');
            await page.locator(GRID).waitFor({ state: 'hidden' });
            again.push(await openList(page));
          }
          const plain = await measurePlainList(page);
          return [
            judge(
              `list of ${OF_NOTES} opened as soon as the program has started`,
              'ms',
              OPENING_BUDGET,
              [first],
              'from the key to the frame with the first notes; nothing was read before but the work on the desk',
            ),
            judge(
              `list of ${OF_NOTES} opened again`,
              'ms',
              OPENING_BUDGET,
              again,
              'the same once they have been read',
            ),
            scrolling,
            judge(
              `– a plain list of ${COUNT.toLocaleString('en')} lines`,
              'ms',
              null,
              [plain],
              'in the same page, a line of text each and all of them there: until its first frame',
            ),
          ];
        });
      });
    }),
};

function openList(page: Page): Promise<number> {
  return measureInPage(page, probeList, () => page.keyboard.press('Control+3'));
}

/** Runs in the page: from the key until a frame has been drawn with the first row there. */
function probeList(): { readonly measured: Promise<number> } {
  const measured = new Promise<number>((resolve) => {
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const look = () => {
          const isThere = document.querySelector('[role="grid"] [role="row"] [role="gridcell"] p') !== null;
          if (!isThere) requestAnimationFrame(look);
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

/** What a list costs of which everything is there, with no more than a line for each note. */
function measurePlainList(page: Page): Promise<number> {
  return page.evaluate(async (count) => {
    const start = performance.now();
    const list = document.createElement('div');
    list.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: Canvas; z-index: 9';
    for (let index = 0; index < count; index += 1) {
      const row = document.createElement('p');
      row.textContent = `Note ${index}: compare both wordings before the next class.`;
      list.append(row);
    }
    document.body.append(list);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const time = performance.now() - start;
    list.remove();
    return time;
  }, COUNT);
}
