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
