import { readFile, stat } from 'node:fs/promises';
import { succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError } from './file-failure.ts';

/** What a file turned out to be that the reader chose. */
export type ChosenFile =
  | {
      readonly type: 'text';
      readonly text: string;
      /** When it was last changed; ISO 8601, UTC. */
      readonly time: string;
    }
  | { readonly type: 'too-large'; readonly size: number }
  | { readonly type: 'not-utf-8' };

/** Reads a text file in UTF-8, with or without byte order mark, of at most `maxBytes`. */
export async function readChosenFile(filePath: string, maxBytes: number): Promise<Result<ChosenFile>> {
  try {
    const file = await stat(filePath);
    if (!file.isFile()) throw new Error('is not a file');
    const { size, mtime } = file;
    if (size > maxBytes) return succeed({ type: 'too-large', size });
    const bytes = await readFile(filePath);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return succeed({ type: 'text', text, time: mtime.toISOString() });
  } catch (error) {
    // What the decoder throws at bytes that are no UTF-8.
    if (error instanceof TypeError) return succeed({ type: 'not-utf-8' });
    return failForFileError(error, filePath);
  }
}
