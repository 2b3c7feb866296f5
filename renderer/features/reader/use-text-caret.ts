import { useEffect, useState, type RefObject } from 'react';
import { findNumberLabel } from '../../../core/text/number-label.ts';
import { createSegmentRange } from '../../dom/segment-range.ts';

/** Where the caret is drawn: inside the scrolling element, in its CSS px. */
export interface CaretBox {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

type Move = readonly [
  direction: 'forward' | 'backward',
  granularity: 'character' | 'word' | 'line' | 'lineboundary',
];

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: ['forward', 'character'],
  ArrowLeft: ['backward', 'character'],
  ArrowDown: ['forward', 'line'],
  ArrowUp: ['backward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
};

/**
 * Lets the arrow keys walk through the text of the focused segment, with Shift they select: the browser has no caret in
 * text that cannot be edited, so it is moved with `Selection.modify` and drawn by the view.
 */
export function useTextCaret(rootRef: RefObject<HTMLElement | null>): CaretBox | undefined {
  const [box, setBox] = useState<CaretBox>();

  useEffect(() => {
    const root = rootRef.current;
    if (root === null) return undefined;
    const handleKeyDown = (event: KeyboardEvent) => {
      const segment = findFocusedSegment(root);
      const selection = document.getSelection();
      const move = MOVES[event.key];
      if (segment === undefined || selection === null || move === undefined) return;
      if (event.isComposing || event.altKey || event.metaKey) return;
      event.preventDefault();
      if (!segment.contains(selection.focusNode)) putCaretAtStart(segment, selection);
      else moveInside(segment, selection, move, event);
      scrollToCaret(selection);
    };
    const handleFocus = () => {
      const segment = findFocusedSegment(root);
      const selection = document.getSelection();
      if (segment === undefined || selection === null || segment.contains(selection.focusNode)) return;
      if (segment.matches(':focus-visible')) putCaretAtStart(segment, selection);
    };
    const measure = () => setBox(measureCaret(root));
    root.addEventListener('keydown', handleKeyDown);
    root.addEventListener('focusin', handleFocus);
    root.addEventListener('focusout', measure);
    document.addEventListener('selectionchange', measure);
    window.addEventListener('resize', measure);
    return () => {
      root.removeEventListener('keydown', handleKeyDown);
      root.removeEventListener('focusin', handleFocus);
      root.removeEventListener('focusout', measure);
      document.removeEventListener('selectionchange', measure);
      window.removeEventListener('resize', measure);
    };
  }, [rootRef]);

  return box;
}

function findFocusedSegment(root: HTMLElement): HTMLElement | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement &&
    root.contains(focused) &&
    focused.matches('[data-unit][data-language]')
    ? focused
    : undefined;
}

/** Behind the printed number, which only the gutter shows. */
function putCaretAtStart(segment: HTMLElement, selection: Selection): void {
  const start = findNumberLabel(segment.textContent)?.span.end ?? 0;
  const range = createSegmentRange(segment, { start, end: start + 1 });
  if (range !== undefined) selection.collapse(range.startContainer, range.startOffset);
}

function moveInside(segment: HTMLElement, selection: Selection, move: Move, keys: KeyboardEvent): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const [direction, unit] = move;
  const granularity = unit === 'character' && keys.ctrlKey ? 'word' : unit;
  selection.modify(keys.shiftKey ? 'extend' : 'move', direction, granularity);
  if (segment.contains(selection.focusNode) || anchorNode === null || focusNode === null) return;
  // The step left the segment: the caret stays where it was.
  selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}

function scrollToCaret(selection: Selection): void {
  const node = selection.focusNode;
  const element = node instanceof Element ? node : node?.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}

function measureCaret(root: HTMLElement): CaretBox | undefined {
  const segment = findFocusedSegment(root);
  const selection = document.getSelection();
  const node = selection?.focusNode;
  if (segment === undefined || !segment.matches(':focus-visible')) return undefined;
  if (selection === null || node === null || node === undefined || !segment.contains(node)) return undefined;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  const rect = range.getClientRects()[0];
  if (rect === undefined) return undefined;
  const origin = root.getBoundingClientRect();
  return {
    left: rect.left - origin.left + root.scrollLeft,
    top: rect.top - origin.top + root.scrollTop,
    height: rect.height,
  };
}
