import { useLayoutEffect } from 'react';
import { paintHighlights, type HighlightPaint } from '../../dom/paint-highlights.ts';
import type { SegmentSpan } from '../../dom/segment-range.ts';

/**
 * Paints spans under names of `::highlight()` rules, and again when `drawn` changes: it stands for the segments that are
 * on the page. Each kind of highlight is painted for itself, so that a hover does not paint a thousand notes anew.
 */
export function usePaint(names: readonly string[], paint: HighlightPaint, drawn: string): void {
  useLayoutEffect(() => paintHighlights(names, paint), [names, paint, drawn]);
}

/** The same for one name. */
export function usePaintedSpans(name: string, spans: readonly SegmentSpan[], drawn: string): void {
  useLayoutEffect(() => paintHighlights([name], new Map([[name, spans]])), [name, spans, drawn]);
}
