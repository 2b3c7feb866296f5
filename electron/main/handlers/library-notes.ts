import { describeLibraryNote } from '../../../core/annotation/library-note.ts';
import { indexNotes, type IndexedNotes } from '../../../core/annotation/library-index.ts';
import { openLibraryQueries, type LibraryQueries } from '../../../core/annotation/library-query.ts';
import type { RequestArgument } from '../../../ipc/contract.ts';
import type { NoteIdsOfWork, NotesPage } from '../../../ipc/library-notes.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { NotebookParts } from './change-notebook.ts';

/** The requests about the notes of all works. */
export interface LibraryNotes {
  readonly queryNotes: (argument: RequestArgument<'queryNotes'>) => Result<NotesPage>;
  readonly findNoteIds: (argument: RequestArgument<'findNoteIds'>) => Result<readonly NoteIdsOfWork[]>;
  readonly countNotes: () => Result<Readonly<Record<string, number>>>;
}

/** What was found of the notes of all works the last time they were asked for. */
interface Gathered {
  readonly works: readonly IndexedNotes[];
  readonly byId: ReadonlyMap<string, IndexedNotes>;
  readonly unreadable: NotesPage['unreadable'];
  readonly queries: LibraryQueries;
}

/** Keeps the indexes of the notes between requests; a notebook that has changed is indexed anew, and only that one. */
export function openLibraryNotes(parts: NotebookParts): LibraryNotes {
  let gathered: Gathered | undefined;

  const gather = (): Result<Gathered> => {
    const ids = listNotedWorks(parts);
    if (!ids.ok) return ids;
    const previous = gathered;
    const works: IndexedNotes[] = [];
    const unreadable: NotesPage['unreadable'][number][] = [];
    for (const workId of ids.value) {
      const notebook = parts.notebooks.load(workId);
      if (!notebook.ok) {
        unreadable.push({ workId, failure: notebook.failure });
        continue;
      }
      const work = parts.library.loadWork(workId);
      const notes = { workId, work: work.ok ? work.value : undefined, notebook: notebook.value };
      works.push(indexNotes(notes, previous?.byId.get(workId)));
    }
    const isSame =
      previous?.works.length === works.length && works.every((work, index) => work === previous.works[index]);
    gathered = isSame
      ? { ...previous, unreadable }
      : {
          works,
          byId: new Map(works.map((work) => [work.workId, work])),
          unreadable,
          queries: openLibraryQueries(works),
        };
    return succeed(gathered);
  };

  return {
    queryNotes: ({ offset, limit, ...query }) => {
      const found = gather();
      if (!found.ok) return found;
      const { works, byId, unreadable, queries } = found.value;
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
          .map(({ workId, work }) => ({ id: workId, titles: work?.titles ?? null })),
        unreadable,
        offset,
        notes,
      });
    },
    findNoteIds: (query) => {
      const found = gather();
      if (!found.ok) return found;
      const ids = new Map<string, string[]>();
      for (const { workId, placed } of found.value.queries.query(query).entries) {
        const ofWork = ids.get(workId);
        if (ofWork === undefined) ids.set(workId, [placed.annotation.id]);
        else ofWork.push(placed.annotation.id);
      }
      return succeed([...ids].map(([workId, ofWork]) => ({ workId, ids: ofWork })));
    },
    countNotes: () => {
      const ids = listNotedWorks(parts);
      if (!ids.ok) return ids;
      const counts: [string, number][] = [];
      for (const workId of ids.value) {
        const notebook = parts.notebooks.load(workId);
        // Notes that cannot be read are reported when the work is opened; the library still lists it.
        if (notebook.ok) counts.push([workId, notebook.value.annotations.length]);
      }
      return succeed(Object.fromEntries(counts));
    },
  };
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
