import fs from 'node:fs';
import path from 'node:path';
import { succeed, type Result } from '../../../ipc/result.ts';
import { prepareFolder } from './durable-file.ts';
import { failForFileError, InUseError, isMissing, ShortWriteError } from './file-failure.ts';
import { flushFolder } from './flushed-file.ts';

const LINE_FEED = 10;

/** What follows the name of a journal and of the process that clears it away. Swept away where that was killed meanwhile. */
const CLEARED_ENDING = '.cleared';

/** A file that only grows, a line at a time; what was half written is cut off again. */
export interface JournalFile {
  readonly path: string;
  /** In bytes, of what is known to be durable. */
  readonly length: () => number;
  /** The whole lines that stand there, or `undefined` where there is no file. */
  readonly read: () => Result<string | undefined>;
  /**
   * Appends a line. Success means that it is written in full and flushed, at the end of what was read or appended before, in
   * the file that has this name. 'in-use' where somebody else has written there or has taken the file away; any other
   * failure leaves the file as it was.
   */
  readonly append: (line: string) => Result<null>;
  /** Whether the file still holds what was appended: somebody may have taken it away. */
  readonly isWhole: () => boolean;
  /**
   * Removes the file: what it says stands elsewhere. Gives the lines that somebody else has appended since it was last read
   * or appended to; nobody has been told that they are safe but by them.
   */
  readonly remove: () => Result<string>;
  /** To be called when somebody has renamed the file. */
  readonly forget: () => void;
}

/** The journal at an absolute path. Touches nothing until it is appended to. */
export function openJournalFile(filePath: string): JournalFile {
  let length = 0;
  /** In bytes, of the file as we know it: with what stands there behind the last whole line. */
  let size = 0;

  function append(bytes: Buffer): void {
    const isNew = !fs.existsSync(filePath);
    if (isNew) prepareFolder(path.dirname(filePath));
    const { O_RDWR, O_CREAT, O_APPEND } = fs.constants;
    const descriptor = fs.openSync(filePath, O_RDWR | O_CREAT | O_APPEND, 0o600);
    try {
      const found = fs.fstatSync(descriptor).size;
      if (found !== (isNew ? 0 : size)) throw new InUseError(filePath);
      // What an earlier attempt could not take back, or a killed program has left, would run into this line.
      if (found > length) fs.truncateSync(filePath, length);
      size = length;
      writeFully(descriptor, bytes, filePath);
      fs.fdatasyncSync(descriptor);
      if (isNew) flushFolder(path.dirname(filePath));
      if (!isSameFile(descriptor, filePath)) throw new InUseError(filePath);
      if (fs.fstatSync(descriptor).size !== length + bytes.length) throw new InUseError(filePath);
    } catch (error) {
      if (!(error instanceof InUseError)) size = takeBack(filePath, length, bytes.length);
      throw error;
    } finally {
      fs.closeSync(descriptor);
    }
    length += bytes.length;
    size = length;
  }

  function know(newLength: number, newSize: number): void {
    length = newLength;
    size = newSize;
  }

  return {
    path: filePath,
    length: () => length,
    read: () => {
      try {
        const bytes = fs.readFileSync(filePath);
        know(bytes.lastIndexOf(LINE_FEED) + 1, bytes.length);
        return succeed(bytes.toString('utf8', 0, length));
      } catch (error) {
        know(0, 0);
        return isMissing(error) ? succeed(undefined) : failForFileError(error, filePath);
      }
    },
    append: (line) => {
      try {
        append(Buffer.from(line));
        return succeed(null);
      } catch (error) {
        return failForFileError(error, filePath);
      }
    },
    isWhole: () => {
      try {
        return length === 0 || fs.statSync(filePath).size >= length;
      } catch {
        return false;
      }
    },
    remove: () => {
      try {
        const late = clearAway(filePath, length);
        know(0, 0);
        return succeed(late);
      } catch (error) {
        return failForFileError(error, filePath);
      }
    },
    forget: () => know(0, 0),
  };
}

/**
 * Removes a journal, and gives the whole lines behind a length. First it loses its name: whoever appends from then on finds no
 * file of this name, or another, and does not take his line for written; what was written before is read here.
 */
function clearAway(filePath: string, length: number): string {
  const cleared = `${filePath}.${process.pid}${CLEARED_ENDING}`;
  // Nothing, or a folder that was put in its place.
  if (fs.statSync(filePath, { throwIfNoEntry: false })?.isFile() !== true) return '';
  try {
    fs.renameSync(filePath, cleared);
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
  const late =
    fs.statSync(cleared).size > length ? fs.readFileSync(cleared).subarray(length) : Buffer.alloc(0);
  fs.rmSync(cleared, { force: true });
  flushFolder(path.dirname(filePath));
  return late.toString('utf8', 0, late.lastIndexOf(LINE_FEED) + 1);
}

function isSameFile(descriptor: number, filePath: string): boolean {
  const named = fs.statSync(filePath, { bigint: true, throwIfNoEntry: false });
  return named !== undefined && named.ino === fs.fstatSync(descriptor, { bigint: true }).ino;
}

/** A full disk may take a part of what is written without a word. */
function writeFully(descriptor: number, bytes: Buffer, filePath: string): void {
  for (let written = 0; written < bytes.length;) {
    const count = fs.writeSync(descriptor, bytes, written);
    if (count === 0) throw new ShortWriteError(filePath);
    written += count;
  }
}

/** Cuts off what was written of a line, unless somebody has written behind it. Gives the size that the file has then. */
function takeBack(filePath: string, length: number, lineLength: number): number {
  try {
    const descriptor = fs.openSync(filePath, 'r+');
    try {
      const { size } = fs.fstatSync(descriptor);
      if (size < length || size > length + lineLength) return size;
      fs.ftruncateSync(descriptor, length);
      fs.fdatasyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    // The next attempt cuts it off before it writes.
    return sizeOf(filePath);
  }
  return length;
}

function sizeOf(filePath: string): number {
  try {
    return fs.statSync(filePath).size;
  } catch {
    return 0;
  }
}
