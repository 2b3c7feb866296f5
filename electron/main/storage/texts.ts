import type { RevisionId } from '../../../core/text/revision-id.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { LoadedText } from '../../../ipc/revisions.ts';
import type { Catalogue } from './catalogue.ts';
import type { Library } from './library.ts';
import type { NotebookStore } from './notebook-store.ts';
import type { RevisionShelf } from './revision-shelf.ts';

/** What decides which text of a work is read. */
export interface TextSources {
  /** The works the program brings. */
  readonly shipped: Library;
  readonly shelf: RevisionShelf;
  readonly catalogue: Catalogue;
  readonly notebooks: Pick<NotebookStore, 'load'>;
}

/**
 * The library as it is read: the works the program brings and those on the shelf, each in the revision its notes stand on.
 * Where they say nothing, or that revision is gone, it is the shipped one, else the newest on the shelf: the notes then
 * hold by their own words, or show as detached.
 */
export function openTexts({ shipped, shelf, catalogue, notebooks }: TextSources): Library {
  /** The revision to read of a work that stands on the shelf; undefined where the shipped one is read. */
  function chooseKept(workId: string): RevisionId | undefined {
    const notebook = notebooks.load(workId);
    const wanted = notebook.ok ? notebook.value.revision : undefined;
    const present = shipped.identify(workId);
    if (present.ok) return wanted === present.value ? undefined : wanted;
    return wanted ?? catalogue.describe(workId)?.revision;
  }

  /** The text on the shelf that is read of a work; undefined where the shipped one is read. */
  function findKept(workId: string): Result<LoadedText> | undefined {
    const chosen = chooseKept(workId);
    if (chosen === undefined) return undefined;
    const kept = shelf.load(workId, chosen);
    if (kept.ok) return kept;
    if (shipped.identify(workId).ok) return undefined;
    const newest = catalogue.describe(workId)?.revision;
    return newest === undefined || newest === chosen ? kept : shelf.load(workId, newest);
  }

  return {
    listIds: () => {
      const ids = shipped.listIds();
      return ids.ok ? succeed([...new Set([...ids.value, ...catalogue.listIds()])].toSorted()) : ids;
    },
    identify: (workId) => {
      const chosen = chooseKept(workId);
      // A text that only has to be named need not be read, unless notes say which one it must be.
      if (chosen !== undefined && chosen === catalogue.describe(workId)?.revision) return succeed(chosen);
      const kept = findKept(workId);
      if (kept === undefined) return shipped.identify(workId);
      return kept.ok ? succeed(kept.value.revision) : kept;
    },
    locate: (workId, revision) => {
      const brought = shipped.locate(workId, revision);
      if (brought !== undefined || !shelf.has(workId, revision)) return brought;
      return { text: shelf.pathOf(workId, revision), searchIndex: shelf.indexPathOf(workId, revision) };
    },
    loadText: (workId) => findKept(workId) ?? shipped.loadText(workId),
    loadWork: (workId) => {
      const kept = findKept(workId);
      if (kept === undefined) return shipped.loadWork(workId);
      return kept.ok ? succeed(kept.value.work) : kept;
    },
  };
}
