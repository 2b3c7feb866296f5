import fs from 'node:fs';
import path from 'node:path';
import { hasErrorCode } from './file-failure.ts';

/**
 * What a writer that is killed leaves beside `<name>.json`: the file it was writing, named after its process, and
 * electron-store's own temporary files (atomically 2 names them `.tmp-` and digits).
 */
const UNFINISHED = /^(?<name>.+\.json)(?:\.(?<pid>\d{1,10})\.new)?(?<temporary>\.tmp-[0-9a-f]+)?$/u;

/** What it leaves beside `<name>.journal`: a journal that was gathered in its snapshot and not yet removed. */
const CLEARED = /^(?<name>.+\.journal)\.(?<pid>\d{1,10})\.cleared$/u;

/** Earlier versions of the program kept the good file under a second name while they wrote. */
const PREVIOUS = '.previous';

/** Removes what dead writers have left in a folder, beside the files `isOurs` names. What a living one writes is left alone. */
export function sweepLeftovers(folder: string, isOurs: (name: string) => boolean): void {
  try {
    for (const entry of fs.readdirSync(folder)) {
      const found = (UNFINISHED.exec(entry) ?? CLEARED.exec(entry))?.groups;
      const name = found?.['name'];
      if (name === undefined || name === entry || !isOurs(name)) continue;
      const writer = Number(found?.['pid'] ?? 0);
      if (writer === 0 || writer === process.pid || !isAlive(writer)) {
        fs.rmSync(path.join(folder, entry), { force: true });
      }
    }
  } catch {
    // Where there is no such folder, or it may not be written, leftovers do no harm.
  }
}

/** Gives every good file in a folder back that stands there under its second name only. */
export function restoreAllPrevious(folder: string): void {
  try {
    for (const entry of fs.readdirSync(folder)) {
      if (entry.endsWith(`.json${PREVIOUS}`))
        restorePrevious(path.join(folder, entry.slice(0, -PREVIOUS.length)));
    }
  } catch {
    // As above.
  }
}

/** Gives a file back that stands under its second name, unless the file that took its place is whole. */
export function restorePrevious(target: string): void {
  const previous = `${target}${PREVIOUS}`;
  if (!fs.existsSync(previous)) return;
  if (fs.existsSync(target) && isJson(target)) fs.rmSync(previous);
  else fs.renameSync(previous, target);
}

function isJson(filePath: string): boolean {
  try {
    JSON.parse(fs.readFileSync(filePath, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

/** Whether a process of this computer lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return hasErrorCode(error, 'EPERM');
  }
}
