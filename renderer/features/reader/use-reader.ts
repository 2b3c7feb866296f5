import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { TextSpan } from '../../../core/text/text-span.ts';
import type { Work } from '../../../core/text/work.ts';
import { createSegmentRange, findSegmentElement } from '../../dom/segment-range.ts';
import type { NearRows } from './near-rows.ts';
import { openReader, reduceReader, type ReaderState } from './reader-state.ts';
import { useNearRows } from './use-near-rows.ts';
import { revealWords, scrollToUnit, usePlaceKeeping } from './use-place-keeping.ts';

/** The reader's place in a work, and the ways to change it. */
export interface ReaderHandle {
  readonly rootRef: RefObject<HTMLDivElement | null>;
  readonly rows: NearRows;
  readonly state: ReaderState;
  /** To a neighbouring clause: leaves no trace in the history. */
  readonly step: (by: 1 | -1) => void;
  /** Anywhere else: the way back is kept. */
  readonly jump: (unit: string) => void;
  /** Shows a clause without going there, as a search does while its results are looked through. */
  readonly show: (unit: string) => void;
  readonly goBack: () => void;
  readonly goForward: () => void;
  readonly touch: (unit: string, language: LanguageTag) => void;
  readonly chooseLanguage: (language: LanguageTag) => void;
  readonly focusSegment: (unit: string, language: LanguageTag) => void;
  /** Goes to words and puts the caret before them; without a span, before the segment. */
  readonly goToWords: (place: WordPlace) => void;
  /** The same for a neighbouring place, as when hits are gone through: leaves no trace in the history. */
  readonly stepToWords: (place: WordPlace) => void;
  /** Shows words without going there, and moves the text only as far as they need. */
  readonly reveal: (place: WordPlace) => void;
  readonly toggleRemarks: (unit: string) => void;
  readonly togglePeek: (unit: string) => void;
  readonly peek: (unit: string | undefined) => void;
}

/** Words to go to. */
export interface WordPlace {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly span: TextSpan | undefined;
}

/** Owns the place in a work; `start` is where it was left. */
export function useReader(
  work: Work,
  start: { readonly unit: string | undefined; readonly language: LanguageTag },
  onPlace: (unit: string) => void,
): ReaderHandle {
  const rootRef = useRef<HTMLDivElement | null>(null);
  const [opened] = useState(() => openReader(start.unit ?? work.units[0]?.id ?? '', start.language));
  const [state, dispatch] = useReducer(reduceReader, opened);
  const moved = useCallback((unit: string) => dispatch({ type: 'moved', unit }), []);
  usePlaceKeeping(rootRef, state.unit, moved);
  const rows = useNearRows(rootRef, work, opened.unit);

  useEffect(() => onPlace(state.unit), [onPlace, state.unit]);

  const scroll = (unit: string, how: 'jump' | 'step') => {
    // What stands in the margin there makes rows higher: it must be there before they are scrolled to.
    flushSync(() => rows.bringNear(unit));
    if (rootRef.current !== null) scrollToUnit(rootRef.current, unit, how);
  };
  // Opening a work brings back its place; the first clause is where the window stands anyway.
  useLayoutEffect(() => {
    if (rootRef.current !== null && opened.unit !== work.units[0]?.id)
      scrollToUnit(rootRef.current, opened.unit, 'jump');
  }, [opened, work]);

  const hasFocus = () => rootRef.current?.contains(document.activeElement) === true;
  const focusSegment = useCallback((unit: string, language: LanguageTag) => {
    findSegmentElement(unit, language)?.focus({ preventScroll: true });
  }, []);

  const step = (by: 1 | -1) => {
    const next = work.units[work.units.findIndex(({ id }) => id === state.unit) + by];
    if (next === undefined) return;
    moved(next.id);
    scroll(next.id, 'step');
    if (hasFocus()) focusSegment(next.id, state.language);
  };
  // The rows of a long work are drawn anew only when something of theirs changes: what they are given must stay the same.
  const toggleRemarks = useCallback((unit: string) => dispatch({ type: 'remarks-toggled', unit }), []);
  const togglePeek = useCallback((unit: string) => dispatch({ type: 'peek-toggled', unit }), []);
  const goTo = (unit: string | undefined) => {
    if (unit !== undefined) scroll(unit, 'jump');
  };
  const arrive = ({ unit, language, span }: WordPlace) => {
    focusSegment(unit, language);
    if (span !== undefined) putCaret(unit, language, span);
  };
  const reveal = (place: WordPlace) => {
    flushSync(() => rows.bringNear(place.unit));
    if (rootRef.current !== null) revealWords(rootRef.current, place.unit, () => measureWords(place));
  };
  return {
    rootRef,
    rows,
    state,
    step,
    jump: (unit) => {
      dispatch({ type: 'jumped', unit });
      goTo(unit);
    },
    show: (unit) => scroll(unit, 'jump'),
    goBack: () => {
      goTo(state.back.at(-1));
      dispatch({ type: 'went-back' });
    },
    goForward: () => {
      goTo(state.forward.at(-1));
      dispatch({ type: 'went-forward' });
    },
    touch: (unit, language) => {
      moved(unit);
      dispatch({ type: 'language-chosen', language });
    },
    chooseLanguage: (language) => dispatch({ type: 'language-chosen', language }),
    focusSegment,
    goToWords: (place) => {
      dispatch({ type: 'jumped', unit: place.unit });
      dispatch({ type: 'language-chosen', language: place.language });
      scroll(place.unit, 'jump');
      arrive(place);
    },
    stepToWords: (place) => {
      moved(place.unit);
      dispatch({ type: 'language-chosen', language: place.language });
      reveal(place);
      arrive(place);
    },
    reveal,
    toggleRemarks,
    togglePeek,
    peek: (unit) => dispatch({ type: 'peeked', unit }),
  };
}

function measureWords({ unit, language, span }: WordPlace): DOMRect | undefined {
  const segment = findSegmentElement(unit, language);
  const range = segment === undefined || span === undefined ? undefined : createSegmentRange(segment, span);
  return (range ?? segment)?.getBoundingClientRect();
}

function putCaret(unit: string, language: LanguageTag, span: TextSpan): void {
  const segment = findSegmentElement(unit, language);
  const range = segment === undefined ? undefined : createSegmentRange(segment, span);
  if (range !== undefined) document.getSelection()?.collapse(range.startContainer, range.startOffset);
}
