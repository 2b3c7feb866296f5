import { parseWork } from './work-file.ts';
import type { Work } from './work.ts';

/**
 * A text as it lies on disk, fetched under `app://`: a work.json that ships, or a file of the shelf with the work inside.
 * Undefined where it cannot be read or is of another work.
 */
export function readText(content: string, workId: string): Work | undefined {
  try {
    const value: unknown = JSON.parse(content);
    const inner = typeof value === 'object' && value !== null && 'work' in value ? value.work : value;
    const work = parseWork(inner);
    return work.id === workId ? work : undefined;
  } catch {
    // Counted by the caller among those that could not be read.
    return undefined;
  }
}
