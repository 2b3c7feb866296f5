import type { LanguageTag } from '../../core/text/language.ts';
import type { TextSpan } from '../../core/text/text-span.ts';

/*
 * A segment element carries `data-unit` and `data-language`, and its text content is exactly the segment's text. Offsets
 * of a segment are therefore offsets into its text nodes, in order, whatever elements stand between them.
 */

/** A stretch of one segment on the page. */
export interface SegmentSpan {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly span: TextSpan;
}

/** A place in one segment on the page. */
export interface SegmentPoint {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly offset: number;
}

const SEGMENT_SELECTOR = '[data-unit][data-language]';

/**
 * The element that shows a segment, or undefined where the view does not show it. Looked up through its row, whose id is
 * indexed by the browser: a search through a long page would cost too much for every mark.
 */
export function findSegmentElement(unit: string, language: LanguageTag): HTMLElement | undefined {
  const row = document.getElementById(`unit-${unit}`);
  return row?.querySelector<HTMLElement>(`[data-language="${CSS.escape(language)}"]`) ?? undefined;
}

/** The DOM range of a span; undefined where the element's text is shorter than the span. */
export function createSegmentRange(element: Element, span: TextSpan): Range | undefined {
  const start = findTextPosition(element, span.start, 'after');
  const end = findTextPosition(element, span.end, 'before');
  if (start === undefined || end === undefined) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The segment place of a DOM position, as from a caret; undefined outside of segments. */
export function readSegmentPoint(node: Node, offset: number): SegmentPoint | undefined {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    SEGMENT_SELECTOR,
  );
  const { unit, language } = element?.dataset ?? {};
  if (!element || unit === undefined || language === undefined) return undefined;
  return { unit, language, offset: measureOffset(element, node, offset) };
}

/** The parts of a selection that lie in segments of `root`, in document order; a collapsed selection has none. */
export function readSelectedSpans(root: ParentNode, selection: Selection): readonly SegmentSpan[] {
  if (selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const anchor = readSegmentPoint(selection.anchorNode ?? range.startContainer, selection.anchorOffset);
  return [...root.querySelectorAll<HTMLElement>(SEGMENT_SELECTOR)].flatMap((element) => {
    const { unit, language } = element.dataset;
    if (unit === undefined || language === undefined || !range.intersectsNode(element)) return [];
    // A selection runs through one language: what lies between in the other column was not meant.
    if (anchor !== undefined && anchor.language !== language) return [];
    const text = element.textContent;
    const start = element.contains(range.startContainer)
      ? measureOffset(element, range.startContainer, range.startOffset)
      : 0;
    const end = element.contains(range.endContainer)
      ? measureOffset(element, range.endContainer, range.endOffset)
      : text.length;
    const span = trimSpan(text, { start, end });
    return span.start < span.end ? [{ unit, language, span }] : [];
  });
}

/** The words of a span without the white space around them: what a reader means by a selection. */
function trimSpan(text: string, span: TextSpan): TextSpan {
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  return { start, end: Math.max(start, span.start + words.trimEnd().length) };
}

function measureOffset(element: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The text node and the offset in it; where two nodes meet, `side` says which of them is meant. */
export function findTextPosition(
  element: Element,
  offset: number,
  side: 'before' | 'after',
): { readonly node: Text; readonly offset: number } | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let last: Text | undefined;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const end = passed + node.length;
    if (offset < end || (offset === end && side === 'before')) return { node, offset: offset - passed };
    passed = end;
    last = node;
  }
  return last !== undefined && offset === passed ? { node: last, offset: last.length } : undefined;
}
