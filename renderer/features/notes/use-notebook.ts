import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Notebook, NotebookChange } from '../../../core/annotation/notebook.ts';
import type { Result } from '../../../ipc/result.ts';
import type { ChangeLabel } from './notebook-history.ts';
import { createNotebookStore, type NotebookStore } from './notebook-store.ts';
import { describeSaving, type SaveState } from './outbox.ts';

/** A reader's notebook of one work, and what can be done with it. The functions stay the same between renderings. */
export interface NotebookHandle extends Omit<NotebookStore, 'getState' | 'subscribe'> {
  readonly annotations: readonly Annotation[];
  readonly progress: Notebook['progress'];
  readonly saveState: SaveState;
  /** What would be undone; undefined if there is nothing. */
  readonly undoLabel: ChangeLabel | undefined;
  readonly redoLabel: ChangeLabel | undefined;
  /** The annotation deleted last, as long as its undoing should be offered. */
  readonly deleted: Annotation | undefined;
}

interface Arguments {
  readonly workId: string;
  /** The notebook as it was read from disk when the work was opened; later values are not looked at. */
  readonly notebook: Notebook;
  /** Writes a change of this work's notebook; answers once it is on disk. */
  readonly saveChange: (change: NotebookChange) => Promise<Result<null>>;
}

// Kept for as long as the program runs: leaving a work must lose neither what could not be written nor what can be undone.
const stores = new Map<string, NotebookStore>();

/** Opens the notebook of a work for reading and writing. */
export function useNotebook({ workId, notebook, saveChange }: Arguments): NotebookHandle {
  const [opened, setOpened] = useState(() => ({ workId, store: openStore(workId, notebook, saveChange) }));
  const isOther = opened.workId !== workId;
  const current = isOther ? { workId, store: openStore(workId, notebook, saveChange) } : opened;
  if (isOther) setOpened(current);

  const state = useSyncExternalStore(current.store.subscribe, current.store.getState);
  return useMemo(() => {
    const { getState: _getState, subscribe: _subscribe, ...actions } = current.store;
    return {
      ...actions,
      annotations: state.notebook.annotations,
      progress: state.notebook.progress,
      saveState: describeSaving(state.outbox),
      undoLabel: state.history.past.at(-1)?.label,
      redoLabel: state.history.future.at(-1)?.label,
      deleted: state.deleted,
    };
  }, [current.store, state]);
}

function openStore(workId: string, notebook: Notebook, saveChange: Arguments['saveChange']): NotebookStore {
  const known = stores.get(workId);
  if (known !== undefined && isStillTrue(known, notebook)) return known;
  const store = createNotebookStore(notebook, {
    saveChange,
    now: Date.now,
    newId: () => crypto.randomUUID(),
  });
  stores.set(workId, store);
  return store;
}

/** Whether a store that was left still holds what is on disk, or more. */
function isStillTrue(store: NotebookStore, notebook: Notebook): boolean {
  const state = store.getState();
  return state.outbox.entries.length > 0 || JSON.stringify(state.notebook) === JSON.stringify(notebook);
}
