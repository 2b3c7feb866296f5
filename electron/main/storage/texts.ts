import { succeed, type Result } from '../../../ipc/result.ts';
import type { LoadedText } from '../../../ipc/revisions.ts';
import type { Library } from './library.ts';
import type { NotebookStore } from './notebook-store.ts';
import type { RevisionShelf } from './revision-shelf.ts';

/** What decides which text of a work is read. */
export interface TextSources {
  /** The works the program brings. */
  readonly shipped: Library;
  readonly shelf: RevisionShelf;
  readonly notebooks: Pick<NotebookStore, 'load'>;
}

/**
 * The library as it is read: each work in the revision its notes stand on, the shipped one where they say nothing. Where
 * that revision is gone the shipped one is read all the same: its notes then hold by their own words, or show as detached.
 */
export function openTexts({ shipped, shelf, notebooks }: TextSources): Library {
  /** The text on the shelf that the notes of a work stand on; undefined where the shipped one is read. */
  function findKept(workId: string): Result<LoadedText> | undefined {
    const notebook = notebooks.load(workId);
    const wanted = notebook.ok ? notebook.value.revision : undefined;
    const present = shipped.identify(workId);
    if (wanted === undefined || (present.ok && present.value === wanted)) return undefined;
    const kept = shelf.load(workId, wanted);
    return kept.ok || !present.ok ? kept : undefined;
  }

  return {
    listIds: shipped.listIds,
    identify: (workId) => {
      const kept = findKept(workId);
      if (kept === undefined) return shipped.identify(workId);
      return kept.ok ? succeed(kept.value.revision) : kept;
    },
    loadText: (workId) => findKept(workId) ?? shipped.loadText(workId),
    loadWork: (workId) => {
      const kept = findKept(workId);
      if (kept === undefined) return shipped.loadWork(workId);
      return kept.ok ? succeed(kept.value.work) : kept;
    },
  };
}
