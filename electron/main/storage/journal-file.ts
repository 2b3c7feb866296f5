import fs from 'node:fs';
import path from 'node:path';
import { succeed, type Result } from '../../../ipc/result.ts';
import { prepareFolder } from './durable-file.ts';
import { failForFileError, isMissing, ShortWriteError } from './file-failure.ts';
import { flushFolder } from './flushed-file.ts';

const LINE_FEED = 10;

/** A file that only grows, a line at a time; what was half written is cut off again. */
export interface JournalFile {
  readonly path: string;
  /** In bytes, of what is known to be durable. */
  readonly length: () => number;
  /** The whole lines that stand there, or `undefined` where there is no file. */
  readonly read: () => Result<string | undefined>;
  /** Appends a line. Success means that it is written in full and flushed. A failure leaves the file as it was. */
  readonly append: (line: string) => Result<null>;
  /** Whether the file still holds what was appended: somebody may have taken it away. */
  readonly isWhole: () => boolean;
  /** Removes the file: what it says stands elsewhere. */
  readonly remove: () => Result<null>;
  /** To be called when somebody has renamed the file. */
  readonly forget: () => void;
}

/** The journal at an absolute path. Touches nothing until it is appended to. */
export function openJournalFile(filePath: string): JournalFile {
  let length = 0;

  function append(bytes: Buffer): void {
    const isNew = !fs.existsSync(filePath);
    if (isNew) prepareFolder(path.dirname(filePath));
    const descriptor = fs.openSync(filePath, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600);
    try {
      // What an earlier attempt could not take back would run into this line.
      if (fs.fstatSync(descriptor).size > length) fs.ftruncateSync(descriptor, length);
      writeFully(descriptor, bytes, length, filePath);
      fs.fdatasyncSync(descriptor);
      if (isNew) flushFolder(path.dirname(filePath));
    } catch (error) {
      takeBack(descriptor, length);
      throw error;
    } finally {
      fs.closeSync(descriptor);
    }
    length += bytes.length;
  }

  return {
    path: filePath,
    length: () => length,
    read: () => {
      try {
        const bytes = fs.readFileSync(filePath);
        length = bytes.lastIndexOf(LINE_FEED) + 1;
        return succeed(bytes.toString('utf8', 0, length));
      } catch (error) {
        length = 0;
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
        fs.rmSync(filePath, { force: true });
        length = 0;
        flushFolder(path.dirname(filePath));
        return succeed(null);
      } catch (error) {
        return failForFileError(error, filePath);
      }
    },
    forget: () => (length = 0),
  };
}

/** A full disk may take a part of what is written without a word. */
function writeFully(descriptor: number, bytes: Buffer, position: number, filePath: string): void {
  for (let written = 0; written < bytes.length;) {
    const count = fs.writeSync(descriptor, bytes, written, bytes.length - written, position + written);
    if (count === 0) throw new ShortWriteError(filePath);
    written += count;
  }
}

function takeBack(descriptor: number, length: number): void {
  try {
    fs.ftruncateSync(descriptor, length);
    fs.fdatasyncSync(descriptor);
  } catch {
    // The next attempt cuts it off before it writes.
  }
}
