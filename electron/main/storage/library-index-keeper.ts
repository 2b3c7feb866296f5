import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { LibraryIndexPart } from '../../../core/search/library-index.ts';
import type { LibraryIndexPiece } from '../../../ipc/library-search.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError } from './file-failure.ts';
import { flushFolder, PART_ENDING } from './flushed-file.ts';

/** Where the two files of the index of the whole library are kept. */
export type LibraryIndexFiles = Readonly<Record<LibraryIndexPart, string>>;

/** Takes a piece of one of the files; answers once it is written, and with the last one, once the file is on disk. */
export type KeepLibraryIndexPiece = (piece: LibraryIndexPiece) => Promise<Result<null>>;

/** A file that is being written beside the one it will take the place of. */
interface Unfinished {
  readonly beside: string;
  readonly handle: FileHandle;
  readonly total: number;
  written: number;
}

/**
 * Keeps the index of the whole library, which comes in pieces: as one it would hold up whatever else the program does. It
 * can always be made again: losing it loses nothing.
 */
export function createLibraryIndexKeeper(files: LibraryIndexFiles): KeepLibraryIndexPiece {
  const unfinished = new Map<LibraryIndexPart, Unfinished>();
  let last: Promise<unknown> = Promise.resolve();

  async function begin(part: LibraryIndexPart, total: number): Promise<Unfinished> {
    await abandon(part);
    const folder = path.dirname(files[part]);
    await mkdir(folder, { recursive: true });
    sweep(files[part]);
    const beside = `${files[part]}.${randomUUID()}${PART_ENDING}`;
    const begun = { beside, handle: await open(beside, 'wx', 0o600), total, written: 0 };
    unfinished.set(part, begun);
    return begun;
  }

  async function finish(part: LibraryIndexPart, { handle, beside }: Unfinished): Promise<void> {
    await handle.sync();
    await handle.close();
    await rename(beside, files[part]);
    unfinished.delete(part);
    flushFolder(path.dirname(files[part]));
  }

  async function abandon(part: LibraryIndexPart): Promise<void> {
    const begun = unfinished.get(part);
    if (begun === undefined) return;
    unfinished.delete(part);
    await begun.handle.close().catch(() => {});
    await rm(begun.beside, { force: true });
  }

  async function keep({ part, offset, total, bytes }: LibraryIndexPiece): Promise<Result<null>> {
    const content = Buffer.from(bytes, 'base64');
    const before = unfinished.get(part);
    const isNext = before?.written === offset && before.total === total;
    if ((offset > 0 && !isNext) || offset + content.length > total || content.length === 0) {
      return fail('invalid-request', `There is no place for bytes ${offset} and on of ${total} of the index`);
    }
    try {
      const file = offset === 0 || before === undefined ? await begin(part, total) : before;
      await file.handle.writeFile(content);
      file.written += content.length;
      if (file.written === total) await finish(part, file);
      return succeed(null);
    } catch (error) {
      await abandon(part).catch(() => {});
      return failForFileError(error, files[part]);
    }
  }

  return (piece) => {
    // One after the other, also where the page does not wait.
    const kept = last.then(() => keep(piece));
    last = kept;
    return kept;
  };
}

/** Removes what a program that was killed has left beside a file. */
function sweep(filePath: string): void {
  const folder = path.dirname(filePath);
  const name = path.basename(filePath);
  for (const entry of fs.readdirSync(folder)) {
    if (entry.startsWith(`${name}.`) && entry.endsWith(PART_ENDING)) fs.rmSync(path.join(folder, entry));
  }
}
