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

/** The bytes of a file, or its size where it is too large. */
export type ChosenBytes =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array; readonly time: string }
  | { readonly type: 'too-large'; readonly size: number };

/** Reads a file of at most `maxBytes` that the reader chose; `time` is when it was last changed. */
export async function readChosenBytes(filePath: string, maxBytes: number): Promise<Result<ChosenBytes>> {
  try {
    const file = await stat(filePath);
    if (!file.isFile()) throw new Error('is not a file');
    const { size, mtime } = file;
    if (size > maxBytes) return succeed({ type: 'too-large', size });
    return succeed({ type: 'bytes', bytes: await readFile(filePath), time: mtime.toISOString() });
  } catch (error) {
    return failForFileError(error, filePath);
  }
}

/** Reads a text file in UTF-8, with or without byte order mark, of at most `maxBytes`. */
export async function readChosenFile(filePath: string, maxBytes: number): Promise<Result<ChosenFile>> {
  const read = await readChosenBytes(filePath, maxBytes);
  if (!read.ok || read.value.type === 'too-large') return read as Result<ChosenFile>;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.value.bytes);
    return succeed({ type: 'text', text, time: read.value.time });
  } catch {
    return succeed({ type: 'not-utf-8' });
  }
}
