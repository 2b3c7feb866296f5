import fs from 'node:fs';
import path from 'node:path';
import ElectronStore from 'electron-store';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError, InUseError, isMissing, ShortWriteError } from './file-failure.ts';
import { encodeParts, flushFolder } from './flushed-file.ts';
import { restorePrevious, sweepLeftovers } from './sweep-leftovers.ts';

/** What one of our files holds at its top level. */
export type FileContent = Readonly<Record<string, unknown>>;

/** One JSON file that is either the old one or the new one, whatever happens while it is written. */
export interface DurableFile {
  readonly path: string;
  /** The content, or `undefined` where there is no file. A file that is not a JSON object is 'damaged-file'. */
  readonly read: () => Result<FileContent | undefined>;
  /** The bytes as they stand there, or `undefined` where there is no file. */
  readonly readText: () => Result<string | undefined>;
  /** Replaces the content. Success means that file and folder are flushed and that the file reads back the same. */
  readonly write: (content: FileContent) => Result<null>;
  /**
   * Replaces the content by a text, given in parts, that is the JSON of an object. `mayReplace` is asked at the last moment,
   * when everything is written: where it says no, the file is left as it is and the failure is 'in-use'.
   */
  readonly writeText: (parts: readonly string[], mayReplace?: () => boolean) => Result<null>;
}

/** A file at an absolute path ending in `.json`. Touches nothing until it is read or written. */
export function openDurableFile(filePath: string): DurableFile {
  const stage = createStage();

  function readText(): Result<string | undefined> {
    try {
      tidyAfterCrash(resolveLink(filePath));
      return decodeText(fs.readFileSync(filePath), filePath);
    } catch (error) {
      return isMissing(error) ? succeed(undefined) : failForFileError(error, filePath);
    }
  }

  function writeText(parts: readonly string[], mayReplace = () => true): Result<null> {
    try {
      // Once for all that follows: of a long text it takes as long as the disk does.
      const bytes = encodeParts(parts);
      prepareFolder(path.dirname(filePath));
      const target = resolveLink(filePath);
      try {
        replaceSafely(target, bytes, stage, mayReplace);
      } catch (error) {
        // Another program may have swept away what was being written: nothing is lost, it is written once more.
        if (!isMissing(error)) throw error;
        replaceSafely(target, bytes, stage, mayReplace);
      }
      return succeed(null);
    } catch (error) {
      return failForFileError(error, filePath);
    }
  }

  return {
    path: filePath,
    read: () => {
      const text = readText();
      if (!text.ok || text.value === undefined) return text.ok ? succeed(undefined) : text;
      return parseObject(text.value, filePath);
    },
    readText,
    write: (content) => writeText([JSON.stringify(content, undefined, 1), '\n']),
    writeText,
  };
}

/** Writes bytes into a file beside another, by electron-store. */
type Stage = (stagePath: string, bytes: Uint8Array) => void;

function createStage(): Stage {
  let opened: { readonly store: ElectronStore; readonly path: string } | undefined;
  let bytes: Uint8Array = new Uint8Array();
  return (stagePath, newBytes) => {
    bytes = newBytes;
    if (opened?.path !== stagePath) {
      const store = new ElectronStore({
        cwd: path.dirname(stagePath),
        name: path.basename(stagePath, '.new'),
        fileExtension: 'new',
        clearInvalidConfig: false,
        accessPropertiesByDotNotation: false,
        // Before it writes, the store reads what it replaces, for bookkeeping this program does not use.
        deserialize: () => ({}),
        serialize: () => bytes,
      });
      opened = { store, path: stagePath };
    }
    opened.store.store = {};
    bytes = new Uint8Array();
  };
}

/**
 * electron-store writes in place under Snap and where a rename crosses devices, and its writer takes a short write for a
 * whole one (conf 16, atomically 2), so on a full disk or in a crash a cut-off file could take the good one's place. So it
 * never writes the file itself: it writes one beside it, which takes the good one's place once it has been read back.
 */
function replaceSafely(target: string, bytes: Uint8Array, stage: Stage, mayReplace: () => boolean): void {
  const stagePath = `${target}.${process.pid}.new`;
  try {
    stage(stagePath, bytes);
    if (!fs.readFileSync(stagePath).equals(bytes)) throw new ShortWriteError(target);
    keepOwner(target, stagePath);
    flushFile(stagePath);
    if (!mayReplace()) throw new InUseError(target);
    fs.renameSync(stagePath, target);
    flushFolder(path.dirname(target));
  } catch (error) {
    removeQuietly(stagePath);
    throw error;
  }
}

function removeQuietly(stagePath: string): void {
  try {
    fs.rmSync(stagePath, { force: true });
  } catch {
    // The next start sweeps it away.
  }
}

/** Lets the new file be what the old one was to others; where that is not ours to say, it is ours. */
function keepOwner(target: string, stagePath: string): void {
  try {
    const old = fs.statSync(target, { throwIfNoEntry: false });
    if (old?.isFile() !== true) return;
    fs.chmodSync(stagePath, old.mode);
    if (old.uid !== process.getuid?.()) fs.chownSync(stagePath, old.uid, old.gid);
  } catch {
    // The content is what matters.
  }
}

function flushFile(filePath: string): void {
  const descriptor = fs.openSync(filePath, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Clears away what a killed program leaves beside one file. */
function tidyAfterCrash(target: string): void {
  try {
    restorePrevious(target);
  } catch {
    // A folder that may not be written can still be read; the next write will say what is wrong.
  }
  sweepLeftovers(path.dirname(target), (name) => name === path.basename(target));
}

/** Makes a folder, with those above it, durable, and makes sure that it may be written. */
export function prepareFolder(folder: string): void {
  const created = fs.mkdirSync(folder, { recursive: true });
  if (created !== undefined) {
    for (let made = folder; made.length >= created.length; made = path.dirname(made)) {
      flushFolder(path.dirname(made));
    }
  }
  // The store's writer repeats a refused write for a whole second with the program standing still; asking first does not.
  fs.accessSync(folder, fs.constants.W_OK);
}

/** Where a link points: the reader may keep notes in a synchronised folder. */
function resolveLink(filePath: string): string {
  return fs.existsSync(filePath) ? fs.realpathSync(filePath) : filePath;
}

function parseObject(text: string, filePath: string): Result<FileContent> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fail('damaged-file', `${filePath}: ${String(error)}`);
  }
  return isObject(value) ? succeed(value) : fail('damaged-file', `${filePath}: is not a JSON object`);
}

function isObject(value: unknown): value is FileContent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Bytes that are no UTF-8 would be read as other letters, and the file then be written over with those. */
function decodeText(bytes: Buffer, filePath: string): Result<string> {
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    return fail('damaged-file', `${filePath}: ${String(error)}`);
  }
}
