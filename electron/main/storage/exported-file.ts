import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError, ShortWriteError } from './file-failure.ts';
import { flushFolder, writeFlushed } from './flushed-file.ts';

/**
 * Writes a file the reader has asked for: beside its place, flushed, renamed and read back. Until then a file that stood
 * there stays as it was, and nothing half-written is left lying.
 */
export function writeExportedFile(filePath: string, content: string | Uint8Array): Result<null> {
  const bytes = Buffer.from(content);
  const beside = path.join(path.dirname(filePath), `.${path.basename(filePath)}.${randomUUID()}.tmp`);
  try {
    try {
      writeFlushed(beside, bytes);
      if (!fs.readFileSync(beside).equals(bytes)) throw new ShortWriteError(filePath);
      fs.renameSync(beside, filePath);
    } finally {
      fs.rmSync(beside, { force: true });
    }
    flushFolder(path.dirname(filePath));
    return succeed(null);
  } catch (error) {
    return failForFileError(error, filePath);
  }
}
