import { useEffect, useRef, useState, type Dispatch } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Work } from '../../../core/text/work.ts';
import { createSearchClient, type SearchClient } from '../../search-worker/search-client.ts';
import type { SearchAction } from './search-state.ts';

interface Options {
  readonly work: Work;
  /** As main gave it with the work. */
  readonly searchIndex: string;
  readonly annotations: readonly Annotation[];
  /** '' asks nothing. */
  readonly query: string;
  /** The worker starts when search is first wanted; a reader who never searches does not pay for it. */
  readonly isAwake: boolean;
  /** Counted up to start the worker anew after a failure. */
  readonly attempt: number;
  readonly dispatch: Dispatch<SearchAction>;
}

/** Owns the search worker: asks it whatever the query is, again when the notes change, and dispatches the answers. */
export function useSearchAnswers(options: Options): void {
  const { work, searchIndex, annotations, query, isAwake, attempt, dispatch } = options;
  const [client, setClient] = useState<SearchClient>();
  const told = useRef<{ readonly client: SearchClient; readonly annotations: readonly Annotation[] }>(
    undefined,
  );

  useEffect(() => {
    if (!isAwake) return;
    const worker = new Worker(new URL('../../search-worker/search-worker.ts', import.meta.url), {
      type: 'module',
    });
    const opened = createSearchClient(worker);
    setClient(opened);
    void opened.load(work, searchIndex).then((answer) => {
      if (answer.status === 'failed') dispatch({ type: 'broken', detail: answer.detail });
    });
    return () => opened.close();
  }, [isAwake, attempt, work, searchIndex, dispatch]);

  useEffect(() => {
    if (client === undefined || query === '') return;
    // Notes change with every key typed into one; the worker hears of them only when it is asked something.
    if (told.current?.client !== client || told.current.annotations !== annotations) {
      client.setAnnotations(annotations);
      told.current = { client, annotations };
    }
    void client.search(query).then((answer) => {
      if (answer.status === 'found') dispatch({ type: 'answered', query, outcome: answer.outcome });
      if (answer.status === 'failed') dispatch({ type: 'broken', detail: answer.detail });
    });
  }, [client, query, annotations, dispatch]);
}
