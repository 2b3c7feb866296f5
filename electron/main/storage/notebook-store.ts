import fs from 'node:fs';
import path from 'node:path';
import {
  applyChanges,
  EMPTY_NOTEBOOK,
  notebookSchema,
  type Notebook,
  type NotebookChange,
} from '../../../core/annotation/notebook.ts';
import {
  NOTEBOOK_MIGRATIONS,
  NOTEBOOK_SCHEMA_VERSION,
} from '../../../core/annotation/notebook-migrations.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { NotebookNotice } from '../../../ipc/storage.ts';
import { coalesceWrites, type CoalescedWrites } from './coalesced-writes.ts';
import { openDurableFile, type DurableFile } from './durable-file.ts';
import { failForFileError } from './file-failure.ts';
import { readVersioned } from './schema-version.ts';
import { isSafeWorkId } from './work-id.ts';

/** The notes of every work: one file each, held in memory from the first use on. */
export interface NotebookStore {
  /** The notes of a work; empty where there are none yet. A file that cannot be read is left as it is. */
  readonly load: (workId: string) => Result<Notebook>;
  /** What happened when the notes of a work were read, until the program ends. */
  readonly notices: (workId: string) => readonly NotebookNotice[];
  /** The works that have notes, on disk or in memory, in alphabetical order; also those whose notes cannot be read. */
  readonly listWorkIds: () => Result<readonly string[]>;
  /** Applies changes in memory at once; answers when they are durable on disk, or why they are not. */
  readonly change: (workId: string, changes: readonly NotebookChange[]) => Promise<Result<null>>;
  /** Writes what is still to be written, now. Answers the first failure. */
  readonly flush: () => Result<null>;
}

interface OpenNotebook {
  notebook: Notebook;
  readonly writes: CoalescedWrites;
}

/** The notebooks in a folder, which is created with the first note. */
export function openNotebookStore(folder: string): NotebookStore {
  const open = new Map<string, OpenNotebook>();

  function openNotebook(workId: string): Result<OpenNotebook> {
    const known = open.get(workId);
    if (known !== undefined) return succeed(known);
    if (!isSafeWorkId(workId)) return fail('invalid-request', `"${workId}" cannot name a work`);
    const file = openDurableFile(path.join(folder, `${workId}.json`));
    const read = readNotebook(file);
    if (!read.ok) return read;
    const opened: OpenNotebook = {
      notebook: read.value,
      writes: coalesceWrites(() =>
        file.write({ schemaVersion: NOTEBOOK_SCHEMA_VERSION, ...opened.notebook }),
      ),
    };
    open.set(workId, opened);
    return succeed(opened);
  }

  return {
    load: (workId) => {
      const opened = openNotebook(workId);
      return opened.ok ? succeed(opened.value.notebook) : opened;
    },
    notices: () => [],
    listWorkIds: () => {
      try {
        const onDisk = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
        const named = onDisk.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
        const inMemory = [...open]
          .filter(([, { notebook }]) => notebook !== EMPTY_NOTEBOOK)
          .map(([id]) => id);
        return succeed([...new Set([...named.filter(isSafeWorkId), ...inMemory])].toSorted());
      } catch (error) {
        return failForFileError(error, folder);
      }
    },
    change: async (workId, changes) => {
      const opened = openNotebook(workId);
      if (!opened.ok) return opened;
      opened.value.notebook = applyChanges(opened.value.notebook, changes);
      return opened.value.writes.request();
    },
    flush: () => {
      const results = [...open.values()].map(({ writes }) => writes.flush());
      return results.find(({ ok }) => !ok) ?? succeed(null);
    },
  };
}

function readNotebook(file: DurableFile): Result<Notebook> {
  const read = readVersioned(file, NOTEBOOK_SCHEMA_VERSION, NOTEBOOK_MIGRATIONS);
  if (!read.ok) return read;
  if (read.value === undefined) return succeed(EMPTY_NOTEBOOK);
  const parsed = notebookSchema.safeParse(read.value);
  if (parsed.success) return succeed(parsed.data);
  const [issue] = parsed.error.issues;
  return fail('damaged-file', `${file.path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
