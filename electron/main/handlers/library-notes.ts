import { describeLibraryNote } from '../../../core/annotation/library-note.ts';
import type { IndexedNotes } from '../../../core/annotation/library-index.ts';
import { openLibraryQueries, type LibraryQueries } from '../../../core/annotation/library-query.ts';
import type { RequestArgument } from '../../../ipc/contract.ts';
import type { NoteIdsOfWork, NotesPage } from '../../../ipc/library-notes.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { NotebookParts } from './change-notebook.ts';
import type { WorkCounts } from '../../../ipc/works.ts';
import type { WorkNames } from '../storage/work-names.ts';
import { openReader } from './read-library-notes.ts';

/** The requests about the notes of all works. */
export interface LibraryNotes {
  /** Of a full library that is still being read, what there is. */
  readonly queryNotes: (argument: RequestArgument<'queryNotes'>) => Promise<Result<NotesPage>>;
  readonly findNoteIds: (
    argument: RequestArgument<'findNoteIds'>,
  ) => Promise<Result<readonly NoteIdsOfWork[]>>;
  readonly countNotes: () => Promise<Result<Readonly<Record<string, WorkCounts>>>>;
  /** Soon reads the notes of all works, so that they are there when they are asked for. */
  readonly readAhead: () => void;
}

/** What is asked for while a work appears comes first, in ms. */
const READ_AHEAD_MS = 2000;

/** A list with some of its notes is better than none after a time like this, in ms. */
const PATIENCE_MS = 300;

/** What was found of the notes of all works the last time they were asked for. */
interface Gathered {
  readonly works: readonly IndexedNotes[];
  readonly byId: ReadonlyMap<string, IndexedNotes>;
  readonly unreadable: NotesPage['unreadable'];
  readonly unread: number;
  readonly queries: LibraryQueries;
}

export interface LibraryNotesParts extends NotebookParts {
  readonly names: Pick<WorkNames, 'name'>;
}

/** Keeps the indexes of the notes between requests; a notebook that has changed is indexed anew, and only that one. */
export function openLibraryNotes(parts: LibraryNotesParts): LibraryNotes {
  const reader = openReader(parts);
  let gathered: Gathered | undefined;

  const gather = async (limitMs?: number): Promise<Result<Gathered>> => {
    const read = await reader.read(limitMs);
    if (!read.ok) return read;
    const previous = gathered;
    const { works, unreadable, unread } = read.value;
    const isSame =
      previous?.works.length === works.length && works.every((work, index) => work === previous.works[index]);
    gathered = isSame
      ? { ...previous, unreadable, unread }
      : {
          works,
          byId: new Map(works.map((work) => [work.workId, work])),
          unreadable,
          unread,
          queries: openLibraryQueries(works),
        };
    return succeed(gathered);
  };

  return {
    readAhead: () => {
      setTimeout(() => void reader.read(), READ_AHEAD_MS).unref();
    },
    queryNotes: async ({ offset, limit, ...query }) => {
      const found = await gather(PATIENCE_MS);
      if (!found.ok) return found;
      const { works, byId, unreadable, unread, queries } = found.value;
      const { entries, facets, total } = queries.query(query);
      const notes = entries.slice(offset, offset + limit).flatMap((entry) => {
        const work = byId.get(entry.workId);
        return work === undefined ? [] : [describeLibraryNote(entry, work)];
      });
      return succeed({
        total,
        matching: entries.length,
        binned: works.reduce((sum, { binned }) => sum + binned.length, 0),
        facets,
        works: works
          .filter(({ entries: standing, binned }) => standing.length + binned.length > 0)
          .map(({ workId, work }) => ({
            id: workId,
            titles: work === undefined ? null : parts.names.name(work).titles,
          })),
        unreadable,
        unread,
        offset,
        notes,
      });
    },
    findNoteIds: async (query) => {
      const found = await gather();
      if (!found.ok) return found;
      const ids = new Map<string, string[]>();
      for (const { workId, placed } of found.value.queries.query(query).entries) {
        const ofWork = ids.get(workId);
        if (ofWork === undefined) ids.set(workId, [placed.annotation.id]);
        else ofWork.push(placed.annotation.id);
      }
      return succeed([...ids].map(([workId, ofWork]) => ({ workId, ids: ofWork })));
    },
    countNotes: async () => {
      const found = await gather();
      if (!found.ok) return found;
      // Notes that cannot be read are reported when the work is opened; the library still lists it.
      return succeed(Object.fromEntries(found.value.works.map((work) => [work.workId, countDone(work)])));
    },
  };
}

/** Progress of clauses that a correction of the text has taken away does not count. */
function countDone({ notebook, units }: IndexedNotes): WorkCounts {
  const done = Object.entries(notebook.progress).filter(
    ([unit, progress]) => progress !== 'in-work' && units.has(unit),
  );
  return { notes: notebook.annotations.length, readUnits: done.length };
}
