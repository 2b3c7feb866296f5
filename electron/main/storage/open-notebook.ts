import fs from 'node:fs';
import { changedNoteIds } from '../../../core/annotation/changed-note-ids.ts';
import { compactChanges, parseJournal, serializeRecord } from '../../../core/annotation/journal.ts';
import { prepareLines, serializeNotebookFile } from '../../../core/annotation/notebook-file.ts';
import { applyChanges, type Notebook, type NotebookChange } from '../../../core/annotation/notebook.ts';
import { purgeBin } from '../../../core/annotation/purge-bin.ts';
import { joinNotebooks } from '../../../core/formats/note-files/join-notebooks.ts';
import { succeed, type Failure, type Result } from '../../../ipc/result.ts';
import type { NotebookNotice } from '../../../ipc/storage.ts';
import { coalesceWrites } from './coalesced-writes.ts';
import { failForFileError, InUseError } from './file-failure.ts';
import { hashParts } from './flushed-file.ts';
import { asideName, putAside } from './put-aside.ts';
import {
  readNotes,
  type NotesDamage,
  type NotesOnDisk,
  type NotesSources,
  type SnapshotDamage,
} from './read-notes.ts';
import type { WriteLock } from './write-lock.ts';

/** After a pause this long the notes are gathered in their snapshot, in ms: a reader who thinks does not notice it. */
const IDLE_MS = 1000;

/** A journal longer than this is gathered at once, in bytes: it is read in full at the next start. */
const MAX_JOURNAL_LENGTH = 1_000_000;

/** Notes that could not be saved. */
export interface UnsavedNotes {
  /** Why the last attempt failed. */
  readonly failure: Failure;
  /** How many annotations the unsaved changes touch; 0 where only progress is unsaved. */
  readonly noteCount: number;
}

/** The notes of one work, in memory and on disk. */
export interface OpenNotebook {
  readonly notebook: () => Notebook;
  readonly notices: () => readonly NotebookNotice[];
  /** What the last attempt could not save; null where everything is on disk. */
  readonly unsaved: () => UnsavedNotes | null;
  /** Changes the notes at once; answers when the change is durable. */
  readonly change: (changes: readonly NotebookChange[]) => Promise<Result<null>>;
  /** Makes everything durable and gathers it in the snapshot. Succeeds if all is durable, in whichever file. */
  readonly flush: () => Result<null>;
}

/** What the notes of a work depend on. */
export interface NotebookParts extends NotesSources {
  readonly lock: WriteLock;
  readonly now: () => Date;
  /** Keeps the text of a notes file of an earlier schema, before it is replaced by one of this. */
  readonly keepBeforeMigration: (workId: string, text: string) => Result<null>;
}

/**
 * Opens the notes of a work, as they were just `read`. A change is durable once a record of it stands in the journal; the snapshot follows when the
 * reader rests, and the journal is removed. A crash between the two does no harm: the snapshot says which records it contains.
 *
 * Other programs may have the same notes open. Whoever writes holds the lock of the work, and looks first whether the files are
 * as he knows them. Where a lock does not hold, as on some disks of a network, no acknowledged record is lost to a
 * snapshot all the same: who appends looks afterwards whether his line stands in the journal that still has its name, beside the
 * snapshot he knows; and who gathers reads what came last in the journal once nobody can append to it any more.
 */
export function openNotebook(
  parts: NotebookParts,
  read: Result<NotesOnDisk> = readNotes(parts),
): Result<OpenNotebook> {
  const { workId, file, journal, known, lock, now } = parts;
  if (!read.ok) return read;
  let { sequence, hasSnapshot, oldText } = read.value;
  let notebook = purgeBin(read.value.notebook, now());
  let pending: NotebookChange[] = [];
  let failure: Failure | null = null;
  let idle: NodeJS.Timeout | undefined;
  let repair = planRepair(parts, read.value.damage);
  /** Whether memory holds what no file does, besides what is pending. */
  let isAhead = false;
  const joined: NotebookNotice[] = [];

  /**
   * Another program writes the same notes: what it has written and what is in memory are put together, and nothing of either
   * is thrown away. A file it has spoilt is left to the snapshot that follows: memory has all that was in it.
   */
  function joinWithDisk(): Result<null> {
    const found = readNotes({ ...parts, newestSound: () => succeed(undefined) });
    if (!found.ok) {
      known.forget();
      return found;
    }
    const { damage } = found.value;
    sequence = Math.max(sequence, found.value.sequence);
    hasSnapshot = fs.existsSync(file.path);
    isAhead = true;
    if (damage.snapshot?.type !== 'damaged') {
      join(found.value.notebook, pending);
      if (repair.isDone()) repair = planRepair(parts, damage);
    }
    return succeed(null);
  }

  /** Puts a state of another program into ours. `own` are changes of ours that it cannot have known. */
  function join(theirs: Notebook, own: readonly NotebookChange[]): readonly NotebookChange[] {
    const changes = joinNotebooks(notebook, theirs, own);
    notebook = applyChanges(notebook, changes);
    if (changes.length > 0 && joined.length === 0) {
      joined.push({ code: 'notes-joined', path: file.path, backupCreated: null });
    }
    return changes;
  }

  /** Writes while nobody else does, and never over what somebody else has written. */
  function inTurn(write: () => Result<null>): Result<null> {
    const taken = lock.take();
    if (!taken.ok) return taken;
    try {
      const ready = known.haveChanged() ? joinWithDisk() : succeed(null);
      if (!ready.ok) return ready;
      const written = rememberAfter(write);
      if (isInUse(written)) known.forget();
      return written;
    } finally {
      lock.release();
    }
  }

  function rememberAfter(write: () => Result<null>): Result<null> {
    try {
      return write();
    } finally {
      known.remember();
    }
  }

  /** The whole state into the snapshot, by which all that is pending becomes durable too. */
  function writeSnapshot(): Result<null> {
    clearTimeout(idle);
    idle = undefined;
    if (oldText !== undefined) {
      const kept = parts.keepBeforeMigration(workId, oldText);
      if (!kept.ok) return kept;
      oldText = undefined;
    }
    const cleared = repair.clearSnapshot();
    if (!cleared.ok) return cleared;
    const next = sequence + (pending.length > 0 ? 1 : 0);
    const written = file.writeText(
      serializeNotebookFile(notebook, next, hashParts),
      () => lock.isHeld() && !known.haveChanged(),
    );
    if (!written.ok) {
      repair.undo();
      return written;
    }
    const own = pending;
    sequence = next;
    pending = [];
    failure = null;
    hasSnapshot = true;
    isAhead = false;
    repair.clearJournal();
    // Where it cannot be removed its records say themselves that the snapshot has them.
    const late = journal.remove();
    return late.ok && late.value !== '' ? takeLate(late.value, own) : written;
  }

  /**
   * Somebody has appended to the journal while it was gathered: no lock kept him away. What he was told is safe goes into the
   * next journal at once.
   */
  function takeLate(lines: string, own: readonly NotebookChange[]): Result<null> {
    const { records } = parseJournal(lines);
    const theirs = applyChanges(
      notebook,
      records.flatMap(({ changes }) => changes),
    );
    pending = [...join(theirs, own)];
    sequence = Math.max(sequence, ...records.map((record) => record.sequence));
    if (pending.length === 0) return succeed(null);
    known.remember();
    const taken = append();
    if (!taken.ok) void writes.request();
    scheduleSnapshot();
    return taken;
  }

  function append(): Result<null> {
    // A reader who deletes what was too long for a full disk must be able to save that.
    if (failure !== null) pending = [...compactChanges(pending)];
    const appended = journal.append(serializeRecord({ sequence: sequence + 1, changes: pending }));
    if (!appended.ok) {
      known.remember();
      return appended;
    }
    // A snapshot that came meanwhile need not have this record and may say all the same that it has one of this number.
    if (known.haveChanged(file.path)) return failForFileError(new InUseError(file.path), file.path);
    sequence += 1;
    pending = [];
    return appended;
  }

  function save(): Result<null> {
    const isDiskAsKnown = journal.isWhole() && fs.existsSync(file.path) === hasSnapshot;
    let saved = isAhead || !repair.isDone() || !isDiskAsKnown ? writeSnapshot() : append();
    // What stands in the way of the journal need not stand in the way of the snapshot; too little room does.
    const mayHelp = !saved.ok && saved.failure.code !== 'disk-full' && saved.failure.code !== 'in-use';
    if (mayHelp && isDiskAsKnown && repair.isDone()) {
      const written = writeSnapshot();
      if (written.ok) saved = written;
    }
    return saved;
  }

  function scheduleSnapshot(): void {
    clearTimeout(idle);
    if (journal.length() === 0) return;
    schedule(() => prepareSnapshot(0), journal.length() > MAX_JOURNAL_LENGTH ? 0 : IDLE_MS);
  }

  function schedule(act: () => void, delayMs: number): void {
    idle = setTimeout(act, delayMs);
    idle.unref();
  }

  /** In small steps, so that a change that comes meanwhile need not wait: with it the pause is over, and the next one waited for. */
  function prepareSnapshot(from: number): void {
    const next = prepareLines(notebook, from);
    if (next !== undefined) schedule(() => prepareSnapshot(next), 0);
    else if (isInUse(inTurn(writeSnapshot))) schedule(() => prepareSnapshot(0), IDLE_MS);
  }

  const writes = coalesceWrites(() => {
    try {
      const saved = inTurn(save);
      failure = saved.ok ? null : saved.failure;
      return saved;
    } catch (error) {
      const failed = failForFileError(error, file.path);
      if (!failed.ok) ({ failure } = failed);
      return failed;
    } finally {
      scheduleSnapshot();
    }
  });

  // What is damaged is put aside now, so that it is found where the notice says; if that fails, with the first change.
  if (!repair.isDone()) inTurn(writeSnapshot);

  return succeed({
    notebook: () => notebook,
    notices: () => [...repair.notices(), ...joined],
    unsaved: () => (failure === null ? null : { failure, noteCount: changedNoteIds(pending).size }),
    change: (changes) => {
      // The reader does not rest; the write that is asked for here waits for the next pause.
      clearTimeout(idle);
      notebook = applyChanges(notebook, changes);
      pending = pending.concat(changes);
      return writes.request();
    },
    flush: () => {
      const saved = writes.flush();
      if (journal.length() === 0) return saved;
      const gathered = inTurn(writeSnapshot);
      // What the journal had no room for may have found it in a smaller snapshot.
      return gathered.ok ? gathered : saved;
    },
  });
}

function isInUse(result: Result<null>): boolean {
  return !result.ok && result.failure.code === 'in-use';
}

function nameDamage({ type, backupCreated }: SnapshotDamage): NotebookNotice['code'] {
  if (type === 'changed') return 'notes-changed';
  return backupCreated === null ? 'notes-lost' : 'notes-restored';
}

/** What must be put aside before the notes of a work are written, step by step; each step is done once. */
interface Repair {
  readonly isDone: () => boolean;
  /** Puts a damaged snapshot aside, to make room for the one that is written next. */
  readonly clearSnapshot: () => Result<null>;
  /** Puts the snapshot back where nothing could take its place. */
  readonly undo: () => void;
  /** Puts a damaged journal aside, once a snapshot has what could be read of it. */
  readonly clearJournal: () => void;
  readonly notices: () => readonly NotebookNotice[];
}

function planRepair({ file, journal, now }: NotebookParts, damage: NotesDamage): Repair {
  const { snapshot, isJournalDamaged } = damage;
  let snapshotAt = snapshot?.keptAt ?? file.path;
  let isSnapshotDone = snapshot === undefined || snapshot.keptAt !== undefined;
  let isReplaced = snapshot === undefined;
  let journalAt = journal.path;
  let isJournalDone = !isJournalDamaged;

  function clear(filePath: string): Result<string> {
    const aside = asideName(filePath, now());
    try {
      putAside(filePath, aside);
      return succeed(aside);
    } catch (error) {
      return failForFileError(error, filePath);
    }
  }

  return {
    isDone: () => isReplaced && isJournalDone,
    clearSnapshot: () => {
      if (isSnapshotDone) return succeed(null);
      const cleared = clear(file.path);
      if (!cleared.ok) return cleared;
      snapshotAt = cleared.value;
      isSnapshotDone = true;
      return succeed(null);
    },
    undo: () => {
      // What another program has put there meanwhile is no damaged file.
      if (isReplaced || snapshot?.keptAt !== undefined || fs.existsSync(file.path)) return;
      try {
        putAside(snapshotAt, file.path);
        snapshotAt = file.path;
        isSnapshotDone = false;
      } catch {
        // The next start finds it under the name it has now.
      }
    },
    clearJournal: () => {
      isReplaced = true;
      if (isJournalDone) return;
      const cleared = clear(journal.path);
      if (!cleared.ok) return;
      journalAt = cleared.value;
      isJournalDone = true;
      journal.forget();
    },
    notices: () => {
      const notices: NotebookNotice[] = [];
      if (snapshot !== undefined) {
        const { backupCreated } = snapshot;
        notices.push({ code: nameDamage(snapshot), path: snapshotAt, backupCreated });
      }
      if (isJournalDamaged) notices.push({ code: 'journal-damaged', path: journalAt, backupCreated: null });
      return notices;
    },
  };
}
