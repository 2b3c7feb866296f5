/** Where a clause with hits stands in the strip beside the scroll bar. */
export interface OverviewMark {
  readonly unit: string;
  /** In CSS px from the upper end of the strip. */
  readonly top: number;
}

/** Lengths of a scrolled text in CSS px. */
export interface ScrolledLengths {
  /** Of the whole text. */
  readonly content: number;
  /** Of the window onto it, which is as high as the strip. */
  readonly view: number;
}

/** Brings places in the text (px from its beginning) down to the strip, as the scroll bar does. */
export function placeMarks(
  places: readonly { readonly unit: string; readonly top: number }[],
  { content, view }: ScrolledLengths,
): readonly OverviewMark[] {
  if (content <= 0) return [];
  return places.map(({ unit, top }) => ({ unit, top: (top / content) * view }));
}

/** The px that are marked, each once: there are never more of them than the strip is high. */
export function joinMarks(marks: readonly OverviewMark[]): readonly number[] {
  return [...new Set(marks.map(({ top }) => Math.round(top)))];
}

/** The mark that was meant by a press at `top`: the nearest. */
export function findNearestMark(marks: readonly OverviewMark[], top: number): OverviewMark | undefined {
  return marks.reduce<OverviewMark | undefined>(
    (nearest, mark) =>
      nearest === undefined || Math.abs(mark.top - top) < Math.abs(nearest.top - top) ? mark : nearest,
    undefined,
  );
}
