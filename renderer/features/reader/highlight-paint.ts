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

/** What the reader paints over the text. */
export interface PaintedParts {
  readonly marks: readonly TextMark[];
  readonly activeAnnotation: string | undefined;
  readonly hits: readonly SegmentSpan[];
  readonly currentHit: SegmentSpan | undefined;
  readonly nullLinks: readonly Link[];
  readonly litLink: Link | undefined;
  readonly openRemarks: readonly Remark[];
}

const LAYERS = Array.from({ length: LAYER_COUNT }, (_, layer) => layer);

/** The `::highlight()` names the reader owns; highlights.css has a rule for each. */
export const PAINTED_NAMES: readonly string[] = [
  ...HIGHLIGHT_COLORS.flatMap((color) => LAYERS.map((layer) => markName(color, layer))),
  'active-mark',
  'search-hit',
  'current-hit',
  'null-link',
  'lit-link',
  'open-remark',
];

function markName(color: HighlightColor, layer: number): string {
  return `mark-${color}-${layer}`;
}

/** Sorts what is to be painted by the name it is painted with. */
export function composePaint(parts: PaintedParts): HighlightPaint {
  const paint = new Map<string, SegmentSpan[]>();
  const add = (name: string, spans: readonly SegmentSpan[]) => {
    paint.set(name, [...(paint.get(name) ?? []), ...spans]);
  };
  for (const mark of parts.marks) add(markName(mark.color, mark.layer), [mark]);
  add(
    'active-mark',
    parts.marks.filter((mark) => mark.annotationId === parts.activeAnnotation),
  );
  add('search-hit', parts.hits);
  if (parts.currentHit !== undefined) add('current-hit', [parts.currentHit]);
  for (const link of parts.nullLinks) add('null-link', listSpans(link.unit, link.spans));
  if (parts.litLink !== undefined) add('lit-link', listSpans(parts.litLink.unit, parts.litLink.spans));
  for (const remark of parts.openRemarks) add('open-remark', listSpans(remark.unit, remark.spans));
  return paint;
}

function listSpans(unit: string, spans: SpansByLanguage): readonly SegmentSpan[] {
  return Object.entries(spans).flatMap(([language, list]) => list.map((span) => ({ unit, language, span })));
}
