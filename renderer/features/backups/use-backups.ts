import { useEffect, useReducer } from 'react';
import type { RequestCalls } from '../../../ipc/contract.ts';
import type { Result } from '../../../ipc/result.ts';
import {
  INITIAL_BACKUPS,
  reduceBackups,
  type Answer,
  type BackupsState,
  type Occupation,
  type Outcome,
} from './backups-state.ts';
import { restoreBackup, type NotesSession } from './restore-backup.ts';

/** The requests about backups. */
type BackupRequests = Pick<
  RequestCalls,
  'makeBackup' | 'listBackups' | 'compareBackup' | 'readBackup' | 'exportBackup' | 'chooseBackupFile'
>;

/** The backups, and what can be done with them. */
export interface BackupsHandle {
  readonly state: BackupsState;
  /** Lists the backups, and compares the chosen one, anew. */
  readonly retry: () => void;
  readonly choose: (id: string) => void;
  readonly make: () => void;
  /** A work id of `null` means all works. */
  readonly restore: (id: string, workId: string | null) => void;
  readonly undoRestore: () => void;
  readonly exportOne: (id: string) => void;
  readonly bringIn: () => void;
  readonly dismissOutcome: () => void;
}

/** Lists and compares while `isShown`, and again whenever the notes have changed. */
export function useBackups(requests: BackupRequests, session: NotesSession, isShown: boolean): BackupsHandle {
  const [state, dispatch] = useReducer(reduceBackups, INITIAL_BACKUPS);
  const { notes } = session;
  const { chosenId, round } = state;

  useEffect(() => {
    if (!isShown) return;
    void requests.listBackups().then((result) => dispatch({ type: 'listed', answer: answer(result) }));
  }, [isShown, requests, round, notes]);
  useEffect(() => {
    if (!isShown || chosenId === undefined) return;
    void requests
      .compareBackup({ id: chosenId })
      .then((result) => dispatch({ type: 'compared', id: chosenId, answer: answer(result) }));
  }, [isShown, requests, round, notes, chosenId]);

  const occupy = async (occupation: Occupation, work: () => Promise<Outcome | undefined>): Promise<void> => {
    dispatch({ type: 'begun', occupation });
    dispatch({ type: 'ended', outcome: await work() });
  };
  return {
    state,
    retry: () => dispatch({ type: 'ended', outcome: undefined }),
    choose: (id) => dispatch({ type: 'chosen', id }),
    make: () => void occupy('making', () => make(requests)),
    restore: (id, workId) => void occupy('restoring', () => restoreBackup(requests, session, id, workId)),
    undoRestore: () => {
      dispatch({ type: 'outcome-dismissed' });
      session.undo();
    },
    exportOne: (id) => void occupy('exporting', () => exportOne(requests, id)),
    bringIn: () =>
      void occupy('bringing-in', async () => {
        const chosen = await requests.chooseBackupFile();
        if (!chosen.ok) return { type: 'failed', step: 'bring-in', failure: chosen.failure };
        if (chosen.value !== null) dispatch({ type: 'brought-in', id: chosen.value.id });
        return undefined;
      }),
    dismissOutcome: () => dispatch({ type: 'outcome-dismissed' }),
  };
}

async function make(requests: BackupRequests): Promise<Outcome> {
  const made = await requests.makeBackup({ reason: 'asked' });
  if (!made.ok) return { type: 'failed', step: 'make', failure: made.failure };
  return { type: 'made', noteCount: made.value.made?.noteCount ?? 0 };
}

async function exportOne(requests: BackupRequests, id: string): Promise<Outcome | undefined> {
  const exported = await requests.exportBackup({ id });
  if (!exported.ok) return { type: 'failed', step: 'export', failure: exported.failure };
  return exported.value === null ? undefined : { type: 'exported', path: exported.value };
}

function answer<Value>(result: Result<Value>): Answer<Value> {
  return result.ok ? { type: 'there', value: result.value } : { type: 'failed', failure: result.failure };
}
