import { useCallback, useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import {
  createSegmentRange,
  findSegmentElement,
  readSelectedSpans,
  type SegmentSpan,
} from '../../dom/segment-range.ts';

/** What the reader has selected in the text, once the hand rests. */
export interface TextSelection {
  readonly spans: readonly SegmentSpan[];
  /** The boxes of the selected lines, in the window's CSS px. */
  readonly rects: readonly DOMRect[];
}

/** Follows the selection in `rootRef`; while a pointer is down it is not yet meant. */
export function useTextSelection(rootRef: RefObject<HTMLElement | null>): {
  readonly selection: TextSelection | undefined;
  readonly clear: () => void;
} {
  const [selection, setSelection] = useState<TextSelection>();

  useEffect(() => {
    let isPointerDown = false;
    const read = () => {
      const root = rootRef.current;
      const chosen = document.getSelection();
      if (root === null || chosen === null || isPointerDown) return;
      if (chosen.isCollapsed) delete root.dataset['selecting'];
      if (isInTextField(document.activeElement)) return;
      const spans = readSelectedSpans(root, chosen);
      setSelection((previous) => {
        if (spans.length === 0) return undefined;
        return previous !== undefined && areSameSpans(previous.spans, spans)
          ? previous
          : { spans, rects: listRects(spans) };
      });
    };
    const handlePointerDown = (event: PointerEvent) => {
      const root = rootRef.current;
      if (!(event.target instanceof Element) || root === null || !root.contains(event.target)) return;
      isPointerDown = true;
      // A drag selects in the column it began in: the others stay out of it, as long as the selection stands.
      root.dataset['selecting'] = event.target.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? '';
    };
    const handlePointerUp = () => {
      isPointerDown = false;
      read();
    };
    // The browser tells of a selection a moment later: a key that acts on it must not find the one before.
    const catchUp = () => flushSync(read);
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', handlePointerDown);
    document.addEventListener('pointerup', handlePointerUp);
    window.addEventListener('keydown', catchUp, { capture: true });
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', handlePointerDown);
      document.removeEventListener('pointerup', handlePointerUp);
      window.removeEventListener('keydown', catchUp, { capture: true });
    };
  }, [rootRef]);

  const clear = useCallback(() => {
    const chosen = document.getSelection();
    if (chosen !== null && chosen.rangeCount > 0) chosen.collapseToEnd();
    setSelection(undefined);
  }, []);

  return { selection, clear };
}

function isInTextField(element: Element | null): boolean {
  return element !== null && element.matches('input, textarea');
}

function areSameSpans(a: readonly SegmentSpan[], b: readonly SegmentSpan[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ unit, language, span }, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        unit === other.unit &&
        language === other.language &&
        span.start === other.span.start &&
        span.end === other.span.end
      );
    })
  );
}

function listRects(spans: readonly SegmentSpan[]): readonly DOMRect[] {
  return spans.flatMap(({ unit, language, span }) => {
    const element = findSegmentElement(unit, language);
    const range = element === undefined ? undefined : createSegmentRange(element, span);
    return [...(range?.getClientRects() ?? [])].filter((rect) => rect.width > 1 && rect.height > 1);
  });
}
