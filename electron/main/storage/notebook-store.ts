import fs from 'node:fs';
import path from 'node:path';
import { EMPTY_NOTEBOOK, type Notebook, type NotebookChange } from '../../../core/annotation/notebook.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { NotebookNotice } from '../../../ipc/storage.ts';
import { runWithPauses } from '../run-with-pauses.ts';
import { openDurableFile } from './durable-file.ts';
import { failForFileError } from './file-failure.ts';
import { openJournalFile } from './journal-file.ts';
import { openKnownFiles } from './known-files.ts';
import { openNotebook, type NotebookParts, type OpenNotebook, type UnsavedNotes } from './open-notebook.ts';
import { readNotesInSteps, type NotesOnDisk } from './read-notes.ts';
import { restoreAllPrevious, sweepLeftovers } from './sweep-leftovers.ts';
import { isSafeWorkId } from './work-id.ts';
import { openWriteLock, sweepLocks } from './write-lock.ts';

/** The notes of every work: a snapshot and a journal each, held in memory from the first use on. */
export interface NotebookStore {
  /**
   * The notes of a work; empty where there are none yet. A damaged file is put aside and the newest sound backup stands in
   * its place; one that may not be read, or that a later version wrote, is a failure and left as it is.
   */
  readonly load: (workId: string) => Result<Notebook>;
  /**
   * Reads the notes of a work in small steps, between which the program does what else there is to do; `load` then has
   * them at once. Whoever cannot wait may call that meanwhile.
   */
  readonly readAhead: (workId: string) => Promise<void>;
  /** What happened when the notes of a work were read, until the program ends. */
  readonly notices: (workId: string) => readonly NotebookNotice[];
  /** The works that have notes, on disk or in memory, in alphabetical order; also those whose notes cannot be read. */
  readonly listWorkIds: () => Result<readonly string[]>;
  /** Applies changes in memory at once; answers when they are durable on disk, or why they are not. */
  readonly change: (workId: string, changes: readonly NotebookChange[]) => Promise<Result<null>>;
  /**
   * Writes what is still to be written of a work and lets go of it, so that its files can be moved. Where something cannot
   * be written it stays open.
   */
  readonly release: (workId: string) => Result<null>;
  /** Writes what is still to be written, now. Answers the first failure. */
  readonly flush: () => Result<null>;
  /** What should be on disk and is not, in all works, with the first reason; null where everything is. */
  readonly unsaved: () => UnsavedNotes | null;
}

/** What the store asks of the rest of the program. */
export type NotebookStoreParts = Pick<NotebookParts, 'now' | 'newestSound' | 'keepBeforeMigration'>;

/** A store without backups. */
const ALONE: NotebookStoreParts = {
  now: () => new Date(),
  newestSound: () => succeed(undefined),
  keepBeforeMigration: () => succeed(null),
};

/** The notebooks in a folder, which is created with the first note. Clears away what dead writers have left there. */
export function openNotebookStore(folder: string, parts: NotebookStoreParts = ALONE): NotebookStore {
  const open = new Map<string, OpenNotebook>();
  restoreAllPrevious(folder);
  sweepLeftovers(folder, () => true);
  sweepLocks(folder);

  function openWork(workId: string): Result<OpenNotebook> {
    const known = open.get(workId);
    if (known !== undefined) return succeed(known);
    if (!isSafeWorkId(workId)) return fail('invalid-request', `"${workId}" cannot name a work`);
    return openRead(describeWork(workId));
  }

  function describeWork(workId: string): NotebookParts {
    const file = openDurableFile(path.join(folder, `${workId}.json`));
    const journal = openJournalFile(path.join(folder, `${workId}.journal`));
    return {
      ...parts,
      workId,
      file,
      journal,
      known: openKnownFiles([file.path, journal.path]),
      lock: openWriteLock(path.join(folder, `${workId}.lock`)),
    };
  }

  function openRead(work: NotebookParts, read?: Result<NotesOnDisk>): Result<OpenNotebook> {
    const opened = openNotebook(work, read);
    if (opened.ok) open.set(work.workId, opened.value);
    return opened;
  }

  async function readAhead(workId: string): Promise<void> {
    if (open.has(workId) || !isSafeWorkId(workId)) return;
    const work = describeWork(workId);
    const read = await runWithPauses(readNotesInSteps(work));
    // Somebody may not have waited: what is open by now is newer.
    if (!open.has(workId)) openRead(work, read);
  }

  return {
    load: (workId) => {
      const opened = openWork(workId);
      return opened.ok ? succeed(opened.value.notebook()) : opened;
    },
    readAhead,
    notices: (workId) => open.get(workId)?.notices() ?? [],
    listWorkIds: () => {
      try {
        const onDisk = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
        const named = onDisk.flatMap((name) => /^(.+)\.(?:json|journal)$/u.exec(name)?.[1] ?? []);
        const inMemory = [...open]
          .filter(([, { notebook }]) => notebook() !== EMPTY_NOTEBOOK)
          .map(([id]) => id);
        return succeed([...new Set([...named.filter(isSafeWorkId), ...inMemory])].toSorted());
      } catch (error) {
        return failForFileError(error, folder);
      }
    },
    change: async (workId, changes) => {
      const opened = openWork(workId);
      return opened.ok ? opened.value.change(changes) : opened;
    },
    release: (workId) => {
      const opened = open.get(workId);
      const flushed = opened?.flush() ?? succeed(null);
      if (flushed.ok) open.delete(workId);
      return flushed;
    },
    flush: () => {
      const results = [...open.values()].map(({ flush }) => flush());
      return results.find(({ ok }) => !ok) ?? succeed(null);
    },
    unsaved: () => {
      const behind = [...open.values()].flatMap(({ unsaved }) => unsaved() ?? []);
      const [first] = behind;
      if (first === undefined) return null;
      return {
        failure: first.failure,
        noteCount: behind.reduce((sum, { noteCount }) => sum + noteCount, 0),
      };
    },
  };
}
