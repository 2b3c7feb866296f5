import { useEffect, useRef, type RefObject } from 'react';

/** The row of a unit, or null where it is not on the page. */
export function findRow(root: HTMLElement, unit: string): HTMLElement | null {
  return root.querySelector(`[data-row="${CSS.escape(unit)}"]`);
}

/** Brings a clause into view: below the upper edge, or no further than needed. */
export function scrollToUnit(root: HTMLElement, unit: string, how: 'jump' | 'step'): void {
  findRow(root, unit)?.scrollIntoView({ block: how === 'step' ? 'nearest' : 'start' });
}

/**
 * Brings words into view without moving the text when they are in it already; a clause that is higher than the window is
 * scrolled as far as the words in it. `measure` tells where they are, in CSS px of the window.
 */
export function revealWords(
  root: HTMLElement,
  unit: string,
  measure: () => Pick<DOMRect, 'top' | 'bottom'> | undefined,
): void {
  const view = root.getBoundingClientRect();
  const isInView = () => {
    const box = measure();
    return box !== undefined && box.top > view.top + EDGE && box.bottom < view.bottom - EDGE;
  };
  if (isInView()) return;
  scrollToUnit(root, unit, 'jump');
  const box = measure();
  if (box !== undefined && !isInView()) root.scrollBy({ top: box.top - view.top - view.height / 3 });
}

/**
 * Remembers which clause begins in the window and where; the returned function brings it back there. Pixels from the start of the text
 * would not do: rows that were drawn beside something narrower keep its height until they are drawn again.
 */
export function holdPlace(root: HTMLElement): () => void {
  const topIn = (row: Element) => row.getBoundingClientRect().top - root.getBoundingClientRect().top;
  const row = [...root.querySelectorAll<HTMLElement>('[data-row]')].find(
    (candidate) => topIn(candidate) >= 0,
  );
  if (row === undefined) return () => {};
  const top = topIn(row);
  const restore = (frames: number) => {
    root.scrollBy({ top: topIn(row) - top });
    if (frames > 0) requestAnimationFrame(() => restore(frames - 1));
  };
  return () => restore(SETTLING_FRAMES);
}

/** What is drawn anew comes to its height within three frames; twice as many for slow machines. */
const SETTLING_FRAMES = 6;

/** Words closer than this to the edge of the window, in CSS px, are not seen well. */
const EDGE = 40;

/**
 * Keeps the current clause in step with scrolling by hand: when it has left the window, the first clause that is wholly
 * in it takes its place. Scrolling that the program does itself keeps the clause, since it is then in view.
 */
export function usePlaceKeeping(
  rootRef: RefObject<HTMLElement | null>,
  unit: string,
  onMove: (unit: string) => void,
): void {
  const latest = useRef({ unit, onMove });
  useEffect(() => {
    latest.current = { unit, onMove };
  });

  useEffect(() => {
    const root = rootRef.current;
    if (root === null) return undefined;
    const handleScrollEnd = () => {
      const view = root.getBoundingClientRect();
      const isInView = (row: Element) => {
        const box = row.getBoundingClientRect();
        return box.bottom > view.top + 24 && box.top < view.bottom - 24;
      };
      const current = findRow(root, latest.current.unit);
      if (current === null || isInView(current)) return;
      const row = [...root.querySelectorAll<HTMLElement>('[data-row]')].find(
        (candidate) => candidate.getBoundingClientRect().top >= view.top && isInView(candidate),
      );
      const next = row?.dataset['row'];
      if (next !== undefined) latest.current.onMove(next);
    };
    root.addEventListener('scrollend', handleScrollEnd);
    return () => root.removeEventListener('scrollend', handleScrollEnd);
  }, [rootRef]);
}
