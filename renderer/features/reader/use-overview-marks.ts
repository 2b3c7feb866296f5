import { useEffect, useState, type RefObject } from 'react';
import type { HitsByUnit } from './highlight-paint.ts';
import { placeMarks, type OverviewMark } from './overview-marks.ts';

/** The strip beside the scroll bar; all lengths in CSS px. */
export interface Overview {
  readonly marks: readonly OverviewMark[];
  readonly height: number;
  /** From the right edge of the text: the scroll bar stays free. */
  readonly right: number;
}

const NOTHING: Overview = { marks: [], height: 0, right: 0 };

/** Where a scroll bar lies over the text and takes no room of its own, it is about as wide as this. */
const OVERLAID_BAR = 12;

/**
 * Measures where the clauses with hits stand, and again when the text is laid out otherwise. Measuring all of a long text
 * takes some milliseconds: it is done when the window has nothing better to do, never while it scrolls.
 */
export function useOverviewMarks(rootRef: RefObject<HTMLElement | null>, hits: HitsByUnit): Overview {
  const [overview, setOverview] = useState(NOTHING);
  useEffect(() => {
    const root = rootRef.current;
    if (root === null || hits.size === 0) return undefined;
    let waiting: number | undefined;
    const measure = () => {
      waiting = undefined;
      // Behind another screen nothing has a place.
      if (root.clientHeight > 0) setOverview(measureOverview(root, [...hits.keys()]));
    };
    const plan = () => {
      if (waiting === undefined) waiting = requestIdleCallback(measure);
    };
    plan();
    // What comes into view takes its true height in place of an estimate.
    root.addEventListener('scrollend', plan);
    const observer = new ResizeObserver(plan);
    observer.observe(root);
    return () => {
      if (waiting !== undefined) cancelIdleCallback(waiting);
      root.removeEventListener('scrollend', plan);
      observer.disconnect();
    };
  }, [rootRef, hits]);
  return hits.size === 0 ? NOTHING : overview;
}

function measureOverview(root: HTMLElement, units: readonly string[]): Overview {
  const start = root.getBoundingClientRect().top - root.scrollTop;
  const places = units.flatMap((unit) => {
    const row = document.getElementById(`unit-${unit}`);
    return row === null ? [] : [{ unit, top: row.getBoundingClientRect().top - start }];
  });
  return {
    marks: placeMarks(places, { content: root.scrollHeight, view: root.clientHeight }),
    height: root.clientHeight,
    right: root.offsetWidth - root.clientWidth || OVERLAID_BAR,
  };
}
