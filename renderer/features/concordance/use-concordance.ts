import { useEffect, useMemo, useReducer, useState, type Dispatch } from 'react';
import type { ConcordanceAnswer } from '../../../core/concordance/concordance-question.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { Work } from '../../../core/text/work.ts';
import type { TextName } from '../../search-worker/text-fetcher.ts';
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

/** A text that the concordance is of. */
export interface ConcordanceText extends TextName {
  readonly titles: Work['titles'];
}

/** What the concordance is of: one text or several, and the languages they can be asked in. */
export interface ConcordanceScope {
  readonly texts: readonly ConcordanceText[];
  readonly languages: readonly LanguageTag[];
}

/** The concordance of some texts. */
export interface ConcordanceHandle extends ConcordanceScope {
  readonly state: ConcordanceState;
  readonly dispatch: Dispatch<ConcordanceAction>;
  readonly phase: ConcordancePhase;
  /** Starts the worker anew after a failure. */
  readonly retry: () => void;
}

const NOTHING: ConcordancePhase = { type: 'ready', answer: null };

/** Asks the worker whatever the reader wants to see; it starts when the concordance is first shown. */
export function useConcordance({ texts, languages }: ConcordanceScope, isShown: boolean): ConcordanceHandle {
  const [first = 'und'] = languages;
  const [state, dispatch] = useReducer(reduceConcordance, first, startConcordance);
  // Other texts may not have the language that was chosen.
  if (languages.length > 0 && !languages.includes(state.language)) {
    dispatch({ type: 'language-chosen', language: first });
  }
  const [attempt, setAttempt] = useState(0);
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  const client = useClient(texts, wasShown, attempt);
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

  return { texts, languages, state, dispatch, phase, retry: () => setAttempt(attempt + 1) };
}

function useClient(
  texts: readonly TextName[],
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
    opened.load(texts.map(({ workId, revision }) => ({ workId, revision })));
    setClient(opened);
    return () => opened.close();
  }, [texts, isWanted, attempt]);
  return client;
}
