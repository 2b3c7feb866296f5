import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether anything under the given files and folders changed after `stampFile` was written. Folders count too: theirs is
 * the only time that moves when a file is deleted.
 */
export function isStale(stampFile: string, sources: readonly string[]): boolean {
  const built = statSync(stampFile, { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || sources.some((source) => changedAfter(source, built));
}

function changedAfter(source: string, timeMs: number): boolean {
  const stat = statSync(source, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (stat.mtimeMs > timeMs) return true;
  return (
    stat.isDirectory() && readdirSync(source).some((name) => changedAfter(path.join(source, name), timeMs))
  );
}
