import { compareSpans, type TextSpan } from './text-span.ts';

/** The same code units in as few spans as possible, in order; spans that only touch stay apart. */
export function mergeSpans(spans: readonly TextSpan[]): readonly TextSpan[] {
  if (areApart(spans)) return spans;
  const merged: TextSpan[] = [];
  for (const span of spans.toSorted(compareSpans)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}

function areApart(spans: readonly TextSpan[]): boolean {
  let end = 0;
  for (const span of spans) {
    if (span.start < end) return false;
    end = span.end;
  }
  return true;
}
