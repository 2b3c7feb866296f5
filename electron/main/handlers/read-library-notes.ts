import { indexNotesInSteps, type IndexedNotes } from '../../../core/annotation/library-index.ts';
import { runToEnd, type Steps } from '../../../core/steps.ts';
import type { NotesPage } from '../../../ipc/library-notes.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import { runWithPauses } from '../run-with-pauses.ts';
import type { NotebookParts } from './change-notebook.ts';

/** The notes of all works, indexed, and what could not be read. */
export interface LibraryReading {
  readonly works: readonly IndexedNotes[];
  readonly unreadable: NotesPage['unreadable'];
  /** How many works have not been read yet. */
  readonly unread: number;
}

/** Reads and indexes the notes of all works, each as often as it has changed. */
export interface LibraryReader {
  /**
   * The notes as they are now. Those that were not read yet are read in small steps, so that saving never waits for them;
   * whoever asks meanwhile waits for the same reading. With a limit, what was read by then.
   */
  readonly read: (limitMs?: number) => Promise<Result<LibraryReading>>;
}

/** A reader that has read nothing yet. */
export function openReader(parts: NotebookParts): LibraryReader {
  const known = new Map<string, IndexedNotes>();
  let reading: Promise<void> | undefined;

  function* indexWork(workId: string): Steps<Result<IndexedNotes>> {
    const notebook = parts.notebooks.load(workId);
    if (!notebook.ok) return notebook;
    const work = parts.library.loadWork(workId);
    const notes = { workId, work: work.ok ? work.value : undefined, notebook: notebook.value };
    const indexed = yield* indexNotesInSteps(notes, known.get(workId));
    known.set(workId, indexed);
    return succeed(indexed);
  }

  /** What was not read before; what changes meanwhile is brought up to date in the end. */
  async function readUnknown(ids: readonly string[]): Promise<void> {
    for (const workId of ids.filter((id) => !known.has(id))) {
      await parts.notebooks.readAhead(workId);
      await runWithPauses(indexWork(workId));
    }
  }

  return {
    read: async (limitMs) => {
      const ids = listNotedWorks(parts);
      if (!ids.ok) return ids;
      reading ??= readUnknown(ids.value).finally(() => (reading = undefined));
      await (limitMs === undefined ? reading : waitAtMost(reading, limitMs));
      const isReading = reading !== undefined;
      const works: IndexedNotes[] = [];
      const unreadable: NotesPage['unreadable'][number][] = [];
      let unread = 0;
      for (const workId of ids.value) {
        if (isReading && !known.has(workId)) {
          unread += 1;
          continue;
        }
        const indexed = runToEnd(indexWork(workId));
        if (indexed.ok) works.push(indexed.value);
        else unreadable.push({ workId, failure: indexed.failure });
      }
      return succeed({ works, unreadable, unread });
    },
  };
}

/** Waits until something is done, but no longer than this. */
async function waitAtMost(done: Promise<unknown>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    done,
    new Promise((resolve) => {
      timer = setTimeout(resolve, limitMs);
    }),
  ]);
  clearTimeout(timer);
}

/** Works of the library in its order, then those that only notes are left of. */
function listNotedWorks({ library, notebooks }: NotebookParts): Result<readonly string[]> {
  const withNotes = notebooks.listWorkIds();
  if (!withNotes.ok) return withNotes;
  const inLibrary = library.listIds();
  if (!inLibrary.ok) return inLibrary;
  const noted = new Set(withNotes.value);
  const known = inLibrary.value.filter((id) => noted.has(id));
  return succeed([...new Set([...known, ...withNotes.value])]);
}
