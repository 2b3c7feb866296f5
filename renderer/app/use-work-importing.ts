import { useEffect, useState } from 'react';
import type { ComposedEdition } from '../../core/import/review/compose-work.ts';
import { composeFor, type WorkPurpose } from '../features/import/import-purpose.ts';
import type { ImportHandle } from '../features/import/use-import.ts';
import type { RevisionsHandle } from '../features/revisions/use-revisions.ts';
import type { Screen } from './screen.ts';
import type { LibraryHandle, OpenState } from './use-library.ts';
import { useStable } from '../components/use-stable.ts';

/** What waits: for its work to be opened, for the preview to open, or for the preview to be answered. */
type Waiting =
  | { readonly type: 'to-begin'; readonly workId: string; readonly purpose: WorkPurpose['type'] }
  | { readonly type: 'to-propose'; readonly workId: string; readonly text: string }
  | { readonly type: 'asking' }
  | { readonly type: 'previewing' };

interface Options {
  readonly handle: ImportHandle;
  readonly library: LibraryHandle;
  readonly open: OpenState;
  readonly revisions: RevisionsHandle;
  readonly onScreen: (screen: Screen) => void;
}

/** Imports into works that are there: one more edition, or another text in the place of the present one. */
export interface WorkImporting {
  /** Opens a work, and the wizard about it. */
  readonly begin: (workId: string, purpose: WorkPurpose['type']) => void;
  /** Proposes what was found as a revision of the work the import is about. */
  readonly propose: (editions: readonly ComposedEdition[]) => Promise<void>;
}

export function useWorkImporting(options: Options): WorkImporting {
  const { handle, library, open, revisions, onScreen } = options;
  const { state, dispatch, link } = handle;
  const { purpose } = state;
  const [waiting, setWaiting] = useState<Waiting>();
  const opened = open.type === 'opened' ? open.opened : undefined;
  const openedId = opened?.work.id;

  const arrive = useStable(() => {
    if (opened === undefined) return;
    if (waiting?.type === 'to-begin' && waiting.workId === openedId) {
      setWaiting(undefined);
      const { work, revision } = opened;
      dispatch({ type: 'begun', purpose: { type: waiting.purpose, work, revision } });
      onScreen('import');
    }
    if (waiting?.type === 'to-propose' && waiting.workId === openedId) {
      setWaiting({ type: 'asking' });
      revisions.propose(waiting.text, []);
    }
  });
  useEffect(arrive, [arrive, waiting, openedId]);
  const giveUp = useStable(() => setWaiting(undefined));
  const isWaitingForWork = waiting?.type === 'to-begin' || waiting?.type === 'to-propose';
  useEffect(() => {
    if (open.type === 'failed' && isWaitingForWork) giveUp();
  }, [open.type, isWaitingForWork, giveUp]);

  // The text may be replaced while it is imported into: undone, corrected, aligned anew.
  const isOutdated =
    purpose.type !== 'new' && openedId === purpose.work.id && opened?.revision !== purpose.revision;
  const renew = useStable(() => {
    if (opened !== undefined) dispatch({ type: 'work-replaced', ...opened });
  });
  const isReplaced = waiting?.type === 'previewing' && revisions.news?.type === 'replaced';
  useEffect(() => {
    if (isOutdated && !isReplaced) renew();
  }, [isOutdated, isReplaced, renew]);

  const hear = useStable(() => {
    if (waiting?.type === 'asking') {
      if (revisions.dialog?.type === 'preview') setWaiting({ type: 'previewing' });
      else if (revisions.news?.type === 'failed') setWaiting(undefined);
    } else if (waiting?.type === 'previewing' && revisions.dialog === undefined) {
      setWaiting(undefined);
      if (revisions.news?.type !== 'replaced') return;
      dispatch({ type: 'added' });
      onScreen('reader');
    }
  });
  useEffect(hear, [hear, waiting, revisions.dialog, revisions.news]);

  return {
    begin: (workId, wanted) => {
      setWaiting({ type: 'to-begin', workId, purpose: wanted });
      if (openedId !== workId) library.openWork(workId);
    },
    propose: async (editions) => {
      if (state.found === undefined || purpose.type === 'new') return;
      const composed = composeFor(purpose, state.found.units, editions);
      if (composed === undefined) return;
      dispatch({ type: 'adding' });
      const text = await link(composed);
      dispatch({ type: 'proposed' });
      const workId = composed.id;
      setWaiting({ type: 'to-propose', workId, text });
      if (openedId !== workId) library.openWork(workId);
    },
  };
}
