import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { DurableFile, FileContent } from './durable-file.ts';

/**
 * Reads a file that carries `schemaVersion`. A version this program does not know is 'newer-file': a later version of
 * the program wrote it, and it must not be overwritten. `undefined` where there is no file.
 */
export function readVersioned(file: DurableFile, knownVersion: number): Result<FileContent | undefined> {
  const read = file.read();
  if (!read.ok || read.value === undefined) return read;
  const { schemaVersion, ...content } = read.value;
  if (typeof schemaVersion !== 'number' || !Number.isInteger(schemaVersion) || schemaVersion < 1) {
    return fail('damaged-file', `${file.path}: schemaVersion is missing or not a whole number`);
  }
  if (schemaVersion > knownVersion) {
    return fail(
      'newer-file',
      `${file.path}: has schema version ${schemaVersion}, this program knows ${knownVersion}`,
    );
  }
  return succeed(content);
}
