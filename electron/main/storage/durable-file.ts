import fs from 'node:fs';
import path from 'node:path';
import ElectronStore from 'electron-store';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError, ShortWriteError } from './file-failure.ts';

/** What one of our files holds at its top level. */
export type FileContent = Readonly<Record<string, unknown>>;

/** One JSON file that is either the old one or the new one, whatever happens while it is written. */
export interface DurableFile {
  readonly path: string;
  /** The content, or `undefined` where there is no file. A file that is not a JSON object is 'damaged-file'. */
  readonly read: () => Result<FileContent | undefined>;
  /** Replaces the content. Success means that file and folder are flushed and that the file reads back the same. */
  readonly write: (content: FileContent) => Result<null>;
}

/** A file at an absolute path ending in `.json`. Touches nothing until it is read or written. */
export function openDurableFile(filePath: string): DurableFile {
  let store: ElectronStore | undefined;
  let written = '';

  function openStore(): ElectronStore {
    return new ElectronStore({
      cwd: path.dirname(filePath),
      name: path.basename(filePath, '.json'),
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      // Before it writes, the store reads what it replaces, for bookkeeping this program does not use; `read` is below.
      deserialize: () => ({}),
      serialize: (content) => (written = `${JSON.stringify(content, undefined, 1)}\n`),
    });
  }

  return {
    path: filePath,
    read: () => {
      try {
        tidyAfterCrash(resolveLink(filePath));
        return parseObject(fs.readFileSync(filePath, 'utf8'), filePath);
      } catch (error) {
        return isMissing(error) ? succeed(undefined) : failForFileError(error, filePath);
      }
    },
    write: (content) => {
      try {
        prepareFolder(path.dirname(filePath));
        replaceSafely(filePath, () => {
          store ??= openStore();
          store.store = content;
          return written;
        });
        return succeed(null);
      } catch (error) {
        return failForFileError(error, filePath);
      }
    },
  };
}

/**
 * electron-store writes beside the file, flushes and renames, but its writer takes a short write for a whole one
 * (atomically 2 ignores the count), so on a full disk a cut-off file can take the good one's place. So the good file
 * keeps a second name until the new one has been read back.
 */
function replaceSafely(filePath: string, write: () => string): void {
  const target = resolveLink(filePath);
  const previous = previousName(target);
  const hadFile = fs.existsSync(target);
  if (hadFile) giveSecondName(target, previous);
  try {
    const text = write();
    if (!fs.readFileSync(target).equals(Buffer.from(text))) throw new ShortWriteError(filePath);
    flushFolder(path.dirname(target));
  } catch (error) {
    if (hadFile) fs.renameSync(previous, target);
    else fs.rmSync(target, { force: true });
    throw error;
  } finally {
    // Also after the rename above: of two names for one file, rename leaves both.
    fs.rmSync(previous, { force: true });
  }
}

/** Clears away what a killed program leaves: a second name (see `replaceSafely`) and the writer's temporary files. */
function tidyAfterCrash(target: string): void {
  try {
    restorePrevious(target);
    const leftover = `${path.basename(target)}.tmp-`;
    const folder = path.dirname(target);
    for (const name of fs.readdirSync(folder)) {
      if (name.startsWith(leftover)) fs.rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // A folder that may not be written can still be read; the next write will say what is wrong.
  }
}

function restorePrevious(target: string): void {
  const previous = previousName(target);
  if (!fs.existsSync(previous)) return;
  const isWhole = fs.existsSync(target) && parseObject(fs.readFileSync(target, 'utf8'), target).ok;
  if (isWhole) fs.rmSync(previous);
  else fs.renameSync(previous, target);
}

function previousName(target: string): string {
  return `${target}.previous`;
}

function giveSecondName(target: string, previous: string): void {
  fs.rmSync(previous, { force: true });
  try {
    fs.linkSync(target, previous);
  } catch {
    copyWhole(target, previous);
  }
}

/** For file systems without hard links (FAT, some network drives). Leaves no half copy that could be taken for a good file. */
function copyWhole(target: string, previous: string): void {
  try {
    fs.copyFileSync(target, previous);
  } catch (error) {
    fs.rmSync(previous, { force: true });
    throw error;
  }
}

function prepareFolder(folder: string): void {
  const created = fs.mkdirSync(folder, { recursive: true });
  if (created !== undefined) {
    for (let made = folder; made.length >= created.length; made = path.dirname(made)) {
      flushFolder(path.dirname(made));
    }
  }
  // The store's writer repeats a refused write for a whole second with the program standing still; asking first does not.
  fs.accessSync(folder, fs.constants.W_OK);
}

/** Makes a rename durable. Windows cannot open folders and does not need it. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
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

/** Also below a file that stands where the folder should be: nothing can be lost there. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
