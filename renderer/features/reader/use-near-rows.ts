import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore, type RefObject } from 'react';
import type { Work } from '../../../core/text/work.ts';
import { createNearRows, findRowsBetween, type NearRows } from './near-rows.ts';

/**
 * How far beside the window rows are near, and how far until they are not, in heights of the window. What comes and goes
 * in a margin moves the rows: between the two nothing changes, so that they come to rest.
 */
const NEAR = 0.5;
const FAR = 1.5;

/** Follows scrolling, and whatever else moves the rows. */
export function useNearRows(rootRef: RefObject<HTMLElement | null>, work: Work, start: string): NearRows {
  const [opened] = useState(start);
  const rows = useMemo(
    () =>
      createNearRows(
        work.units.map(({ id }) => id),
        opened,
      ),
    [work, opened],
  );

  useLayoutEffect(() => {
    const root = rootRef.current;
    if (root === null) return undefined;
    let frame = 0;
    const measure = () => {
      cancelAnimationFrame(frame);
      // Behind another screen nothing has a place.
      if (root.clientHeight === 0) return;
      const { top, bottom, height } = root.getBoundingClientRect();
      const within = (reach: number) =>
        findRowsBetween(
          work.units.length,
          (index) => boxOf(work.units[index]?.id),
          top - reach * height,
          bottom + reach * height,
        );
      // Notes take room: the rows beside one that has come near are perhaps not near any more in the next frame.
      const isBehind = rows.move({ shown: within(0), near: within(NEAR), kept: within(FAR) });
      if (isBehind) frame = requestAnimationFrame(measure);
    };
    root.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    if (root.firstElementChild !== null) observer.observe(root.firstElementChild);
    return () => {
      cancelAnimationFrame(frame);
      root.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [rootRef, rows, work]);

  return rows;
}

const NOWHERE = { top: 0, bottom: 0 };

function boxOf(unit: string | undefined): { readonly top: number; readonly bottom: number } {
  return document.getElementById(`unit-${unit ?? ''}`)?.getBoundingClientRect() ?? NOWHERE;
}

/** Whether a row is near; only the rows for which that changes are drawn anew. */
export function useIsNear(rows: NearRows, unit: string): boolean {
  const watch = useCallback((listener: () => void) => rows.watch(unit, listener), [rows, unit]);
  return useSyncExternalStore(watch, () => rows.isNear(unit));
}
