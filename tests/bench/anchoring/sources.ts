import { readFileSync } from 'node:fs';
import path from 'node:path';
import { segmentText } from '../../../core/text/work.ts';
import { parseWork } from '../../../core/text/work-file.ts';
import type { Sources } from './generate-case.ts';

const WORK_FILE = path.resolve(
  import.meta.dirname,
  '../../../resources/library/joint-statement-2016/work.json',
);

/** The segments of the joint statement, per language. */
export function readSources(): Sources {
  const work = parseWork(JSON.parse(readFileSync(WORK_FILE, 'utf8')));
  return Object.fromEntries(
    work.editions.map(({ language }) => [
      language,
      work.units.map((unit) => segmentText(unit, language)).filter(Boolean),
    ]),
  );
}
