import fs from 'node:fs';
import path from 'node:path';
import { isPastBin } from '../../../core/annotation/purge-bin.ts';
import { z } from '../../../core/schema.ts';
import { workIdSchema } from '../../../core/text/work-id.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import { BINNED_WORK_ID, type BinnedWork, type RestoredWork } from '../../../ipc/works.ts';
import { failForFileError } from './file-failure.ts';
import { flushFolder, replaceFlushed } from './flushed-file.ts';
import type { NotebookStore } from './notebook-store.ts';
import type { RevisionShelf } from './revision-shelf.ts';
import { isSafeWorkId } from './work-id.ts';
import type { WorkNames } from './work-names.ts';

/** What is known of a work when it is put into the bin. */
export type BinLabel = Omit<BinnedWork, 'id' | 'deleted'>;

/** Works the reader has deleted, with their notes, each in a folder of its own: `bin/<time>-<work-id>/`. */
export interface WorkBin {
  /** What lies there, the newest first. */
  readonly list: () => Result<readonly BinnedWork[]>;
  /** Whether a work of this id lies there. */
  readonly holds: (workId: string) => boolean;
  /** Moves the texts and notes of a work there. Where that fails all is as it was. */
  readonly put: (label: BinLabel) => Result<BinnedWork>;
  /** Moves them back, unless there is a work of this id again. */
  readonly restore: (id: string) => Result<RestoredWork>;
  /** Erases works for good. */
  readonly erase: (ids: readonly string[]) => Result<null>;
}

interface BinParts {
  /** Where the bin is; created with the first work. */
  readonly folder: string;
  readonly libraryFolder: string;
  readonly notesFolder: string;
  readonly notebooks: Pick<NotebookStore, 'release'>;
  readonly shelf: Pick<RevisionShelf, 'forget'>;
  readonly names: Pick<WorkNames, 'forget'>;
  readonly now: () => Date;
}

const labelSchema = z.strictObject({
  schema: z.literal(1),
  workId: workIdSchema,
  titles: z.record(z.string(), z.string()),
  languages: z.array(z.string()).readonly(),
  unitCount: z.int().nonnegative(),
  noteCount: z.int().nonnegative().nullable(),
  deleted: z.iso.datetime(),
});

const LABEL = 'work.json';
const TEXTS = 'texts';
const NOTES = 'notes';

/**
 * Opens the bin: puts to rights what a crash has left half-way, and erases what was deleted more than `BIN_DAYS` days
 * ago. The notes go before the texts, and come back before them: whether the texts are there says whether a work is deleted.
 */
export function openWorkBin(parts: BinParts): WorkBin {
  const { folder, libraryFolder, notesFolder, now } = parts;
  const entryOf = (id: string): string => path.join(folder, id);
  const textsOf = (workId: string): string => path.join(libraryFolder, workId);

  function list(): Result<readonly BinnedWork[]> {
    try {
      const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
      return succeed(
        names
          .filter((name) => BINNED_WORK_ID.test(name))
          .toSorted()
          .toReversed()
          .flatMap((id) => readLabel(entryOf(id), id) ?? []),
      );
    } catch (error) {
      return failForFileError(error, folder);
    }
  }

  /** Lets everybody who knows a work look again. */
  function forget(workId: string): void {
    parts.shelf.forget(workId);
    parts.names.forget(workId);
  }

  function bringBackNotes(entry: string): void {
    moveNotes(path.join(entry, NOTES), notesFolder);
  }

  /** A work whose texts are not in the bin was not deleted, or is restored already. */
  function recover({ id }: BinnedWork): void {
    const entry = entryOf(id);
    if (fs.existsSync(path.join(entry, TEXTS))) return;
    bringBackNotes(entry);
    fs.rmSync(entry, { recursive: true, force: true });
  }

  function put(label: BinLabel): Result<BinnedWork> {
    const { workId } = label;
    if (!isSafeWorkId(workId)) return fail('invalid-request', `"${workId}" cannot name a work`);
    const released = parts.notebooks.release(workId);
    if (!released.ok) return released;
    const deleted = now().toISOString();
    // Colons may not stand in file names on Windows.
    const id = `${deleted.replaceAll(':', '-')}-${workId}`;
    const entry = entryOf(id);
    const binned = { ...label, id, deleted };
    try {
      fs.mkdirSync(path.join(entry, NOTES), { recursive: true });
      replaceFlushed(path.join(entry, LABEL), `${JSON.stringify({ schema: 1, ...label, deleted })}\n`);
      for (const name of notesOf(notesFolder, workId)) {
        fs.renameSync(path.join(notesFolder, name), path.join(entry, NOTES, name));
      }
      flushFolder(path.join(entry, NOTES));
      fs.renameSync(textsOf(workId), path.join(entry, TEXTS));
      for (const changed of [entry, libraryFolder, folder]) flushFolder(changed);
      forget(workId);
      return succeed(binned);
    } catch (error) {
      try {
        recover(binned);
      } catch {
        // The next start tries once more.
      }
      return failForFileError(error, entry);
    }
  }

  function restore(id: string): Result<RestoredWork> {
    const entry = entryOf(id);
    const binned = readLabel(entry, id);
    if (binned === undefined) return fail('not-found', `${entry} is not in the bin`);
    const { workId } = binned;
    const hasNotesTwice =
      notesOf(notesFolder, workId).length > 0 && notesOf(path.join(entry, NOTES), workId).length > 0;
    if (fs.existsSync(textsOf(workId)) || hasNotesTwice) return succeed({ type: 'in-use', workId });
    const released = parts.notebooks.release(workId);
    if (!released.ok) return released;
    try {
      bringBackNotes(entry);
      fs.mkdirSync(libraryFolder, { recursive: true });
      fs.renameSync(path.join(entry, TEXTS), textsOf(workId));
      flushFolder(libraryFolder);
      fs.rmSync(entry, { recursive: true, force: true });
      forget(workId);
      return succeed({ type: 'restored', workId });
    } catch (error) {
      return failForFileError(error, entry);
    }
  }

  function erase(ids: readonly string[]): Result<null> {
    for (const id of ids) {
      if (!BINNED_WORK_ID.test(id)) return fail('invalid-request', `"${id}" names nothing in the bin`);
      try {
        fs.rmSync(entryOf(id), { recursive: true, force: true });
      } catch (error) {
        return failForFileError(error, entryOf(id));
      }
    }
    return succeed(null);
  }

  const found = list();
  for (const binned of found.ok ? found.value : []) {
    try {
      recover(binned);
    } catch {
      // Where it may not be written, it stays as it is until it may.
    }
    if (isPastBin(binned.deleted, now())) erase([binned.id]);
  }
  return {
    list,
    holds: (workId) => {
      const listed = list();
      return listed.ok && listed.value.some((binned) => binned.workId === workId);
    },
    put,
    restore,
    erase,
  };
}

function readLabel(entry: string, id: string): BinnedWork | undefined {
  try {
    const { schema: _, ...label } = labelSchema.parse(
      JSON.parse(fs.readFileSync(path.join(entry, LABEL), 'utf8')),
    );
    return { ...label, id };
  } catch {
    // What does not say what it is cannot be restored by a program; it is left for its owner to look at.
    return undefined;
  }
}

/** The files in which the notes of a work stand; what was put aside as damaged stays where its owner was told. */
function notesOf(folder: string, workId: string): readonly string[] {
  return [`${workId}.json`, `${workId}.journal`].filter((name) => fs.existsSync(path.join(folder, name)));
}

/** Moves notes to where none are; what stands there already is newer. */
function moveNotes(from: string, to: string): void {
  const names = fs.existsSync(from) ? fs.readdirSync(from) : [];
  if (names.length === 0) return;
  fs.mkdirSync(to, { recursive: true });
  for (const name of names) {
    if (!fs.existsSync(path.join(to, name))) fs.renameSync(path.join(from, name), path.join(to, name));
  }
  flushFolder(to);
}
