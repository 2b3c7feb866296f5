import { useEffect, useReducer, useRef, useState, type RefObject } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { PlacedAnnotations } from '../../../core/annotation/place-annotations.ts';
import { writeSearchLink } from '../../../core/search/search-link.ts';
import { toRememberedQuery } from '../../../core/settings/searches.ts';
import { quoteWords } from '../../../core/search/quote-words.ts';
import type { LinkIndex } from '../../../core/text/link-index.ts';
import type { QueryNames } from '../../../core/search/query.ts';
import type { Work } from '../../../core/text/work.ts';
import { useStable } from '../../components/use-stable.ts';
import { findStep, type HitStop } from './hit-stops.ts';
import type { ResultLine, SearchTarget } from './result-groups.ts';
import { PANE_ID } from './result-ids.ts';
import type { SearchMemory } from './search-memory.ts';
import { INITIAL_SEARCH, reduceSearch, type ResultOrder, type SearchState } from './search-state.ts';
import type { WorkTitles } from './library-groups.ts';

import { useSearchAnswers, type Complete } from './use-search-answers.ts';
import type { LibrarySearchHandle } from './use-library-search.ts';
import { useSearchResults } from './use-search-results.ts';
import { useShownResults, type ScopedResults } from './use-shown-results.ts';

interface Options {
  readonly work: Work;
  readonly links: LinkIndex;
  /** As main gave it with the work (`OpenedWork.searchIndex`). */
  readonly searchIndex: string;
  readonly annotations: readonly Annotation[];
  /** What the reader calls the highlight colours. */
  readonly colors: QueryNames['colors'];
  readonly placed: PlacedAnnotations;
  readonly library: LibrarySearchHandle;
  /** The titles of all works. */
  readonly titles: WorkTitles;
  /** The unit the reader is at. */
  readonly place: string;
  /** A search begins: the reader's place is the one to come back to. */
  readonly onBegin: () => void;
  /** The arrow keys stand on a result: show it, and leave the focus where it is. */
  readonly onPreview: (target: SearchTarget) => void;
  /** The reader goes to a result: show it and take the focus. */
  readonly onGo: (target: SearchTarget) => void;
  /** The reader steps to the next or previous hit from within the text: show it and put the caret there. */
  readonly onStep: (target: SearchTarget) => void;
  /** The reader goes to a result in another work, which has to be opened; the query is to be asked there again. */
  readonly onGoElsewhere: (target: SearchTarget, query: string) => void;
  readonly memory: SearchMemory;
  /** The reader wants a link to the search, as Markdown. */
  readonly onCopyLink: (link: string) => void;
  /** The search was given up after results were shown: go back to the place of `onBegin`. */
  readonly onCancel: () => void;
}

/** The search of one work, as its box, its results and the reading view use it. */
export interface SearchHandle extends ScopedResults {
  readonly state: SearchState;
  readonly library: LibrarySearchHandle;
  /** Whether there is a query: the results then take the place of the contents. */
  readonly isOpen: boolean;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Gets the worker ready; called as soon as a reader seems to want to search. */
  readonly wake: () => void;
  readonly type: (text: string, isComposing: boolean) => void;
  /** Asks what could stand at the caret. */
  readonly complete: Complete;
  /** Puts a query into the box, as if typed, and the caret after it. */
  readonly insert: (query: string) => void;
  readonly move: (step: 1 | -1) => void;
  /** To the next hit in the text, or the previous one; round and round. From the box or the results it is only shown. */
  readonly step: (by: 1 | -1) => void;
  /** Goes to the active line or else the first, as soon as it is known. */
  readonly go: () => void;
  /** Goes to a line. The function stays the same. */
  readonly goToLine: (line: ResultLine) => void;
  /** Goes to the first hit in a unit. */
  readonly goToUnit: (unit: string) => void;
  /** The reader has gone on in the text: closing the search will not take that back. */
  readonly settle: () => void;
  /** The reader took another place in the text: the next step goes on from there. */
  readonly leave: () => void;
  readonly close: () => void;
  readonly chooseOrder: (order: ResultOrder) => void;
  /** Starts the worker anew after a failure. */
  readonly retry: () => void;
  readonly memory: SearchMemory;
  /** Asks for the name to save the query under. */
  readonly save: () => void;
  /** Copies a link to the search; undefined where the query cannot be linked to. */
  readonly copyLink: (() => void) | undefined;
  /** Puts the caret into the box, with what stands there selected. */
  readonly focus: () => void;
  /** Looks for selected words just as they stand. */
  readonly searchWords: (words: string) => void;
}

/** Searches a work and its notes as the reader types. */
export function useSearch(options: Options): SearchHandle {
  const { work, searchIndex, annotations, placed, library } = options;
  const { onBegin, onPreview, onGo, onStep, onCancel } = options;
  const { memory, onCopyLink } = options;
  const [state, dispatch] = useReducer(reduceSearch, INITIAL_SEARCH);
  const [isAwake, setAwake] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const inputRef = useRef<HTMLInputElement>(null);
  const { query } = state;
  const complete = useSearchAnswers({
    work,
    searchIndex,
    annotations,
    colors: options.colors,
    query,
    isAwake,
    attempt,
    dispatch,
  });
  const inWork = useSearchResults(state, work, options.links, placed);
  const shown = useShownResults(state, inWork, library, options.titles, work.id);
  const { lines, active, stops, stopIndex, positions, isReady } = shown;

  const rememberQuery = () => memory.remember(state.query);
  const goTo = (line: ResultLine) => {
    rememberQuery();
    dispatch({ type: 'gone-to', key: line.key });
    if (line.target.workId === work.id) onGo(line.target);
    else options.onGoElsewhere(line.target, state.query);
  };
  const goToLine = useStable(goTo);
  const step = (by: 1 | -1) => {
    const found = findStep(stops, stopIndex, by, positions.get(options.place) ?? 0, positions);
    const stop = found === undefined ? undefined : stops[found.index];
    if (stop === undefined) return;
    rememberQuery();
    const place = {
      key: stop.lineKey,
      nth: stop.nth,
      wrapped: found?.isWrapped === true ? (by === 1 ? ('end' as const) : ('start' as const)) : null,
    };
    if (isSearching(document.activeElement, inputRef.current)) {
      dispatch({ type: 'previewed', ...place });
      onPreview(stop.target);
    } else {
      // The way back leads to where the reader was before the first of them.
      const show = stopIndex === undefined ? onGo : onStep;
      dispatch({ type: 'gone-to', ...place });
      show(stop.target);
    }
  };
  const goToStop = ({ lineKey, nth, target }: HitStop) => {
    rememberQuery();
    dispatch({ type: 'gone-to', key: lineKey, nth });
    onGo(target);
  };
  const goToFirst = () => {
    if (lines[0] !== undefined) goTo(lines[0]);
  };
  const hurry = useActingWhenReady(state.query, isReady, (what) =>
    what === 'go' ? goToFirst() : step(what),
  );
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
    if (!isReady || next === undefined) return;
    dispatch({ type: 'previewed', key: next.key });
    // Another work would have to be opened first: that is what Enter is for.
    if (next.target.workId === work.id) onPreview(next.target);
  };
  const link = writeSearchLink({ query: state.query, workId: library.scope === 'work' ? work.id : null });
  return {
    ...shown,
    state,
    library,
    isOpen: state.query !== '',
    inputRef,
    wake: () => setAwake(true),
    type,
    complete,
    insert,
    move,
    step: (by) => {
      if (state.phase.type === 'searching') hurry(by);
      else step(by);
    },
    go: () => {
      const meant = active ?? lines[0];
      if (!isReady) hurry('go');
      else if (meant !== undefined) goTo(meant);
    },
    goToLine,
    goToUnit: (unit) => {
      const first = stops.find(({ target }) => target.unit === unit);
      if (first !== undefined) goToStop(first);
    },
    settle: () => dispatch({ type: 'settled' }),
    leave: () => dispatch({ type: 'left' }),
    close: () => {
      // Where something was found it was looked at, at least in the results.
      if (state.phase.type === 'ready' && stops.length > 0) rememberQuery();
      close();
    },
    chooseOrder: (order) => dispatch({ type: 'order-chosen', order }),
    retry: () => {
      setAttempt(attempt + 1);
      dispatch({ type: 'retried' });
    },
    memory,
    save: () => memory.edit(toRememberedQuery(state.query)),
    copyLink: link === undefined ? undefined : () => onCopyLink(link),
    focus: () => {
      inputRef.current?.focus();
      inputRef.current?.select();
    },
    searchWords: (words) => insert(quoteWords(words)),
  };
}

/** What can be asked for before the answer is there: to go to the first result, or a step. */
type Hurried = 'go' | 1 | -1;

/** Gives a way to say that a key was pressed before the answer was there: it is done as soon as the answer comes. */
function useActingWhenReady(
  query: string,
  isReady: boolean,
  act: (what: Hurried) => void,
): (what: Hurried) => void {
  const hurried = useRef<{ readonly query: string; readonly what: Hurried }>(undefined);
  useEffect(() => {
    const meant = hurried.current;
    if (!isReady || meant === undefined) return;
    hurried.current = undefined;
    if (meant.query === query) act(meant.what);
  }, [isReady, query, act]);
  return (what) => {
    hurried.current = { query, what };
  };
}

/** Whether the box or the results have the keyboard. */
function isSearching(focused: Element | null, box: Element | null): boolean {
  return focused !== null && (focused === box || focused.closest(`#${PANE_ID}`) !== null);
}
