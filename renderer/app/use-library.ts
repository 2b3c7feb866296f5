import { useCallback, useEffect, useState } from 'react';
import type { RevisionId } from '../../core/text/revision-id.ts';
import type { OpenedWork, WorkSummary } from '../../ipc/contract.ts';
import { succeed, type Failure, type Result } from '../../ipc/result.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { NotebookSession } from '../features/notes/notebook-session.ts';
import { addNotes, type FirstOpening, type WorkWithNotes } from './first-opening.ts';

/** A work with everything needed to show and search it; the session has its notes. */
export interface WorkOnDesk extends Omit<OpenedWork, 'notebook'> {
  /** The revision its notes asked for when it was opened; undefined where they asked for none. */
  readonly wanted: RevisionId | undefined;
}

/** The opened work: on its way, there, or why not. */
export type OpenState =
  | { readonly type: 'opening' }
  | { readonly type: 'opened'; readonly opened: WorkOnDesk }
  | { readonly type: 'failed'; readonly failure: Failure };

/** The works of the library and the one that is open. */
export interface LibraryHandle {
  readonly works: readonly WorkSummary[];
  /** Whether it is known which works there are. */
  readonly isListed: boolean;
  readonly listFailure: Failure | undefined;
  readonly open: OpenState;
  readonly refresh: () => void;
  readonly openWork: (id: string) => void;
  /** A work has got other titles. */
  readonly retitle: (id: string, titles: WorkSummary['titles']) => void;
  /** A work was deleted with its notes: another is opened in its place. */
  readonly remove: (id: string) => void;
}

const NO_WORKS: readonly WorkSummary[] = [];

/** The list is asked for when the page has nothing to do, and no later than so long after the text has come. */
const LATEST_LIST_MS = 1000;

/** Shows the library and its first work, which is being opened, then the one asked for; its notes are taken into the session. */
export function useLibrary(
  api: StudyBridge,
  session: NotebookSession,
  opening: Promise<FirstOpening>,
  onOpened: (id: string) => void,
): LibraryHandle {
  const [listed, setListed] = useState<readonly WorkSummary[]>();
  const works = listed ?? NO_WORKS;
  const [listFailure, setListFailure] = useState<Failure>();
  const [open, setOpen] = useState<OpenState>({ type: 'opening' });

  const show = useCallback(
    (result: Result<WorkWithNotes>) => {
      if (!result.ok) {
        setOpen({ type: 'failed', failure: result.failure });
        return;
      }
      const { opened, notebook } = result.value;
      session.open(opened.work.id, notebook);
      setOpen({ type: 'opened', opened: { ...opened, wanted: notebook.revision } });
    },
    [session],
  );
  const openWork = useCallback(
    (id: string) => {
      setOpen({ type: 'opening' });
      onOpened(id);
      const open = async () => {
        const result = await api.requests.openWork(id);
        show(result.ok ? await addNotes(result.value) : result);
      };
      void open();
    },
    [api, show, onOpened],
  );
  const showList = useCallback((result: Result<readonly WorkSummary[]>) => {
    if (result.ok) setListed(result.value);
    setListFailure(result.ok ? undefined : result.failure);
  }, []);

  const refresh = useCallback(() => void api.requests.listWorks().then(showList), [api, showList]);

  useEffect(() => {
    void opening.then((result) => {
      if (!result.ok) show(result);
      else if (result.value !== null) show(succeed(result.value));
      // Main looks into every folder for the list, and gives the page nothing else meanwhile: first the text.
      requestIdleCallback(refresh, { timeout: LATEST_LIST_MS });
    });
  }, [opening, refresh, show]);

  return {
    works,
    isListed: listed !== undefined,
    listFailure,
    open,
    openWork,
    refresh,
    retitle: (id, titles) => {
      setListed((before) => before?.map((work) => (work.id === id ? { ...work, titles } : work)));
      setOpen((before) => retitleOpened(before, id, titles));
    },
    remove: (id) => {
      session.forget(id);
      const left = works.filter((work) => work.id !== id);
      setListed(left);
      const [first] = left;
      if (open.type === 'opened' && open.opened.work.id === id && first !== undefined) openWork(first.id);
    },
  };
}

function retitleOpened(open: OpenState, id: string, titles: WorkSummary['titles']): OpenState {
  if (open.type !== 'opened' || open.opened.work.id !== id) return open;
  return { type: 'opened', opened: { ...open.opened, work: { ...open.opened.work, titles } } };
}
