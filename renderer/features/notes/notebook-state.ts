import type { Annotation } from '../../../core/annotation/annotation.ts';
import { applyChange, type Notebook, type UnitProgress } from '../../../core/annotation/notebook.ts';
import type { Failure } from '../../../ipc/result.ts';
import { endNote } from './note-ending.ts';
import {
  closeStep,
  EMPTY_HISTORY,
  forgetLast,
  record,
  stepBack,
  stepForward,
  type ChangeLabel,
  type History,
  type HistoryStep,
} from './notebook-history.ts';
import { acknowledge, EMPTY_OUTBOX, markSent, post, refuse, retryFailed, type Outbox } from './outbox.ts';

/** What of an annotation its reader can change. */
export type AnnotationPatch = Partial<
  Pick<Annotation, 'kind' | 'color' | 'body' | 'tags' | 'isAnswered' | 'targets'>
>;

/** A notebook that is being written in. */
export interface NotebookState {
  readonly notebook: Notebook;
  readonly history: History;
  readonly outbox: Outbox;
  /** The annotation deleted last, until something else is done: the offer to undo stands as long. */
  readonly deleted: Annotation | undefined;
}

/** What can happen to a notebook. Times are in ms since 1970. */
export type NotebookAction =
  | { readonly type: 'created'; readonly annotation: Annotation; readonly time: number }
  | { readonly type: 'changed'; readonly id: string; readonly patch: AnnotationPatch; readonly time: number }
  | { readonly type: 'deleted'; readonly id: string; readonly time: number }
  | {
      readonly type: 'progress-set';
      readonly unit: string;
      readonly progress: UnitProgress | 'unread';
      readonly time: number;
    }
  /** The reader stopped writing an annotation. */
  | { readonly type: 'edit-ended'; readonly id: string; readonly time: number }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  | { readonly type: 'deletion-dismissed' }
  | { readonly type: 'sent' }
  | { readonly type: 'acknowledged'; readonly sequence: number }
  | { readonly type: 'refused'; readonly sequence: number; readonly failure: Failure }
  | { readonly type: 'retried' };

/** A notebook as it was read from disk: nothing to undo, nothing to save. */
export function openNotebook(notebook: Notebook): NotebookState {
  return { notebook, history: EMPTY_HISTORY, outbox: EMPTY_OUTBOX, deleted: undefined };
}

/** The notebook after an action. The same object if nothing changed. */
export function reduceNotebook(state: NotebookState, action: NotebookAction): NotebookState {
  switch (action.type) {
    case 'created':
      return create(state, action.annotation, action.time);
    case 'changed':
      return change(state, action.id, action.patch, action.time);
    case 'deleted':
      return remove(state, action.id, action.time);
    case 'progress-set':
      return setProgress(state, action.unit, action.progress, action.time);
    case 'edit-ended':
      return endEdit(state, action.id, action.time);
    case 'undone': {
      const back = stepBack(state.history);
      return back === undefined ? state : apply({ ...state, history: back.history }, back.step.undo);
    }
    case 'redone': {
      const forward = stepForward(state.history);
      return forward === undefined ? state : apply({ ...state, history: forward.history }, forward.step.redo);
    }
    case 'deletion-dismissed':
      return state.deleted === undefined ? state : { ...state, deleted: undefined };
    case 'sent':
      return { ...state, outbox: markSent(state.outbox) };
    case 'acknowledged':
      return { ...state, outbox: acknowledge(state.outbox, action.sequence) };
    case 'refused':
      return { ...state, outbox: refuse(state.outbox, action.sequence, action.failure) };
    case 'retried':
      return { ...state, outbox: retryFailed(state.outbox) };
  }
}

function create(state: NotebookState, annotation: Annotation, time: number): NotebookState {
  return perform(state, {
    label: 'create',
    subject: annotation.id,
    redo: { type: 'annotation-saved', annotation },
    undo: { type: 'annotation-erased', id: annotation.id },
    time,
  });
}

function change(state: NotebookState, id: string, patch: AnnotationPatch, time: number): NotebookState {
  const before = find(state.notebook, id);
  const label = before === undefined ? undefined : labelOf(before, patch);
  if (before === undefined || label === undefined) return state;
  const after = { ...before, ...patch, modified: new Date(time).toISOString() };
  return perform(state, {
    label,
    subject: id,
    redo: { type: 'annotation-saved', annotation: after },
    undo: { type: 'annotation-saved', annotation: before },
    time,
  });
}

function remove(state: NotebookState, id: string, time: number): NotebookState {
  const annotation = find(state.notebook, id);
  if (annotation === undefined) return state;
  const after = perform(state, {
    label: 'delete',
    subject: id,
    redo: { type: 'annotation-binned', annotation, deleted: new Date(time).toISOString() },
    undo: { type: 'annotation-saved', annotation },
    time,
  });
  return { ...after, deleted: annotation };
}

function endEdit(state: NotebookState, id: string, time: number): NotebookState {
  const closed = state.history.isOpen ? { ...state, history: closeStep(state.history) } : state;
  const annotation = find(closed.notebook, id);
  const ending = annotation === undefined ? undefined : endNote(annotation);
  switch (ending?.type) {
    case 'changed':
      return change(closed, id, ending.patch, time);
    case 'discarded': {
      const last = closed.history.past.at(-1);
      // Begun and given up at once: there is nothing to speak of, nor to undo.
      return last?.label === 'create' && last.subject === id
        ? apply({ ...closed, history: forgetLast(closed.history) }, last.undo)
        : remove(closed, id, time);
    }
    case 'kept':
    case undefined:
      return closed;
  }
}

function setProgress(
  state: NotebookState,
  unit: string,
  progress: UnitProgress | 'unread',
  time: number,
): NotebookState {
  const before = state.notebook.progress[unit] ?? 'unread';
  if (before === progress) return state;
  return perform(state, {
    label: 'progress',
    subject: unit,
    redo: { type: 'progress-set', unit, progress },
    undo: { type: 'progress-set', unit, progress: before },
    time,
  });
}

function perform(state: NotebookState, step: HistoryStep): NotebookState {
  return apply({ ...state, history: record(state.history, step) }, step.redo);
}

function apply(state: NotebookState, notebookChange: HistoryStep['redo']): NotebookState {
  return {
    ...state,
    notebook: applyChange(state.notebook, notebookChange),
    outbox: post(state.outbox, notebookChange),
    deleted: undefined,
  };
}

function find(notebook: Notebook, id: string): Annotation | undefined {
  return notebook.annotations.find((annotation) => annotation.id === id);
}

/** What a patch does, by the weightiest part that differs; undefined if nothing does. */
function labelOf(before: Annotation, patch: AnnotationPatch): ChangeLabel | undefined {
  if (patch.body !== undefined && patch.body !== before.body) return 'edit';
  if (patch.targets !== undefined && patch.targets !== before.targets) return 'counterpart';
  if (patch.tags !== undefined && !hasSameItems(patch.tags, before.tags)) return 'tag';
  if (patch.isAnswered !== undefined && patch.isAnswered !== before.isAnswered) return 'answer';
  if (patch.kind !== undefined && patch.kind !== before.kind) return 'kind';
  if (patch.color !== undefined && patch.color !== before.color) return 'color';
  return undefined;
}

function hasSameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
