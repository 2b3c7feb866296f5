import { useEffect, useState, type RefObject } from 'react';
import { readSegmentPoint, type SegmentPoint } from '../../dom/segment-range.ts';

/** Where in the text the pointer hovers or the caret stands, whichever moved last. */
export function usePointedPlace(rootRef: RefObject<HTMLElement | null>): SegmentPoint | undefined {
  const [place, setPlace] = useState<SegmentPoint>();

  useEffect(() => {
    const root = rootRef.current;
    if (root === null) return undefined;
    let frame = 0;
    const put = (next: SegmentPoint | undefined) => {
      setPlace((previous) => (isSamePlace(previous, next) ? previous : next));
    };
    const handlePointerMove = (event: PointerEvent) => {
      cancelAnimationFrame(frame);
      const { clientX, clientY } = event;
      frame = requestAnimationFrame(() => put(findPlaceAt(clientX, clientY)));
    };
    const handlePointerLeave = () => {
      cancelAnimationFrame(frame);
      put(undefined);
    };
    const handleSelectionChange = () => {
      const selection = document.getSelection();
      if (selection?.isCollapsed !== true || selection.anchorNode === null) return;
      if (!root.contains(selection.anchorNode) || !root.contains(document.activeElement)) return;
      put(readSegmentPoint(selection.anchorNode, selection.anchorOffset));
    };
    root.addEventListener('pointermove', handlePointerMove);
    root.addEventListener('pointerleave', handlePointerLeave);
    document.addEventListener('selectionchange', handleSelectionChange);
    return () => {
      cancelAnimationFrame(frame);
      root.removeEventListener('pointermove', handlePointerMove);
      root.removeEventListener('pointerleave', handlePointerLeave);
      document.removeEventListener('selectionchange', handleSelectionChange);
    };
  }, [rootRef]);

  return place;
}

/** The place in the text under a point of the window; undefined beside the words. */
export function findPlaceAt(x: number, y: number): SegmentPoint | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null) return undefined;
  const place = readSegmentPoint(caret.offsetNode, caret.offset);
  if (place === undefined) return undefined;
  // The nearest caret may stand after the letter under the pointer, or at the end of a line far from it.
  for (const start of [caret.offset - 1, caret.offset]) {
    const box = measureLetter(caret.offsetNode, start);
    if (box !== undefined && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom) {
      return { ...place, offset: place.offset + start - caret.offset };
    }
  }
  return undefined;
}

function measureLetter(node: Node, start: number): DOMRect | undefined {
  if (!(node instanceof Text) || start < 0 || start >= node.length) return undefined;
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + 1);
  return range.getBoundingClientRect();
}

function isSamePlace(a: SegmentPoint | undefined, b: SegmentPoint | undefined): boolean {
  return a?.unit === b?.unit && a?.language === b?.language && a?.offset === b?.offset;
}
