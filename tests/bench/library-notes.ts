import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { judge, type Bench } from './bench.ts';
import { withFolder } from './bench-app.ts';
import type { LibraryNotesSamples } from './library-notes-child.ts';
import { summarize } from './statistics.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const WORKS = 20;

const NOTES_IN_EACH = 5000;

const OF_NOTES = `${(WORKS * NOTES_IN_EACH).toLocaleString('en')} notes`;

const OPENING_BUDGET = { limit: 1000, on: 'max' } as const;

const SAVE_BUDGET = { limit: 60, on: 'p95' } as const;

/** The notes of a full library in main, without a window: the first list, further ones, and saving beside it. */
export const libraryNotesBench: Bench = {
  name: 'library-notes',
  run: async () => {
    const samples = await withFolder(measureInChild);
    const { parse, plainRead, plainSave, wholeQuery, waits, savesMeanwhile, filtered, saves } = samples;
    const than = (peer: readonly number[], mine: readonly number[]) =>
      (summarize(mine).p50 / summarize(peer).p50).toFixed(2);
    return [
      judge(
        `first list of ${OF_NOTES}`,
        'ms',
        OPENING_BUDGET,
        samples.firstQuery,
        'until there are notes to look at, of the works that were read by then',
      ),
      judge(
        `– all of ${OF_NOTES} in the list`,
        'ms',
        null,
        wholeQuery,
        `reading ${WORKS} works with ${NOTES_IN_EACH} notes each, finding the places of all, counting, while notes are saved: ` +
          `${than(parse, wholeQuery)} times JSON.parse of the same files, ${than(plainRead, wholeQuery)} times reading them by electron-store alone`,
      ),
      judge(`– JSON.parse of ${OF_NOTES}`, 'ms', null, parse, 'the same files, read and parsed in one go'),
      judge(`– electron-store alone reading ${OF_NOTES}`, 'ms', null, plainRead, 'the same files'),
      judge(
        `– a turn of main while it reads ${OF_NOTES}`,
        'ms',
        null,
        waits,
        'how long whatever else comes waits for its turn',
      ),
      judge(
        `note durable while ${OF_NOTES} are read`,
        'ms',
        SAVE_BUDGET,
        savesMeanwhile,
        'a save after the other from the first request for the list until all notes are in it',
      ),
      judge(
        `note durable beside ${OF_NOTES}`,
        'ms',
        SAVE_BUDGET,
        saves,
        `from the change to the answer that it is on disk: ${than(plainSave, saves)} times a change by electron-store alone`,
      ),
      judge(
        'note durable as a pause ends',
        'ms',
        SAVE_BUDGET,
        samples.savesAtRest,
        'a change in the moment in which the notes of its work are gathered in their file',
      ),
      judge(
        `note durable while the backup of the day is written`,
        'ms',
        SAVE_BUDGET,
        samples.savesDuringBackup,
        `a save after the other from the first change of the day until all ${WORKS} works are backed up`,
      ),
      judge(
        `– electron-store alone changing one of ${NOTES_IN_EACH.toLocaleString('en')} notes`,
        'ms',
        null,
        plainSave,
        'it writes the whole file of the work',
      ),
      judge(
        `– list of ${OF_NOTES} filtered or in another order`,
        'ms',
        null,
        filtered,
        'by kind, by kind and colour, by words; by time, by tag; each asked for the first time',
      ),
      judge(
        `– list of ${OF_NOTES} after a save`,
        'ms',
        null,
        samples.queriesAfterSave,
        'the list asked for anew after a change in one of the works',
      ),
    ];
  },
};

async function measureInChild(folder: string): Promise<LibraryNotesSamples> {
  const child = path.join(import.meta.dirname, 'library-notes-child.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', child, folder, String(WORKS), String(NOTES_IN_EACH)],
    // Whatever runs the program, the child is Node.
    { cwd: ROOT, env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' } },
  );
  return JSON.parse(stdout) as LibraryNotesSamples;
}
