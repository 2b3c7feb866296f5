import { useMemo, useSyncExternalStore } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { ChangeLabel } from '../../../core/annotation/change-label.ts';
import { EMPTY_NOTEBOOK, type Notebook, type UnitProgress } from '../../../core/annotation/notebook.ts';
import type { AnnotationPatch } from './annotation-patch.ts';
import type { AnnotationDraft, NotebookSession } from './notebook-session.ts';

/** A reader's notebook of one work, and what can be done with it. The functions stay the same between renderings. */
export interface NotebookHandle extends Notebook {
  readonly createAnnotation: (draft: AnnotationDraft) => Annotation;
  readonly changeAnnotation: (id: string, patch: AnnotationPatch, label?: ChangeLabel) => void;
  /** Puts an annotation into the bin. */
  readonly deleteAnnotation: (id: string) => void;
  readonly setProgress: (unit: string, progress: UnitProgress | 'unread') => void;
  /** The reader stopped writing this annotation: ends the undo step, and settles a note that was left empty. */
  readonly endEdit: (id: string) => void;
}

/** Follows the notebook of a work that the session has open. */
export function useNotebook(session: NotebookSession, workId: string): NotebookHandle {
  const notebook = useSyncExternalStore(
    session.subscribe,
    () => session.getState().works.get(workId)?.notebook ?? EMPTY_NOTEBOOK,
  );
  const actions = useMemo<Omit<NotebookHandle, keyof Notebook>>(
    () => ({
      createAnnotation: (draft) => session.createAnnotation(workId, draft),
      changeAnnotation: (id, patch, label) => session.changeAnnotation(workId, id, patch, label),
      deleteAnnotation: (id) => session.deleteAnnotation(workId, id),
      setProgress: (unit, progress) => session.setProgress(workId, unit, progress),
      endEdit: (id) => session.endEdit(workId, id),
    }),
    [session, workId],
  );
  return useMemo(() => ({ ...actions, ...notebook }), [actions, notebook]);
}
