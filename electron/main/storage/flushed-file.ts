import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ShortWriteError } from './file-failure.ts';

/** What {@link replaceFlushed} writes before it takes its place: left lying by a program that was killed. */
export const PART_ENDING = '.part';

/** Writes a file that must not be there yet, in full and flushed, or throws. */
export function writeFlushed(filePath: string, content: string | Buffer): void {
  const bytes = Buffer.from(content);
  const descriptor = fs.openSync(filePath, 'wx', 0o600);
  try {
    for (let written = 0; written < bytes.length;) {
      const count = fs.writeSync(descriptor, bytes, written);
      if (count === 0) throw new ShortWriteError(filePath);
      written += count;
    }
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Puts a file where the reader wants it, in place of what may be there: written beside it, flushed, read back, renamed.
 * Throws where that fails, and then leaves what was there as it was.
 */
export function replaceFlushed(filePath: string, content: string | Buffer): void {
  const beside = `${filePath}.${randomUUID()}${PART_ENDING}`;
  try {
    writeFlushed(beside, content);
    if (!fs.readFileSync(beside).equals(Buffer.from(content))) throw new ShortWriteError(filePath);
    fs.renameSync(beside, filePath);
    flushFolder(path.dirname(filePath));
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error;
  }
}

/** Gives a flushed file a second name; where the file system knows no second names, a flushed copy. */
export function linkOrCopy(source: string, filePath: string): void {
  try {
    fs.linkSync(source, filePath);
  } catch {
    writeFlushed(filePath, fs.readFileSync(source, 'utf8'));
  }
}

/** Makes what was created or renamed in a folder durable. Windows cannot open folders and does not need it. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The sha256 of a text's UTF-8 bytes or of bytes, in lower-case hexadecimal digits. */
export function hashContent(content: string | Buffer): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return createHash('sha256').update(bytes).digest('hex');
}

/** The sha256 of the UTF-8 bytes of a text in parts. */
export function hashParts(parts: readonly string[]): string {
  // The hash itself takes ten times as long to make bytes of a long text.
  return hashContent(encodeParts(parts));
}

/** The UTF-8 bytes of a text in parts. */
export function encodeParts(parts: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(parts.reduce((length, part) => length + Buffer.byteLength(part), 0));
  let length = 0;
  for (const part of parts) length += bytes.write(part, length);
  return bytes;
}
