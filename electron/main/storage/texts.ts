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
  function loadText(workId: string): Result<LoadedText> {
    const text = shipped.loadText(workId);
    const notebook = notebooks.load(workId);
    const wanted = notebook.ok ? notebook.value.revision : undefined;
    if (wanted === undefined || (text.ok && text.value.revision === wanted)) return text;
    const kept = shelf.load(workId, wanted);
    return kept.ok || !text.ok ? kept : text;
  }

  return {
    listIds: shipped.listIds,
    loadText,
    loadWork: (workId) => {
      const text = loadText(workId);
      return text.ok ? succeed(text.value.work) : text;
    },
  };
}
