import type {
  Annotation,
  AnnotationKind,
  AnnotationScope,
  AnnotationTarget,
  HighlightColor,
} from '../../../core/annotation/annotation.ts';
import type { WorkChanges } from '../../../core/annotation/bulk-edit.ts';
import type { ChangeLabel } from '../../../core/annotation/change-label.ts';
import type { Notebook, NotebookChange, UnitProgress } from '../../../core/annotation/notebook.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { AnnotationPatch } from './annotation-patch.ts';
import { listWaiting, type Outgoing } from './outbox.ts';
import { EMPTY_SESSION, reduceSession, type SessionAction, type SessionState } from './session-state.ts';

/** What an annotation is made of; the rest is given to it. */
export interface AnnotationDraft {
  readonly kind: AnnotationKind;
  readonly color: HighlightColor;
  readonly body?: string;
  readonly tags?: readonly string[];
  /** On words if there is none. */
  readonly scope?: AnnotationScope;
  /** At least one on words, none on a unit or a work. */
  readonly targets: readonly AnnotationTarget[];
}

/** What a session needs of the world. */
export interface SessionOutlets {
  /** Writes changes of one work, all or none; answers once they are on disk. */
  readonly saveChanges: (changes: WorkChanges) => Promise<Result<null>>;
  /** Reads the notebook of a work that was not opened yet. */
  readonly loadNotebook: (workId: string) => Promise<Result<Notebook>>;
  /** The time in ms since 1970. */
  readonly now: () => number;
  /** A new UUID. */
  readonly newId: () => string;
}

/** One thing to do, in one work or in many at once. */
export interface SessionStep {
  readonly label: ChangeLabel;
  readonly parts: readonly WorkChanges[];
}

/** The notes of all works that are being written in, and what can be done with them. Every change is sent to the disk at once. */
export interface NotebookSession {
  readonly getState: () => SessionState;
  /** Calls `listener` after every change of state until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes a notebook in as it was read from disk. One that is known already is left as it is. */
  readonly open: (workId: string, notebook: Notebook) => void;
  /** Lets go of a work that was deleted with its notes: nothing of it can be undone, nor is anything sent. */
  readonly forget: (workId: string) => void;
  /**
   * Does many things as one step that can be undone. Answers once they are on disk. If a notebook they need cannot be
   * read, nothing is done; if they cannot be written, they are done but unsaved, and are sent again with what comes next.
   */
  readonly perform: (step: SessionStep) => Promise<Result<null>>;
  /** The notebook of a work as it is now: of one that was not opened yet, as it is on disk. */
  readonly loadNotebook: (workId: string) => Promise<Result<Notebook>>;
  readonly createAnnotation: (workId: string, draft: AnnotationDraft) => Annotation;
  readonly changeAnnotation: (
    workId: string,
    id: string,
    patch: AnnotationPatch,
    label?: ChangeLabel,
  ) => void;
  /** Puts an annotation into the bin. */
  readonly deleteAnnotation: (workId: string, id: string) => void;
  readonly setProgress: (workId: string, unit: string, progress: UnitProgress | 'unread') => void;
  /** The reader stopped writing this annotation: ends the undo step, and settles a note that was left empty. */
  readonly endEdit: (workId: string, id: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Sends again what could not be written. */
  readonly retry: () => void;
  /** Withdraws the offer to undo the last deletion. */
  readonly dismissDeleted: () => void;
}

/** Begins a session: no notebook is open, there is nothing to undo. */
export function createNotebookSession(outlets: SessionOutlets): NotebookSession {
  const { getState, subscribe, dispatch } = createSessionStore(outlets);
  const loadNotebook = createLoader(outlets, getState, (workId, notebook) => {
    void dispatch({ type: 'opened', workId, notebook });
  });
  const { now } = outlets;

  const perform = async ({ label, parts }: SessionStep): Promise<Result<null>> => {
    const unknown = parts.filter(({ workId }) => !getState().works.has(workId));
    // Without a turn of the event loop if it can be: what the reader does shows at once.
    const loaded =
      unknown.length === 0 ? [] : await Promise.all(unknown.map(({ workId }) => loadNotebook(workId)));
    for (const result of loaded) if (!result.ok) return result;
    return dispatch({ type: 'performed', label, parts, time: now() });
  };
  return {
    getState,
    subscribe,
    perform,
    loadNotebook,
    open: (workId, notebook) => void dispatch({ type: 'opened', workId, notebook }),
    forget: (workId) => void dispatch({ type: 'forgotten', workId }),
    createAnnotation: (workId, draft) => {
      const time = now();
      const annotation = completeDraft(draft, outlets.newId(), new Date(time).toISOString());
      void dispatch({ type: 'created', workId, annotation, time });
      return annotation;
    },
    changeAnnotation: (workId, id, patch, label) =>
      void dispatch({ type: 'changed', workId, id, patch, label, time: now() }),
    deleteAnnotation: (workId, id) => void dispatch({ type: 'deleted', workId, id, time: now() }),
    setProgress: (workId, unit, progress) =>
      void dispatch({ type: 'progress-set', workId, unit, progress, time: now() }),
    endEdit: (workId, id) => void dispatch({ type: 'edit-ended', workId, id, time: now() }),
    undo: () => void dispatch({ type: 'undone' }),
    redo: () => void dispatch({ type: 'redone' }),
    retry: () => void dispatch({ type: 'retried' }),
    dismissDeleted: () => void dispatch({ type: 'deletion-dismissed' }),
  };
}

/** Holds the state, sends what waits, and tells of changes. */
function createSessionStore({ saveChanges }: SessionOutlets) {
  let state = EMPTY_SESSION;
  const listeners = new Set<() => void>();

  /** Answers when what was sent because of the action is on disk, or could not be written. */
  const dispatch = async (action: SessionAction): Promise<Result<null>> => {
    const next = reduceSession(state, action);
    const batches = Array.from(next.works, ([workId, { outbox }]) => {
      return { workId, waiting: listWaiting(outbox) };
    }).filter(({ waiting }) => waiting.length > 0);
    const isUnchanged = next === state;
    state = batches.length === 0 ? next : reduceSession(next, { type: 'sent' });
    const answers = batches.map(({ workId, waiting }) => send(workId, waiting));
    if (!isUnchanged) for (const listener of listeners) listener();
    const results = await Promise.all(answers);
    return results.find((result) => !result.ok) ?? succeed(null);
  };
  const send = async (workId: string, waiting: readonly Outgoing[]): Promise<Result<null>> => {
    const sequences = new Set(waiting.map(({ sequence }) => sequence));
    const result = await save(
      workId,
      waiting.map(({ change }) => change),
    );
    void dispatch(
      result.ok
        ? { type: 'acknowledged', workId, sequences }
        : { type: 'refused', workId, sequences, failure: result.failure },
    );
    return result;
  };
  const save = async (workId: string, changes: readonly NotebookChange[]): Promise<Result<null>> => {
    try {
      return await saveChanges({ workId, changes });
    } catch (error) {
      // Main is gone, or answered what cannot be sent: the changes are as unsaved as if the disk were full.
      return fail('unexpected', String(error));
    }
  };
  return {
    dispatch,
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads notebooks that are not open, each once. */
function createLoader(
  { loadNotebook }: SessionOutlets,
  getState: () => SessionState,
  onLoaded: (workId: string, notebook: Notebook) => void,
): NotebookSession['loadNotebook'] {
  const read = async (workId: string): Promise<Result<Notebook>> => {
    try {
      return await loadNotebook(workId);
    } catch (error) {
      return fail('unexpected', String(error));
    }
  };
  return async (workId) => {
    const result = getState().works.has(workId) ? undefined : await read(workId);
    if (result?.ok === true) onLoaded(workId, result.value);
    const known = getState().works.get(workId);
    return known === undefined ? (result ?? fail('not-found', workId)) : succeed(known.notebook);
  };
}

function completeDraft(draft: AnnotationDraft, id: string, created: string): Annotation {
  return {
    id,
    body: '',
    tags: [],
    isAnswered: false,
    scope: { type: 'words' },
    ...draft,
    created,
    modified: created,
  };
}
