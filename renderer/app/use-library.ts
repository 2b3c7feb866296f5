import { useCallback, useEffect, useState } from 'react';
import type { RevisionId } from '../../core/text/revision-id.ts';
import type { OpenedWork, WorkSummary } from '../../ipc/contract.ts';
import { readJson } from '../../ipc/json-text.ts';
import type { Failure } from '../../ipc/result.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { NotebookSession } from '../features/notes/notebook-session.ts';

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
  readonly listFailure: Failure | undefined;
  readonly open: OpenState;
  readonly refresh: () => void;
  readonly openWork: (id: string) => void;
}

/** Lists the library and opens its first work, or the one asked for; its notes are taken into the session. */
export function useLibrary(api: StudyBridge, session: NotebookSession): LibraryHandle {
  const [works, setWorks] = useState<readonly WorkSummary[]>([]);
  const [listFailure, setListFailure] = useState<Failure>();
  const [open, setOpen] = useState<OpenState>({ type: 'opening' });

  const openWork = useCallback(
    (id: string) => {
      setOpen({ type: 'opening' });
      void api.requests.openWork(id).then((result) => {
        if (!result.ok) {
          setOpen({ type: 'failed', failure: result.failure });
          return;
        }
        const { notebook: text, ...opened } = result.value;
        const notebook = readJson(text);
        session.open(id, notebook);
        setOpen({ type: 'opened', opened: { ...opened, wanted: notebook.revision } });
      });
    },
    [api, session],
  );
  const list = useCallback(async () => {
    const result = await api.requests.listWorks();
    if (result.ok) setWorks(result.value);
    setListFailure(result.ok ? undefined : result.failure);
    return result;
  }, [api]);

  useEffect(() => {
    void list().then((result) => {
      const first = result.ok ? result.value[0] : undefined;
      if (first !== undefined) openWork(first.id);
      else if (!result.ok) setOpen({ type: 'failed', failure: result.failure });
    });
  }, [list, openWork]);

  return { works, listFailure, open, openWork, refresh: () => void list() };
}
