import { createSegmentRange, findSegmentElement, type SegmentSpan } from './segment-range.ts';

/** Paints spans with the CSS Custom Highlight API, in place of what the name has painted: the text nodes stay as they are. One of higher priority lies over the others. */
export function paintHighlights(name: string, spans: readonly SegmentSpan[], priority: number): void {
  const ranges = spans.flatMap(({ unit, language, span }) => {
    const element = findSegmentElement(unit, language);
    const range = element === undefined ? undefined : createSegmentRange(element, span);
    return range === undefined ? [] : [range];
  });
  if (ranges.length === 0) CSS.highlights.delete(name);
  else {
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }
}
