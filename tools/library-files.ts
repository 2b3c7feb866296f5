import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidWorkError, parseWork } from '../core/text/work-file.ts';
import type { Work } from '../core/text/work.ts';

/** Where the works stand that the program ships with: one folder each, named by the work's id. */
export const BUNDLED_LIBRARY = fileURLToPath(new URL('../resources/library/', import.meta.url));

/** The file of a work inside a library folder. */
export function workFilePath(library: string, id: string): string {
  return join(library, id, 'work.json');
}

/** The ids of the works in a library folder, sorted. */
export async function listWorkIds(library: string): Promise<readonly string[]> {
  const entries = await readdir(library, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/**
 * Reads one work.json.
 * @throws InvalidWorkError when it is not JSON or not a work; the system's error when it cannot be read.
 */
export async function readWorkFile(path: string): Promise<Work> {
  const content = await readFile(path, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new InvalidWorkError([`not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  return parseWork(value);
}
