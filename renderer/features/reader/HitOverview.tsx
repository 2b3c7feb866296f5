import type { MouseEvent, RefObject } from 'react';
import type { SegmentSpan } from '../../dom/segment-range.ts';
import type { HitsByUnit } from './highlight-paint.ts';
import styles from './HitOverview.module.css';
import { findNearestMark, joinMarks } from './overview-marks.ts';
import { useOverviewMarks } from './use-overview-marks.ts';

interface Props {
  readonly rootRef: RefObject<HTMLElement | null>;
  readonly hits: HitsByUnit;
  readonly current: SegmentSpan | undefined;
  /** A mark was pressed. */
  readonly onGo: (unit: string) => void;
}

/**
 * Where in the whole text something was found: a strip beside the scroll bar with a mark for each clause. For the mouse
 * alone: with the keyboard the commands for the next and the previous hit lead to the same places.
 */
export function HitOverview({ rootRef, hits, current, onGo }: Props) {
  const { marks, height, right } = useOverviewMarks(rootRef, hits);
  if (marks.length === 0) return null;
  const currentMark = marks.find(({ unit }) => unit === current?.unit);

  const handleClick = (event: MouseEvent) => {
    const { top } = event.currentTarget.getBoundingClientRect();
    const mark = findNearestMark(marks, event.clientY - top);
    if (mark !== undefined) onGo(mark.unit);
  };
  return (
    <svg
      className={styles.overview}
      style={{ right }}
      height={height}
      aria-hidden="true"
      data-overview=""
      onClick={handleClick}
    >
      {/* One path for all of them: five thousand clauses are no more elements than one. */}
      <path className={styles.marks} d={drawMarks(joinMarks(marks))} />
      {currentMark === undefined ? null : (
        <path className={styles.current} d={drawMarks([Math.round(currentMark.top)])} />
      )}
    </svg>
  );
}

function drawMarks(tops: readonly number[]): string {
  return tops.map((top) => `M1 ${top + 1}h8`).join('');
}
