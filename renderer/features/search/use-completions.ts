import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Completion, QueryCompletions } from '../../../core/search/complete-query.ts';
import type { Complete } from './use-search-answers.ts';

/** What is offered at the caret of the search box. */
export interface CompletionsHandle {
  /** Whether something is offered: the arrow keys then go through it, and through the results otherwise. */
  readonly isOpen: boolean;
  readonly items: readonly Completion[];
  /** The place of the one the arrow keys stand on. */
  readonly active: number | undefined;
  /** The box was typed into. */
  readonly update: (text: string, isComposing: boolean) => void;
  /** Names everything that can stand here. */
  readonly ask: () => void;
  readonly move: (step: 1 | -1) => void;
  /** Takes one into the box. */
  readonly accept: (item: Completion) => void;
  readonly dismiss: () => void;
}

interface Options {
  readonly complete: Complete;
  /** What stands in the box. */
  readonly text: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Whether the arrow keys have no results to go through. */
  readonly isNothingFound: boolean;
  readonly onType: (text: string) => void;
}

/** An answer and the question it is for. */
interface Offer {
  readonly text: string;
  readonly isAsked: boolean;
  readonly completions: QueryCompletions;
}

/**
 * Offers what could stand at the caret: by itself where only a few things can, or where nothing has been found so that it
 * takes the arrow keys from no result; else when asked.
 */
export function useCompletions({
  complete,
  text,
  inputRef,
  isNothingFound,
  onType,
}: Options): CompletionsHandle {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [active, setActive] = useState<number>();
  const nextCaret = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (nextCaret.current === undefined) return;
    inputRef.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    nextCaret.current = undefined;
  }, [text, inputRef]);

  const look = (typed: string, caret: number, isAsked: boolean) => {
    setActive(undefined);
    void complete(typed, caret, isAsked).then((completions) => {
      if (completions !== null) setOffer({ text: typed, isAsked, completions });
    });
  };
  const dismiss = () => {
    setOffer(null);
    setActive(undefined);
  };
  // An answer to what no longer stands there is outdated.
  const current = offer?.text === text ? offer : null;
  const items = current?.completions.items ?? [];
  const isMeant = current?.isAsked === true || current?.completions.isClosedList === true || isNothingFound;
  return {
    isOpen: items.length > 0 && isMeant,
    items,
    active,
    update: (typed, isComposing) => {
      if (isComposing) dismiss();
      else look(typed, inputRef.current?.selectionStart ?? typed.length, false);
    },
    ask: () => look(text, inputRef.current?.selectionStart ?? text.length, true),
    move: (step) => {
      const from = active ?? (step === 1 ? -1 : items.length);
      setActive((from + step + items.length) % items.length);
    },
    accept: (item) => {
      if (current === null) return;
      const { start, end } = current.completions.span;
      const completed = text.slice(0, start) + item.text + text.slice(end);
      const caret = start + item.text.length;
      nextCaret.current = caret;
      dismiss();
      onType(completed);
      look(completed, caret, false);
    },
    dismiss,
  };
}
