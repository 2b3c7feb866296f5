import { useMemo, useSyncExternalStore } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { HistoryStep } from './notebook-history.ts';
import type { NotebookSession } from './notebook-session.ts';
import { describeSaving, type SaveState } from './outbox.ts';
import type { SessionState } from './session-state.ts';

/** The notes of all works, what can be done with them, and what is known of them now. */
export interface SessionHandle {
  /** The same as long as the program runs. */
  readonly session: NotebookSession;
  /** The notebooks that are open, by work id. */
  readonly works: SessionState['works'];
  /** Of the notes of all works. */
  readonly saveState: SaveState;
  /** What would be undone; undefined if there is nothing. */
  readonly undoStep: HistoryStep | undefined;
  readonly redoStep: HistoryStep | undefined;
  /** What was deleted last, as long as its undoing should be offered. */
  readonly deleted: readonly Annotation[] | undefined;
}

/** Follows a session. */
export function useSession(session: NotebookSession): SessionHandle {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  return useMemo(
    () => ({
      session,
      works: state.works,
      saveState: describeSaving(Array.from(state.works.values(), ({ outbox }) => outbox)),
      undoStep: state.history.past.at(-1),
      redoStep: state.history.future.at(-1),
      deleted: state.deleted,
    }),
    [session, state],
  );
}
