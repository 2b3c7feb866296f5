import { HIGHLIGHT_COLORS, type HighlightColor } from '../../../core/annotation/annotation.ts';
import { LAYER_COUNT } from '../../../core/annotation/layer-spans.ts';
import type { Link, Remark, SpansByLanguage } from '../../../core/text/work.ts';
import type { HighlightPaint } from '../../dom/paint-highlights.ts';
import type { SegmentSpan } from '../../dom/segment-range.ts';

/** A stretch of an annotation as it is painted. */
export interface TextMark extends SegmentSpan {
  readonly annotationId: string;
  readonly color: HighlightColor;
  /** 0 is the tint behind the words; overlapping marks are lines under them, one below the other. */
  readonly layer: number;
}

const LAYERS = Array.from({ length: LAYER_COUNT }, (_, layer) => layer);

/** The `::highlight()` names of the reader's own marks; highlights.css has a rule for each. */
export const MARK_NAMES: readonly string[] = HIGHLIGHT_COLORS.flatMap((color) =>
  LAYERS.map((layer) => markName(color, layer)),
);

function markName(color: HighlightColor, layer: number): string {
  return `mark-${color}-${layer}`;
}

/** Sorts the reader's own marks by the name they are painted with. */
export function composeMarks(marks: readonly TextMark[]): HighlightPaint {
  return Map.groupBy(marks, ({ color, layer }) => markName(color, layer));
}

/** The words of links or remarks, in all their languages. */
export function listSpans(items: readonly (Link | Remark)[]): readonly SegmentSpan[] {
  return items.flatMap(({ unit, spans }) => listSpansOf(unit, spans));
}

function listSpansOf(unit: string, spans: SpansByLanguage): readonly SegmentSpan[] {
  return Object.entries(spans).flatMap(([language, list]) => list.map((span) => ({ unit, language, span })));
}
