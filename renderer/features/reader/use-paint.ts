import { useLayoutEffect, useState } from 'react';
import { createMarkPainter, type MarkPainter } from '../../dom/mark-painter.ts';
import { paintHighlights } from '../../dom/paint-highlights.ts';
import type { SegmentSpan } from '../../dom/segment-range.ts';
import {
  styleOfHit,
  styleOfMark,
  type HitsByUnit,
  type MarksByUnit,
  type PaintedHit,
  type TextMark,
} from './highlight-paint.ts';
import type { NearRows } from './near-rows.ts';

/**
 * Paints spans under the name of a `::highlight()` rule, and again when `drawn` changes: it stands for the segments that
 * are on the page. Each kind of highlight is painted for itself, so that a hover does not paint a thousand notes anew.
 */
export function usePaintedSpans(
  name: string,
  spans: readonly SegmentSpan[],
  drawn: string,
  priority = 0,
): void {
  useLayoutEffect(() => paintHighlights(name, spans, priority), [name, spans, drawn, priority]);
}

/** Paints the reader's own marks in the rows that are near. */
export function usePaintedMarks(rows: NearRows, marks: MarksByUnit, drawn: string): void {
  const [painter] = useState(() => createMarkPainter<TextMark>(styleOfMark));
  usePainter(painter, rows, marks, drawn);
}

/** Paints what a search found, and what answers it, in the rows that are near: a common word has thousands of places. */
export function usePaintedHits(rows: NearRows, hits: HitsByUnit, drawn: string): void {
  const [painter] = useState(() => createMarkPainter<PaintedHit>(styleOfHit));
  usePainter(painter, rows, hits, drawn);
}

function usePainter<Mark extends SegmentSpan>(
  painter: MarkPainter<Mark>,
  rows: NearRows,
  marks: ReadonlyMap<string, readonly Mark[]>,
  drawn: string,
): void {
  useLayoutEffect(() => {
    const paint = () => painter.paint(rows.units(), marks, drawn);
    paint();
    return rows.subscribe(paint);
  }, [painter, rows, marks, drawn]);
  // In the same turn as the text goes: later it would wipe off what the next text has painted under the same names.
  useLayoutEffect(() => painter.clear, [painter]);
}
