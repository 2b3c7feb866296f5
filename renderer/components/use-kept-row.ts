import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback } from 'react';

/** A range extractor for a virtual list that draws the current row beside those near the window: it may have the focus. */
export function useKeptRow(current: number, count: number): (range: Range) => number[] {
  return useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (count === 0 || indexes.includes(current)) return indexes;
      return current < (indexes[0] ?? 0) ? [current, ...indexes] : [...indexes, current];
    },
    [current, count],
  );
}
