import { mergeSpans } from '../../core/text/merge-spans.ts';
import { createSegmentRange, findSegmentElement, type SegmentSpan } from './segment-range.ts';

/** Paints the marks of many units, and after a change only those of the units that have changed. */
export interface MarkPainter<Mark extends SegmentSpan> {
  /**
   * Paints just these units. A list of marks that is the same object as before stands as it is, unless `drawn` is another
   * value: it stands for the segments that are on the page.
   */
  readonly paint: (
    units: readonly string[],
    marks: ReadonlyMap<string, readonly Mark[]>,
    drawn: unknown,
  ) => void;
  readonly clear: () => void;
}

interface PaintedUnit<Mark> {
  readonly marks: readonly Mark[];
  readonly ranges: readonly (readonly [style: MarkStyle, range: Range])[];
}

/** How a mark is painted: under which `::highlight()` name, and over those of lower priority. */
export interface MarkStyle {
  readonly name: string;
  readonly priority: number;
}

/** No other painter may use the names that `styleOf` gives; a name has one priority. */
export function createMarkPainter<Mark extends SegmentSpan>(
  styleOf: (mark: Mark) => MarkStyle,
): MarkPainter<Mark> {
  const highlights = new Map<string, Highlight>();
  const painted = new Map<string, PaintedUnit<Mark>>();
  let drawnBefore: unknown;

  const erase = (unit: string, touched: Set<string>) => {
    for (const [{ name }, range] of painted.get(unit)?.ranges ?? []) {
      highlights.get(name)?.delete(range);
      touched.add(name);
    }
    painted.delete(unit);
  };
  const draw = (unit: string, marks: readonly Mark[], touched: Set<string>) => {
    const ranges = createRanges(marks, styleOf);
    for (const [{ name, priority }, range] of ranges) {
      const highlight = highlights.get(name) ?? new Highlight();
      highlight.priority = priority;
      highlights.set(name, highlight.add(range));
      touched.add(name);
    }
    painted.set(unit, { marks, ranges });
  };
  const register = (touched: Set<string>) => {
    for (const name of touched) {
      const highlight = highlights.get(name);
      if (highlight === undefined || highlight.size === 0) CSS.highlights.delete(name);
      else CSS.highlights.set(name, highlight);
    }
  };
  return {
    paint: (units, marks, drawn) => {
      const touched = new Set<string>();
      const wanted = new Set(units);
      for (const unit of painted.keys()) {
        const isSame =
          wanted.has(unit) && drawn === drawnBefore && painted.get(unit)?.marks === marks.get(unit);
        if (!isSame) erase(unit, touched);
      }
      drawnBefore = drawn;
      for (const unit of wanted) {
        const wantedMarks = marks.get(unit);
        if (wantedMarks !== undefined && !painted.has(unit)) draw(unit, wantedMarks, touched);
      }
      register(touched);
    },
    clear: () => {
      const touched = new Set<string>();
      for (const unit of painted.keys()) erase(unit, touched);
      register(touched);
    },
  };
}

/**
 * Of marks of one style that overlap, one range: what the browser takes to paint grows with the number of ranges, and a
 * clause may carry hundreds of marks.
 */
function createRanges<Mark extends SegmentSpan>(
  marks: readonly Mark[],
  styleOf: (mark: Mark) => MarkStyle,
): readonly (readonly [MarkStyle, Range])[] {
  const segments = Map.groupBy(marks, ({ unit, language }) => `${unit} ${language}`);
  return [...segments.values()].flatMap((inSegment) => {
    const [first] = inSegment;
    const element = first === undefined ? undefined : findSegmentElement(first.unit, first.language);
    if (element === undefined) return [];
    const styles = new Map(inSegment.map((mark) => [styleOf(mark).name, styleOf(mark)]));
    const byStyle = Map.groupBy(inSegment, (mark) => styleOf(mark).name);
    return [...byStyle].flatMap(([name, alike]) => {
      const style = styles.get(name);
      return mergeSpans(alike.map(({ span }) => span)).flatMap((span): (readonly [MarkStyle, Range])[] => {
        const range = createSegmentRange(element, span);
        return range === undefined || style === undefined ? [] : [[style, range]];
      });
    });
  });
}
