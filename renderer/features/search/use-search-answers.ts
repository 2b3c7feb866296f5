import { useCallback, useEffect, useMemo, useRef, useState, type Dispatch } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { QueryCompletions } from '../../../core/search/complete-query.ts';
import type { QueryNames } from '../../../core/search/query.ts';
import type { SearchOutcome } from '../../../core/search/search-result.ts';
import { segmentText, type Unit, type Work } from '../../../core/text/work.ts';
import { createSearchClient, type SearchClient } from '../../search-worker/search-client.ts';
import { createAnswerStage, FIRST_LINES } from './answer-stage.ts';
import type { SearchAction } from './search-state.ts';

interface Options {
  readonly work: Work;
  /** As main gave it with the work. */
  readonly searchIndex: string;
  readonly annotations: readonly Annotation[];
  /** What the reader calls the highlight colours. */
  readonly colors: QueryNames['colors'];
  /** '' asks nothing. */
  readonly query: string;
  /** The worker starts when search is first wanted; a reader who never searches does not pay for it. */
  readonly isAwake: boolean;
  /** Counted up to start the worker anew after a failure. */
  readonly attempt: number;
  readonly dispatch: Dispatch<SearchAction>;
}

/** Asks what could stand at the caret of a query; null when that is not known, or something newer is asked. */
export type Complete = (text: string, caret: number, isAsked: boolean) => Promise<QueryCompletions | null>;

/**
 * Owns the search worker: asks it whatever the query is, again when the notes change, and dispatches the answers. Gives a
 * way to ask for completions.
 */
export function useSearchAnswers(options: Options): Complete {
  const { work, searchIndex, annotations, colors, query, isAwake, attempt, dispatch } = options;
  const [client, setClient] = useState<SearchClient>();
  const told = useRef<Told>(undefined);
  const [stage] = useState(createAnswerStage);
  const units = useMemo(() => new Map(work.units.map((unit) => [unit.id, unit])), [work]);

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
    told.current = tell(client, { annotations, colors }, told.current);
    let isOutdated = false;
    stage.begin();
    const search = async () => {
      const answer = await client.search(query);
      if (answer.status === 'found') await stage.ready(listFirstWords(answer.outcome, units));
      if (isOutdated) return;
      if (answer.status === 'found') dispatch({ type: 'answered', query, outcome: answer.outcome });
      if (answer.status === 'failed') dispatch({ type: 'broken', detail: answer.detail });
    };
    void search();
    return () => {
      isOutdated = true;
    };
  }, [client, query, annotations, colors, units, stage, dispatch]);

  return useCallback(
    async (text, caret, isAsked) => {
      if (client === undefined) return null;
      told.current = tell(client, { annotations, colors }, told.current);
      return client.complete(text, caret, isAsked);
    },
    [client, annotations, colors],
  );
}

/** What a worker has been told of the reader's own. */
interface Told extends Pick<Options, 'annotations' | 'colors'> {
  readonly client: SearchClient;
}

// Notes change with every key typed into one; the worker hears of them only when it is asked something.
function tell(client: SearchClient, known: Omit<Told, 'client'>, before: Told | undefined): Told {
  const isNew = before?.client !== client;
  if (isNew || before.annotations !== known.annotations) client.setAnnotations(known.annotations);
  if (isNew || before.colors !== known.colors) client.setColors(known.colors);
  return { client, ...known };
}

/** What is drawn at once of an answer: no more than these. Notes are drawn in another typeface. */
function listFirstWords({ results }: SearchOutcome, units: ReadonlyMap<string, Unit>): string {
  const first = results.slice(0, FIRST_LINES).flatMap(({ unitId, matches }) => {
    const unit = units.get(unitId);
    return matches.map(({ field }) =>
      unit === undefined || field.kind !== 'text' ? '' : segmentText(unit, field.language),
    );
  });
  return first.join('');
}
