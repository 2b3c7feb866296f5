import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { WorkChanges } from '../../../core/annotation/bulk-edit.ts';
import type { ChangeLabel } from '../../../core/annotation/change-label.ts';
import { invertChanges } from '../../../core/annotation/invert-changes.ts';
import {
  applyChanges,
  type Notebook,
  type NotebookChange,
  type UnitProgress,
} from '../../../core/annotation/notebook.ts';
import type { Failure } from '../../../ipc/result.ts';
import { labelPatch, type AnnotationPatch } from './annotation-patch.ts';
import { endNote } from './note-ending.ts';
import {
  closeStep,
  EMPTY_HISTORY,
  forgetLast,
  forgetWork,
  record,
  stepBack,
  stepForward,
  type History,
  type HistoryStep,
  type StepPart,
} from './notebook-history.ts';
import { acknowledge, EMPTY_OUTBOX, markSent, post, refuse, retryFailed, type Outbox } from './outbox.ts';

/** The notebook of one work, and what of it is not known to be on disk. */
export interface OpenNotebook {
  readonly notebook: Notebook;
  readonly outbox: Outbox;
}

/** Every notebook that was opened since the program's start, by work id, with one history over all of them. */
export interface SessionState {
  readonly works: ReadonlyMap<string, OpenNotebook>;
  readonly history: History;
  /** What was deleted last, until something else is done: the offer to undo stands as long. */
  readonly deleted: readonly Annotation[] | undefined;
}

/** What can happen in a session. Times are in ms since 1970. What is about a work that is not open changes nothing. */
export type SessionAction =
  | { readonly type: 'opened'; readonly workId: string; readonly notebook: Notebook }
  /** The work was deleted with its notes. */
  | { readonly type: 'forgotten'; readonly workId: string }
  | {
      readonly type: 'created';
      readonly workId: string;
      readonly annotation: Annotation;
      readonly time: number;
    }
  | {
      readonly type: 'changed';
      readonly workId: string;
      readonly id: string;
      readonly patch: AnnotationPatch;
      /** Names the step, where the patch does not say enough. */
      readonly label?: ChangeLabel | undefined;
      readonly time: number;
    }
  | { readonly type: 'deleted'; readonly workId: string; readonly id: string; readonly time: number }
  | {
      readonly type: 'progress-set';
      readonly workId: string;
      readonly unit: string;
      readonly progress: UnitProgress | 'unread';
      readonly time: number;
    }
  /** The reader stopped writing an annotation. */
  | { readonly type: 'edit-ended'; readonly workId: string; readonly id: string; readonly time: number }
  /** Many things were done at once. */
  | {
      readonly type: 'performed';
      readonly label: ChangeLabel;
      readonly parts: readonly WorkChanges[];
      readonly time: number;
    }
  | { readonly type: 'undone' | 'redone' | 'deletion-dismissed' | 'sent' | 'retried' }
  | { readonly type: 'acknowledged'; readonly workId: string; readonly sequences: ReadonlySet<number> }
  | {
      readonly type: 'refused';
      readonly workId: string;
      readonly sequences: ReadonlySet<number>;
      readonly failure: Failure;
    };

/** A session in which no work was opened yet. */
export const EMPTY_SESSION: SessionState = { works: new Map(), history: EMPTY_HISTORY, deleted: undefined };

/** The session after an action. The same object if nothing changed. */
export function reduceSession(state: SessionState, action: SessionAction): SessionState {
  switch (action.type) {
    case 'opened':
      return open(state, action.workId, action.notebook);
    case 'forgotten':
      return forget(state, action.workId);
    case 'created':
      return create(state, action);
    case 'changed':
      return change(state, action);
    case 'deleted':
      return remove(state, action);
    case 'progress-set':
      return setProgress(state, action);
    case 'edit-ended':
      return endEdit(state, action);
    case 'performed':
      return performMany(state, action);
    case 'undone': {
      const back = stepBack(state.history);
      return back === undefined ? state : apply({ ...state, history: back.history }, back.step, 'undo');
    }
    case 'redone': {
      const forward = stepForward(state.history);
      return forward === undefined
        ? state
        : apply({ ...state, history: forward.history }, forward.step, 'redo');
    }
    case 'deletion-dismissed':
      return state.deleted === undefined ? state : { ...state, deleted: undefined };
    case 'sent':
      return changeOutboxes(state, markSent);
    case 'retried':
      return changeOutboxes(state, retryFailed);
    case 'acknowledged':
      return changeOutbox(state, action.workId, (outbox) => acknowledge(outbox, action.sequences));
    case 'refused':
      return changeOutbox(state, action.workId, (outbox) => refuse(outbox, action.sequences, action.failure));
  }
}

/** What is known of a work already is newer than what was read from disk, or the same. */
function open(state: SessionState, workId: string, notebook: Notebook): SessionState {
  if (state.works.has(workId)) return state;
  return { ...state, works: new Map(state.works).set(workId, { notebook, outbox: EMPTY_OUTBOX }) };
}

function forget(state: SessionState, workId: string): SessionState {
  const works = new Map(state.works);
  works.delete(workId);
  return { works, history: forgetWork(state.history, workId), deleted: undefined };
}

type Action<Type extends SessionAction['type']> = Extract<SessionAction, { readonly type: Type }>;

function create(state: SessionState, { workId, annotation, time }: Action<'created'>): SessionState {
  const { id, body, tags } = annotation;
  const hasWords = body.trim() !== '' || tags.length > 0;
  return performOne(state, {
    label: 'create',
    workId,
    subject: id,
    redo: { type: 'annotation-saved', annotation },
    undo: hasWords
      ? { type: 'annotation-binned', annotation, deleted: toIsoTime(time) }
      : { type: 'annotation-erased', id },
    time,
  });
}

function change(
  state: SessionState,
  { workId, id, patch, label, time }: Omit<Action<'changed'>, 'type'>,
): SessionState {
  const before = find(state, workId, id);
  const ownLabel = before === undefined ? undefined : labelPatch(before, patch);
  if (before === undefined || ownLabel === undefined) return state;
  const after = { ...before, ...patch, modified: toIsoTime(time) };
  return performOne(state, {
    label: label ?? ownLabel,
    workId,
    subject: id,
    redo: { type: 'annotation-saved', annotation: after },
    undo: { type: 'annotation-saved', annotation: before },
    time,
  });
}

function remove(state: SessionState, { workId, id, time }: Omit<Action<'deleted'>, 'type'>): SessionState {
  const annotation = find(state, workId, id);
  if (annotation === undefined) return state;
  const after = performOne(state, {
    label: 'delete',
    workId,
    subject: id,
    redo: { type: 'annotation-binned', annotation, deleted: toIsoTime(time) },
    undo: { type: 'annotation-saved', annotation },
    time,
  });
  return { ...after, deleted: [annotation] };
}

function endEdit(state: SessionState, { workId, id, time }: Action<'edit-ended'>): SessionState {
  const closed = state.history.isOpen ? { ...state, history: closeStep(state.history) } : state;
  const annotation = find(closed, workId, id);
  const ending = annotation === undefined ? undefined : endNote(annotation);
  switch (ending?.type) {
    case 'changed':
      return change(closed, { workId, id, patch: ending.patch, time });
    case 'discarded': {
      const last = closed.history.past.at(-1);
      // Begun and given up at once: there is nothing to speak of, nor to undo.
      return last?.label === 'create' && last.subject === subjectOf(workId, id)
        ? apply({ ...closed, history: forgetLast(closed.history) }, last, 'undo')
        : remove(closed, { workId, id, time });
    }
    case 'kept':
    case undefined:
      return closed;
  }
}

function setProgress(
  state: SessionState,
  { workId, unit, progress, time }: Action<'progress-set'>,
): SessionState {
  const before = state.works.get(workId)?.notebook.progress[unit] ?? 'unread';
  if (before === progress) return state;
  return performOne(state, {
    label: 'progress',
    workId,
    subject: unit,
    redo: { type: 'progress-set', unit, progress },
    undo: { type: 'progress-set', unit, progress: before },
    time,
  });
}

interface SingleStep {
  readonly label: ChangeLabel;
  readonly workId: string;
  readonly subject: string;
  readonly redo: NotebookChange;
  readonly undo: NotebookChange;
  readonly time: number;
}

function performOne(state: SessionState, single: SingleStep): SessionState {
  const { label, workId, subject, redo, undo, time } = single;
  if (!state.works.has(workId)) return state;
  const parts = [{ workId, redo: [redo], undo: [undo] }];
  return perform(state, { label, subject: subjectOf(workId, subject), parts, time });
}

function performMany(state: SessionState, { label, parts, time }: Action<'performed'>): SessionState {
  const stepParts = gatherByWork(parts).flatMap(({ workId, changes }): readonly StepPart[] => {
    const notebook = state.works.get(workId)?.notebook;
    if (notebook === undefined || isIdle(notebook, changes)) return [];
    return [{ workId, redo: changes, undo: invertChanges(notebook, changes) }];
  });
  if (stepParts.length === 0) return state;
  const after = perform(state, { label, subject: undefined, parts: stepParts, time });
  if (label !== 'delete') return after;
  const deleted = stepParts.flatMap(({ redo }) =>
    redo.flatMap((each) => (each.type === 'annotation-binned' ? [each.annotation] : [])),
  );
  return { ...after, deleted };
}

/** One part for each work: what takes them back is found in the notebooks as they are now. */
function gatherByWork(parts: readonly WorkChanges[]): readonly WorkChanges[] {
  const byWork = new Map<string, NotebookChange[]>();
  for (const { workId, changes } of parts) {
    const known = byWork.get(workId);
    if (known === undefined) byWork.set(workId, [...changes]);
    else for (const each of changes) known.push(each);
  }
  return Array.from(byWork, ([workId, changes]) => ({ workId, changes }));
}

function isIdle(notebook: Notebook, changes: readonly NotebookChange[]): boolean {
  const after = applyChanges(notebook, changes);
  return (
    after.annotations === notebook.annotations &&
    after.bin === notebook.bin &&
    after.revision === notebook.revision &&
    changes.every(
      (each) => each.type !== 'progress-set' || after.progress[each.unit] === notebook.progress[each.unit],
    )
  );
}

function perform(state: SessionState, step: HistoryStep): SessionState {
  return apply({ ...state, history: record(state.history, step) }, step, 'redo');
}

function apply(state: SessionState, step: HistoryStep, direction: 'redo' | 'undo'): SessionState {
  const works = new Map(state.works);
  for (const part of step.parts) {
    const known = works.get(part.workId);
    if (known === undefined) continue;
    const changes = part[direction];
    works.set(part.workId, {
      notebook: applyChanges(known.notebook, changes),
      outbox: post(known.outbox, changes),
    });
  }
  return { ...state, works, deleted: undefined };
}

function changeOutbox(state: SessionState, workId: string, update: (outbox: Outbox) => Outbox): SessionState {
  const known = state.works.get(workId);
  if (known === undefined) return state;
  return {
    ...state,
    works: new Map(state.works).set(workId, { ...known, outbox: update(known.outbox) }),
  };
}

function changeOutboxes(state: SessionState, update: (outbox: Outbox) => Outbox): SessionState {
  const works = new Map(state.works);
  for (const [workId, { notebook, outbox }] of state.works) {
    // A work with nothing on its way keeps its identity: nobody who looks at it need look again.
    if (outbox.entries.length > 0) works.set(workId, { notebook, outbox: update(outbox) });
  }
  return { ...state, works };
}

function find(state: SessionState, workId: string, id: string): Annotation | undefined {
  return state.works.get(workId)?.notebook.annotations.find((annotation) => annotation.id === id);
}

/** Units of two works may have the same id. */
function subjectOf(workId: string, id: string): string {
  return `${workId} ${id}`;
}

function toIsoTime(time: number): string {
  return new Date(time).toISOString();
}
