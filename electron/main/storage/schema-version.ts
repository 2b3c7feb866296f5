import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { DurableFile, FileContent } from './durable-file.ts';

/** One step from a schema version to the next. */
interface Migration {
  readonly from: number;
  readonly migrate: (content: FileContent) => FileContent;
}

/**
 * Reads a file that carries `schemaVersion`. A version this program does not know is 'newer-file': a later version of
 * the program wrote it, and it must not be overwritten. An older one is brought up to date in memory. `undefined` where there is no file.
 */
export function readVersioned(
  file: DurableFile,
  knownVersion: number,
  migrations: readonly Migration[] = [],
): Result<FileContent | undefined> {
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
  return succeed(migrate(content, schemaVersion, migrations));
}

function migrate(content: FileContent, version: number, migrations: readonly Migration[]): FileContent {
  return migrations
    .filter(({ from }) => from >= version)
    .reduce((migrated, step) => step.migrate(migrated), content);
}
