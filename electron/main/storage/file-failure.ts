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
  ['EINUSE', 'in-use'],
]);

/** The file arrived on the disk shorter than it was written: what a full disk does without saying so. */
export class ShortWriteError extends Error {
  readonly code = 'ENOSPC';

  constructor(path: string) {
    super(`ENOSPC: ${path} could not be written in full; the previous file was kept`);
    this.name = 'ShortWriteError';
  }
}

/** Another program writes the same files at this moment. Nothing was written; it is to be tried again. */
export class InUseError extends Error {
  readonly code = 'EINUSE';

  constructor(path: string) {
    super(`EINUSE: ${path}: another program is writing here`);
    this.name = 'InUseError';
  }
}

/** A failed result for an error thrown by the file system, which names the file. */
export function failForFileError(error: unknown, path: string): Result<never> {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return fail(CODES.get(code) ?? 'unexpected', message.includes(path) ? message : `${path}: ${message}`);
}

/** Whether an error says that there is no such file: also below a file that stands where the folder should be. */
export function isMissing(error: unknown): boolean {
  return hasErrorCode(error, 'ENOENT') || hasErrorCode(error, 'ENOTDIR');
}

/** Whether an error is the one that the system calls so. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return codeOf(error) === code;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
