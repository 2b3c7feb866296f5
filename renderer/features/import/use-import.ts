import { useCallback, useEffect, useMemo, useReducer, useRef, type Dispatch, type RefObject } from 'react';
import { serializeWork } from '../../../core/text/work-file.ts';
import type { Work } from '../../../core/text/work.ts';
import { createImportClient, type ImportClient } from '../../import-worker/import-client.ts';
import { startImportWorker } from '../../import-worker/start-import-worker.ts';
import {
  importOptionsOf,
  NO_IMPORT,
  reduceImport,
  type ImportAction,
  type ImportState,
} from './import-state.ts';

/** The import that is under way. */
export interface ImportHandle {
  readonly state: ImportState;
  readonly dispatch: Dispatch<ImportAction>;
  /** The text (work.json) of a work with links that the program proposes; of the work as it is where that fails. */
  readonly link: (work: Work) => Promise<string>;
  /** Ends the reading that is under way. */
  readonly stop: () => void;
}

/** Reads the files of an import in a worker, and again whenever something about them was corrected. */
export function useImport(): ImportHandle {
  const [state, dispatch] = useReducer(reduceImport, NO_IMPORT);
  const client = useRef<ImportClient>(undefined);
  const { sources, options, restored, attempt, purpose } = state;
  const beside = purpose.type === 'edition' ? purpose.work : null;
  const wanted = useMemo(
    () => ({ sources, options, restored, attempt, beside }),
    [sources, options, restored, attempt, beside],
  );

  useEffect(() => {
    if (wanted.sources.length === 0) {
      client.current?.stop();
      return undefined;
    }
    const { read } = openClient(client);
    let isCurrent = true;
    dispatch({ type: 'reading-started' });
    void read(wanted.sources, importOptionsOf(wanted), wanted.beside, (progress) =>
      dispatch({ type: 'progressed', progress }),
    ).then((outcome) => {
      if (isCurrent) dispatch({ type: 'reading-ended', outcome });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);

  const link = useCallback(async (work: Work): Promise<string> => {
    const outcome = await openClient(client).link(work, null, (share) =>
      dispatch({ type: 'linking', share }),
    );
    return outcome.status === 'linked' ? outcome.text : JSON.stringify(serializeWork(work));
  }, []);
  const stop = useCallback(() => client.current?.stop(), []);
  return { state, dispatch, link, stop };
}

function openClient(client: RefObject<ImportClient | undefined>): ImportClient {
  client.current ??= createImportClient(startImportWorker);
  return client.current;
}
