import type { SegmentSpan } from './segment-range.ts';
import { createSegmentRange, findSegmentElement } from './segment-range.ts';

/** Spans to paint, by the name of their `::highlight()` rule. */
export type HighlightPaint = ReadonlyMap<string, readonly SegmentSpan[]>;

/**
 * Paints spans with the CSS Custom Highlight API: the text nodes stay as they are. Of the names in `owned`, those
 * without spans are cleared; other names belong to other painters.
 */
export function paintHighlights(owned: readonly string[], paint: HighlightPaint): void {
  for (const name of owned) {
    const ranges = (paint.get(name) ?? []).flatMap(({ unit, language, span }) => {
      const element = findSegmentElement(unit, language);
      const range = element === undefined ? undefined : createSegmentRange(element, span);
      return range === undefined ? [] : [range];
    });
    if (ranges.length === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, new Highlight(...ranges));
  }
}
