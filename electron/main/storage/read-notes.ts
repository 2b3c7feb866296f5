import { followSnapshot, parseJournal, type JournalContent } from '../../../core/annotation/journal.ts';
import { parseNotebookFileInSteps } from '../../../core/annotation/notebook-file.ts';
import { applyChanges, EMPTY_NOTEBOOK, type Notebook } from '../../../core/annotation/notebook.ts';
import { runToEnd, type Steps } from '../../../core/steps.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { DurableFile } from './durable-file.ts';
import { hashParts } from './flushed-file.ts';
import type { JournalFile } from './journal-file.ts';
import type { KnownFiles } from './known-files.ts';
import { findAside } from './put-aside.ts';

/** The newest backup of a work's notes that is whole. */
export type NewestSound = (
  workId: string,
) => Result<{ readonly notebook: Notebook; readonly created: string } | undefined>;

/** Where the notes of one work are read from. */
export interface NotesSources {
  readonly workId: string;
  readonly file: DurableFile;
  readonly journal: JournalFile;
  /** What these two were like when they were read last. */
  readonly known: KnownFiles;
  readonly newestSound: NewestSound;
}

/** The notes of a work as the disk has them: snapshot, or backup in its place, and the journal on top. */
export interface NotesOnDisk {
  readonly notebook: Notebook;
  /** Of the newest record they contain. */
  readonly sequence: number;
  readonly hasSnapshot: boolean;
  /** The text of the snapshot where it has an earlier schema and must be kept before it is replaced. */
  readonly oldText: string | undefined;
  /** What is damaged and must be put aside before anything is written. */
  readonly damage: NotesDamage;
}

/** A snapshot that must be put aside. */
export interface SnapshotDamage {
  /** 'changed': it is in order, but another hand than this program's has changed it. */
  readonly type: 'damaged' | 'changed';
  readonly backupCreated: string | null;
  /** Where it is kept, if it was put aside earlier. */
  readonly keptAt: string | undefined;
}

/** What of the files of a work is damaged. */
export interface NotesDamage {
  readonly snapshot: SnapshotDamage | undefined;
  readonly isJournalDamaged: boolean;
}

interface Base {
  readonly notebook: Notebook;
  /** Undefined where the journal cannot be compared with it. */
  readonly sequence: number | undefined;
  readonly hasSnapshot: boolean;
  readonly oldText: string | undefined;
  readonly damage: NotesDamage['snapshot'];
}

const NO_JOURNAL: JournalContent = { records: [], brokenCount: 0, isNewer: false };

/** Reads the notes of a work. Writes nothing. What may not be read or comes from a later version is a failure. */
export function readNotes(sources: NotesSources): Result<NotesOnDisk> {
  return runToEnd(readNotesInSteps(sources));
}

/** The same in small steps. What another program writes meanwhile is found with the next write. */
export function* readNotesInSteps(sources: NotesSources): Steps<Result<NotesOnDisk>> {
  // Before anything is read: what is written meanwhile is found changed later.
  sources.known.remember();
  const journal = readJournal(sources.journal);
  if (!journal.ok) return journal;
  const base = yield* readBase(sources);
  if (!base.ok) return base;
  const { notebook, sequence, hasSnapshot, oldText, damage } = base.value;
  const following = followSnapshot(journal.value.records, sequence);
  const changes = following.records.flatMap((record) => record.changes);
  const last = Math.max(sequence ?? 0, ...journal.value.records.slice(-1).map((record) => record.sequence));
  return succeed({
    notebook: changes.length === 0 ? notebook : applyChanges(notebook, changes),
    sequence: last,
    hasSnapshot,
    oldText,
    damage: { snapshot: damage, isJournalDamaged: journal.value.brokenCount > 0 || following.hasGap },
  });
}

function readJournal(journal: JournalFile): Result<JournalContent> {
  const text = journal.read();
  // A folder in its place.
  if (!text.ok && text.failure.code === 'damaged-file') return succeed({ ...NO_JOURNAL, brokenCount: 1 });
  if (!text.ok) return text;
  const content = text.value === undefined ? NO_JOURNAL : parseJournal(text.value);
  return content.isNewer
    ? fail('newer-file', `${journal.path}: was written by a later version of this program`)
    : succeed(content);
}

function* readBase({ workId, file, newestSound }: NotesSources): Steps<Result<Base>> {
  const text = file.readText();
  if (!text.ok && text.failure.code !== 'damaged-file') return text;
  if (text.ok && text.value === undefined) {
    // Nothing was ever written, or a damaged file was put aside and the program ended before anything took its place.
    const keptAt = findAside(file.path);
    return keptAt === undefined ? succeed(emptyBase(undefined)) : replaceDamaged(workId, newestSound, keptAt);
  }
  if (!text.ok || text.value === undefined) return replaceDamaged(workId, newestSound, undefined);
  yield;
  const content = yield* parseNotebookFileInSteps(text.value, hashParts);
  if (content.type === 'newer') return fail('newer-file', `${file.path}: ${content.detail}`);
  if (content.type === 'damaged') return replaceDamaged(workId, newestSound, undefined);
  const { notebook, sequence, isMigrated, isSealBroken } = content;
  return succeed({
    notebook,
    sequence,
    hasSnapshot: true,
    oldText: isMigrated ? text.value : undefined,
    damage: isSealBroken ? { type: 'changed', backupCreated: null, keptAt: undefined } : undefined,
  });
}

function replaceDamaged(workId: string, newestSound: NewestSound, keptAt: string | undefined): Result<Base> {
  const found = newestSound(workId);
  if (!found.ok) return found;
  const base = emptyBase({ type: 'damaged', backupCreated: found.value?.created ?? null, keptAt });
  return succeed(found.value === undefined ? base : { ...base, notebook: found.value.notebook });
}

function emptyBase(damage: NotesDamage['snapshot']): Base {
  return { notebook: EMPTY_NOTEBOOK, sequence: undefined, hasSnapshot: false, oldText: undefined, damage };
}
