import { createSegmentRange, findSegmentElement, type SegmentSpan } from './segment-range.ts';

/** Paints spans with the CSS Custom Highlight API, in place of what the name has painted: the text nodes stay as they are. */
export function paintHighlights(name: string, spans: readonly SegmentSpan[]): void {
  const ranges = spans.flatMap(({ unit, language, span }) => {
    const element = findSegmentElement(unit, language);
    const range = element === undefined ? undefined : createSegmentRange(element, span);
    return range === undefined ? [] : [range];
  });
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
