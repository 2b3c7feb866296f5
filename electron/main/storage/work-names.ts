import fs from 'node:fs';
import path from 'node:path';
import { z } from '../../../core/schema.ts';
import { workTitlesSchema, type WorkTitles } from '../../../core/text/work-titles.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError } from './file-failure.ts';
import { replaceFlushed } from './flushed-file.ts';
import { isSafeWorkId } from './work-id.ts';

/** What readers call works, where that is not what the texts say: titles by language, beside the texts and never in them. */
export interface WorkNames {
  /** The titles the reader has given to a work; empty where none were given, or they cannot be read. */
  readonly titlesOf: (workId: string) => WorkTitles;
  /** Something with the titles of a work, under the reader's. */
  readonly name: <Named extends { readonly id: string; readonly titles: WorkTitles }>(work: Named) => Named;
  /** Replaces the reader's titles of a work; answers once they are on disk. */
  readonly rename: (workId: string, titles: WorkTitles) => Result<null>;
  /** To be called when the folder of a work has been moved. */
  readonly forget: (workId: string) => void;
}

const namesSchema = z.strictObject({ schema: z.literal(1), titles: workTitlesSchema });

/** The names in a library folder: `<work-id>/names.json`, which is created with the first name. */
export function openWorkNames(libraryFolder: string): WorkNames {
  const known = new Map<string, WorkTitles>();
  const pathOf = (workId: string): string => path.join(libraryFolder, workId, 'names.json');

  function titlesOf(workId: string): WorkTitles {
    const titles = known.get(workId) ?? readTitles(pathOf(workId));
    known.set(workId, titles);
    return titles;
  }

  return {
    titlesOf,
    name: (work) => ({ ...work, titles: { ...work.titles, ...titlesOf(work.id) } }),
    rename: (workId, titles) => {
      const filePath = pathOf(workId);
      try {
        if (!isSafeWorkId(workId)) throw new Error(`"${workId}" cannot name a work`);
        if (Object.keys(titles).length === 0) fs.rmSync(filePath, { force: true });
        else {
          fs.mkdirSync(path.dirname(filePath), { recursive: true });
          replaceFlushed(filePath, `${JSON.stringify({ schema: 1, titles })}\n`);
        }
        known.set(workId, titles);
        return succeed(null);
      } catch (error) {
        return failForFileError(error, filePath);
      }
    },
    forget: (workId) => void known.delete(workId),
  };
}

function readTitles(filePath: string): WorkTitles {
  try {
    return namesSchema.parse(JSON.parse(fs.readFileSync(filePath, 'utf8'))).titles;
  } catch {
    // The text has titles of its own.
    return {};
  }
}
