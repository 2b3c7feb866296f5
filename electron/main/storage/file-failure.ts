import { fail, type FailureCode, type Result } from '../../../ipc/result.ts';

/** The system's words for what a reader can act on; whatever is not listed is 'unexpected'. */
const CODES: ReadonlyMap<string, FailureCode> = new Map([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  // Where the folder should be, or one above it, stands a file.
  ['EEXIST', 'no-folder'],
  ['ENOTDIR', 'no-folder'],
  // Where the file should be, stands a folder.
  ['EISDIR', 'damaged-file'],
]);

/** The file arrived on the disk shorter than it was written: what a full disk does without saying so. */
export class ShortWriteError extends Error {
  readonly code = 'ENOSPC';

  constructor(path: string) {
    super(`ENOSPC: ${path} could not be written in full; the previous file was kept`);
    this.name = 'ShortWriteError';
  }
}

/** A failed result for an error thrown by the file system, which names the file. */
export function failForFileError(error: unknown, path: string): Result<never> {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = error instanceof Error ? error.message : String(error);
  return fail(CODES.get(code) ?? 'unexpected', message.includes(path) ? message : `${path}: ${message}`);
}

/** Whether an error says that there is no such file: also below a file that stands where the folder should be. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
