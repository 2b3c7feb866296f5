import fs from 'node:fs';
import path from 'node:path';
import { flushFolder } from './flushed-file.ts';

/** What follows the name of a file that is kept because it was damaged. */
const DAMAGED = '.damaged-';

/** What a damaged file will be called: never the name of one that is there. */
export function asideName(filePath: string, time: Date): string {
  // Colons may not stand in file names on Windows.
  const name = `${filePath}${DAMAGED}${time.toISOString().replaceAll(':', '-')}`;
  let free = name;
  for (let number = 2; fs.existsSync(free); number += 1) free = `${name}-${number}`;
  return free;
}

/** Puts a file or folder aside under another name, untouched. Throws where that may not be done. */
export function putAside(filePath: string, aside: string): void {
  fs.renameSync(filePath, aside);
  flushFolder(path.dirname(filePath));
}

/** The newest damaged file that is kept of `filePath`; undefined where there is none. */
export function findAside(filePath: string): string | undefined {
  const folder = path.dirname(filePath);
  const start = `${path.basename(filePath)}${DAMAGED}`;
  // A file may stand where the folder should be; nothing was put aside there.
  if (fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  const newest = fs
    .readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .toSorted()
    .at(-1);
  return newest === undefined ? undefined : path.join(folder, newest);
}
