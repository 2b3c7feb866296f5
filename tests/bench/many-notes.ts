import { work } from '../e2e/desk.ts';
import { judge, type Bench } from './bench.ts';
import { withApp, withFolder } from './bench-app.ts';
import { measureHighlights } from './highlight.ts';
import { measureScrolling } from './long-work.ts';
import { makeMixedNotes } from './make-notes.ts';
import { measureBursts, readOpeningTime, writeNotes } from './note.ts';

const NOTE_COUNT = 10_000;

const OF_NOTES = `${NOTE_COUNT.toLocaleString('en')} notes`;

const OPENING_BUDGET = { limit: 1000, on: 'max' } as const;

const SAVE_BUDGET = { limit: 60, on: 'p95' } as const;

/** Reading and writing in a text with 10,000 notes of all kinds, some 450 on each clause. */
export const manyNotesBench: Bench = {
  name: 'many-notes',
  run: () =>
    withFolder(async (userData) => {
      writeNotes(userData, makeMixedNotes(work, NOTE_COUNT));
      return withApp({ userData }, async ({ page }) => {
        const opening = await readOpeningTime(page, NOTE_COUNT, OPENING_BUDGET);
        const scrolling = await measureScrolling(page, `a text with ${OF_NOTES}`);
        const saving = await measureBursts(page, userData, NOTE_COUNT, SAVE_BUDGET);
        await page.keyboard.press('Escape');
        const { drawn } = await measureHighlights(page);
        const highlighting = judge(
          `– highlight drawn beside ${OF_NOTES}`,
          'ms',
          null,
          drawn,
          'from the click on a colour until the frame with the words painted has been drawn',
        );
        return [opening, scrolling, saving, highlighting];
      });
    }),
};
