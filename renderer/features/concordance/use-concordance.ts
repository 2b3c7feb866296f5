import { useEffect, useMemo, useReducer, useState, type Dispatch } from 'react';
import type { ConcordanceAnswer } from '../../../core/concordance/concordance-question.ts';
import type { Work } from '../../../core/text/work.ts';
import { createConcordanceClient, type ConcordanceClient } from '../../search-worker/concordance-client.ts';
import {
  questionOf,
  reduceConcordance,
  startConcordance,
  type ConcordanceAction,
  type ConcordanceState,
} from './concordance-state.ts';

/** What is known of the answer. While a new one is computed the one before stays. */
export type ConcordancePhase =
  | { readonly type: 'ready' | 'computing'; readonly answer: ConcordanceAnswer | null }
  | { readonly type: 'failed'; readonly detail: string };

/** The concordance of some works. */
export interface ConcordanceHandle {
  readonly works: readonly Work[];
  readonly languages: readonly string[];
  readonly state: ConcordanceState;
  readonly dispatch: Dispatch<ConcordanceAction>;
  readonly phase: ConcordancePhase;
  /** Starts the worker anew after a failure. */
  readonly retry: () => void;
}

const NOTHING: ConcordancePhase = { type: 'ready', answer: null };

/** Asks the worker whatever the reader wants to see; it starts when the concordance is first shown. */
export function useConcordance(works: readonly Work[], isShown: boolean): ConcordanceHandle {
  const languages = useMemo(() => listLanguages(works), [works]);
  const [state, dispatch] = useReducer(reduceConcordance, languages[0] ?? 'und', startConcordance);
  const [attempt, setAttempt] = useState(0);
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  const client = useClient(works, wasShown, attempt);
  const [phase, setPhase] = useState<ConcordancePhase>(NOTHING);

  // A question is the same while it asks the same, whatever else of the state has changed.
  const asked = JSON.stringify(questionOf(state, languages));
  const question = useMemo(() => JSON.parse(asked) as ReturnType<typeof questionOf>, [asked]);
  useEffect(() => {
    if (client === undefined) return;
    if (question === null) {
      setPhase(NOTHING);
      return;
    }
    setPhase((before) => ({
      type: 'computing',
      answer: before.type !== 'failed' && before.answer?.view === question.view ? before.answer : null,
    }));
    void client.ask(question).then((outcome) => {
      if (outcome.status === 'answered') setPhase({ type: 'ready', answer: outcome.answer });
      if (outcome.status === 'failed') setPhase({ type: 'failed', detail: outcome.detail });
    });
  }, [client, question]);

  return { works, languages, state, dispatch, phase, retry: () => setAttempt(attempt + 1) };
}

function useClient(
  works: readonly Work[],
  isWanted: boolean,
  attempt: number,
): ConcordanceClient | undefined {
  const [client, setClient] = useState<ConcordanceClient>();
  useEffect(() => {
    if (!isWanted) return;
    const worker = new Worker(new URL('../../search-worker/concordance-worker.ts', import.meta.url), {
      type: 'module',
    });
    const opened = createConcordanceClient(worker);
    opened.load(works);
    setClient(opened);
    return () => opened.close();
  }, [works, isWanted, attempt]);
  return client;
}

function listLanguages(works: readonly Work[]): readonly string[] {
  return [...new Set(works.flatMap(({ editions }) => editions.map(({ language }) => language)))];
}
