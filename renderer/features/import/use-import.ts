import { useCallback, useEffect, useMemo, useReducer, useRef, type Dispatch } from 'react';
import { createImportClient, type ImportClient } from '../../import-worker/import-client.ts';
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
  /** Ends the reading that is under way. */
  readonly stop: () => void;
}

/** Reads the files of an import in a worker, and again whenever something about them was corrected. */
export function useImport(): ImportHandle {
  const [state, dispatch] = useReducer(reduceImport, NO_IMPORT);
  const client = useRef<ImportClient>(undefined);
  const { sources, options, restored, attempt } = state;
  const wanted = useMemo(
    () => ({ sources, options, restored, attempt }),
    [sources, options, restored, attempt],
  );

  useEffect(() => {
    if (wanted.sources.length === 0) {
      client.current?.stop();
      return undefined;
    }
    client.current ??= createImportClient(startWorker);
    const { read } = client.current;
    let isCurrent = true;
    dispatch({ type: 'reading-started' });
    void read(wanted.sources, importOptionsOf(wanted), (progress) =>
      dispatch({ type: 'progressed', progress }),
    ).then((outcome) => {
      if (isCurrent) dispatch({ type: 'reading-ended', outcome });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);

  const stop = useCallback(() => client.current?.stop(), []);
  return { state, dispatch, stop };
}

function startWorker(): Worker {
  return new Worker(new URL('../../import-worker/import-worker.ts', import.meta.url), { type: 'module' });
}
