import { work } from '../e2e/desk.ts';
import type { Bench, BenchResult } from './bench.ts';
import { withApp, withFolder } from './bench-app.ts';
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
  run: async () => {
    const [bareOpening, bareScrolling] = await withFolder((userData) =>
      withApp({ userData }, async ({ page }): Promise<readonly [BenchResult, BenchResult]> => [
        await readOpeningTime(page, 0, null),
        await measureScrolling(page, 'the same text without notes'),
      ]),
    );
    return withFolder((userData) => {
      writeNotes(userData, makeMixedNotes(work, NOTE_COUNT));
      return withApp({ userData }, async ({ page }) => {
        const opening = await readOpeningTime(page, NOTE_COUNT, OPENING_BUDGET);
        const scrolling = await measureScrolling(page, `a text with ${OF_NOTES}`);
        const saving = await measureBursts(page, userData, NOTE_COUNT, SAVE_BUDGET);
        return [
          compare(opening, bareOpening),
          bareOpening,
          scrolling,
          { ...bareScrolling, name: `– ${bareScrolling.name}`, budget: null, isMet: null },
          saving,
        ];
      });
    });
  },
};

/** What is painted of the notes is there in the same frame as the text. */
function compare(opening: BenchResult, bare: BenchResult): BenchResult {
  const ratio = (opening.measured?.p50 ?? Number.NaN) / (bare.measured?.p50 ?? Number.NaN);
  return {
    ...opening,
    detail: `${opening.detail} with its marks: ${ratio.toFixed(2)} times the same without a note`,
  };
}
