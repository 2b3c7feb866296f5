import { useEffect, useReducer, useRef, useState, type RefObject } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { PlacedAnnotations } from '../../../core/annotation/place-annotations.ts';
import type { Work } from '../../../core/text/work.ts';
import type { ResultLine, SearchTarget } from './result-groups.ts';
import { INITIAL_SEARCH, reduceSearch, type ResultOrder, type SearchState } from './search-state.ts';
import { quoteWords } from './suggest-queries.ts';
import { useSearchAnswers } from './use-search-answers.ts';
import { useSearchResults, type ShownResults } from './use-search-results.ts';

interface Options {
  readonly work: Work;
  /** As main gave it with the work (`OpenedWork.searchIndex`). */
  readonly searchIndex: string;
  readonly annotations: readonly Annotation[];
  readonly placed: PlacedAnnotations;
  /** A search begins: the reader's place is the one to come back to. */
  readonly onBegin: () => void;
  /** The arrow keys stand on a result: show it, and leave the focus where it is. */
  readonly onPreview: (target: SearchTarget) => void;
  /** The reader goes to a result: show it and take the focus. */
  readonly onGo: (target: SearchTarget) => void;
  /** The search was given up after results were shown: go back to the place of `onBegin`. */
  readonly onCancel: () => void;
}

/** The search of one work, as its box, its results and the reading view use it. */
export interface SearchHandle extends ShownResults {
  readonly state: SearchState;
  /** Whether there is a query: the results then take the place of the contents. */
  readonly isOpen: boolean;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Gets the worker ready; called as soon as a reader seems to want to search. */
  readonly wake: () => void;
  readonly type: (text: string, isComposing: boolean) => void;
  /** Puts a query into the box, as if typed, and the caret after it. */
  readonly insert: (query: string) => void;
  readonly move: (step: 1 | -1) => void;
  /** Goes to a line; without one to the active or else the first, as soon as it is known. */
  readonly go: (line?: ResultLine) => void;
  /** The reader has gone on in the text: closing the search will not take that back. */
  readonly settle: () => void;
  readonly close: () => void;
  readonly chooseOrder: (order: ResultOrder) => void;
  /** Starts the worker anew after a failure. */
  readonly retry: () => void;
  /** Puts the caret into the box, with what stands there selected. */
  readonly focus: () => void;
  /** Looks for selected words just as they stand. */
  readonly searchWords: (words: string) => void;
}

/** Searches a work and its notes as the reader types. */
export function useSearch(options: Options): SearchHandle {
  const { work, searchIndex, annotations, placed, onBegin, onPreview, onGo, onCancel } = options;
  const [state, dispatch] = useReducer(reduceSearch, INITIAL_SEARCH);
  const [isAwake, setAwake] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const inputRef = useRef<HTMLInputElement>(null);
  useSearchAnswers({ work, searchIndex, annotations, query: state.query, isAwake, attempt, dispatch });
  const shown = useSearchResults(state, work, placed);
  const { lines, active } = shown;

  const goTo = (line: ResultLine) => {
    dispatch({ type: 'gone-to', key: line.key });
    onGo(line.target);
  };
  const hurry = useGoingWhenReady(state, lines, goTo);
  const close = () => {
    if (state.isAway) onCancel();
    dispatch({ type: 'closed' });
  };
  const type = (text: string, isComposing: boolean) => {
    setAwake(true);
    const query = isComposing ? state.query : text.trim();
    if (query === '' && state.query !== '') close();
    else {
      if (query !== '' && state.query === '') onBegin();
      dispatch({ type: 'typed', text, isComposing });
    }
  };
  const insert = (query: string) => {
    type(query, false);
    inputRef.current?.focus();
  };
  const move = (step: 1 | -1) => {
    const at = active === undefined ? -1 : lines.indexOf(active);
    const next = at === -1 ? lines.at(step === 1 ? 0 : -1) : lines[at + step];
    if (state.phase.type !== 'ready' || next === undefined) return;
    dispatch({ type: 'previewed', key: next.key });
    onPreview(next.target);
  };
  return {
    ...shown,
    state,
    isOpen: state.query !== '',
    inputRef,
    wake: () => setAwake(true),
    type,
    insert,
    move,
    go: (line) => {
      const meant = line ?? active ?? lines[0];
      if (line === undefined && state.phase.type === 'searching') hurry();
      else if (meant !== undefined) goTo(meant);
    },
    settle: () => dispatch({ type: 'settled' }),
    close,
    chooseOrder: (order) => dispatch({ type: 'order-chosen', order }),
    retry: () => {
      setAttempt(attempt + 1);
      dispatch({ type: 'retried' });
    },
    focus: () => {
      inputRef.current?.focus();
      inputRef.current?.select();
    },
    searchWords: (words) => insert(quoteWords(words)),
  };
}

/** Gives a way to say that Enter was pressed before the answer was there: its first result was meant. */
function useGoingWhenReady(
  { phase, query }: SearchState,
  lines: readonly ResultLine[],
  goTo: (line: ResultLine) => void,
): () => void {
  const hurriedQuery = useRef<string>(undefined);
  useEffect(() => {
    const [first] = lines;
    if (phase.type !== 'ready' || hurriedQuery.current === undefined) return;
    if (hurriedQuery.current === query && first !== undefined) goTo(first);
    hurriedQuery.current = undefined;
  }, [phase, query, lines, goTo]);
  return () => {
    hurriedQuery.current = query;
  };
}
