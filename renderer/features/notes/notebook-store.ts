import type {
  Annotation,
  AnnotationKind,
  AnnotationTarget,
  HighlightColor,
} from '../../../core/annotation/annotation.ts';
import type { Notebook, NotebookChange, UnitProgress } from '../../../core/annotation/notebook.ts';
import { fail, type Result } from '../../../ipc/result.ts';
import {
  openNotebook,
  reduceNotebook,
  type AnnotationPatch,
  type NotebookAction,
  type NotebookState,
} from './notebook-state.ts';
import { listWaiting, type Outgoing } from './outbox.ts';

/** What an annotation is made of; the rest is given to it. */
export interface AnnotationDraft {
  readonly kind: AnnotationKind;
  readonly color: HighlightColor;
  readonly body?: string;
  readonly tags?: readonly string[];
  /** At least one. */
  readonly targets: readonly AnnotationTarget[];
}

/** What the store needs of the world. */
export interface NotebookOutlets {
  /** Writes a change; answers once it is on disk. */
  readonly saveChange: (change: NotebookChange) => Promise<Result<null>>;
  /** The time in ms since 1970. */
  readonly now: () => number;
  /** A new UUID. */
  readonly newId: () => string;
}

/** A notebook that is being written in, and what can be done with it. Every change is sent to the disk at once. */
export interface NotebookStore {
  readonly getState: () => NotebookState;
  /** Calls `listener` after every change of state until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly createAnnotation: (draft: AnnotationDraft) => Annotation;
  readonly changeAnnotation: (id: string, patch: AnnotationPatch) => void;
  readonly deleteAnnotation: (id: string) => void;
  readonly setProgress: (unit: string, progress: UnitProgress | 'unread') => void;
  /** The reader stopped writing this annotation: ends the undo step, and settles a note that was left empty. */
  readonly endEdit: (id: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Sends again what could not be written. */
  readonly retry: () => void;
  /** Withdraws the offer to undo the last deletion. */
  readonly dismissDeleted: () => void;
}

/** Opens a store on a notebook as it was read from disk. */
export function createNotebookStore(notebook: Notebook, outlets: NotebookOutlets): NotebookStore {
  let state = openNotebook(notebook);
  const listeners = new Set<() => void>();

  const dispatch = (action: NotebookAction) => {
    const next = reduceNotebook(state, action);
    const waiting = listWaiting(next.outbox);
    const isUnchanged = next === state;
    state = waiting.length === 0 ? next : reduceNotebook(next, { type: 'sent' });
    for (const outgoing of waiting) void send(outgoing);
    if (!isUnchanged) for (const listener of listeners) listener();
  };
  const send = async ({ sequence, change }: Outgoing) => {
    const result = await save(change);
    dispatch(
      result.ok ? { type: 'acknowledged', sequence } : { type: 'refused', sequence, failure: result.failure },
    );
  };
  const save = async (change: NotebookChange): Promise<Result<null>> => {
    try {
      return await outlets.saveChange(change);
    } catch (error) {
      // Main is gone, or answered what cannot be sent: the change is as unsaved as if the disk were full.
      return fail('unexpected', String(error));
    }
  };
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    createAnnotation: (draft) => {
      const time = outlets.now();
      const created = new Date(time).toISOString();
      const annotation: Annotation = {
        id: outlets.newId(),
        body: '',
        tags: [],
        isAnswered: false,
        scope: { type: 'words' },
        ...draft,
        created,
        modified: created,
      };
      dispatch({ type: 'created', annotation, time });
      return annotation;
    },
    changeAnnotation: (id, patch) => dispatch({ type: 'changed', id, patch, time: outlets.now() }),
    deleteAnnotation: (id) => dispatch({ type: 'deleted', id, time: outlets.now() }),
    setProgress: (unit, progress) => dispatch({ type: 'progress-set', unit, progress, time: outlets.now() }),
    endEdit: (id) => dispatch({ type: 'edit-ended', id, time: outlets.now() }),
    undo: () => dispatch({ type: 'undone' }),
    redo: () => dispatch({ type: 'redone' }),
    retry: () => dispatch({ type: 'retried' }),
    dismissDeleted: () => dispatch({ type: 'deletion-dismissed' }),
  };
}
