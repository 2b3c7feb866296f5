/**
 * A stretch of one segment: half-open, in UTF-16 code units, `0 <= start <= end <= segment.length`.
 * UTF-16 because that is what the DOM, `String.prototype.slice` and lunr count in
 * (docs/decisions/0003-utf-16-offsets.md); exports convert to code points.
 */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The words a span covers. */
export function spanText(text: string, span: TextSpan): string {
  return text.slice(span.start, span.end);
}

/** Whether two spans share at least one code unit. Spans that only touch do not overlap. */
export function spansOverlap(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a span covers the code unit at `offset`. */
export function spanCovers(span: TextSpan, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** Orders spans by place: by start, then the shorter first. */
export function compareSpans(a: TextSpan, b: TextSpan): number {
  return a.start - b.start || a.end - b.end;
}
