import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import { LAYER_COUNT } from '../../../core/annotation/layer-spans.ts';
import { spanCovers } from '../../../core/text/text-span.ts';
import type { Link, Remark, SpansByLanguage } from '../../../core/text/work.ts';
import type { SegmentPoint, SegmentSpan } from '../../dom/segment-range.ts';

/** A stretch of an annotation as it is painted. */
export interface TextMark extends SegmentSpan {
  readonly annotationId: string;
  readonly color: HighlightColor;
  /** 0 is the tint behind the words; overlapping marks are lines under them, one below the other. */
  readonly layer: number;
}

/** The reader's own marks by unit; a list stays the same object as long as nothing in it changes. */
export type MarksByUnit = ReadonlyMap<string, readonly TextMark[]>;

/**
 * The `::highlight()` name a mark is painted with (highlights.css has a rule for each colour and layer), and its priority:
 * upper layers over lower ones, whatever else is marked (0) over all of them.
 */
export function styleOfMark({ color, layer }: TextMark): {
  readonly name: string;
  readonly priority: number;
} {
  return { name: `mark-${color}-${layer}`, priority: layer - LAYER_COUNT };
}

/** Words that a search found, or words of another language that answer them. */
export interface PaintedHit extends SegmentSpan {
  readonly kind: 'hit' | 'linked';
}

/** What a search found, by unit. */
export type HitsByUnit = ReadonlyMap<string, readonly PaintedHit[]>;

/** The `::highlight()` name a hit is painted with: over the reader's own marks, as all else that is marked. */
export function styleOfHit({ kind }: PaintedHit): { readonly name: string; readonly priority: number } {
  return { name: kind === 'hit' ? 'search-hit' : 'linked-hit', priority: 0 };
}

/**
 * The annotations whose marks lie at a place, each once: the shortest first, since the longer ones can be pressed beside
 * it; of those that are as long, the one on the upper layer.
 */
export function findAnnotationsAt(marks: MarksByUnit, place: SegmentPoint): readonly string[] {
  const here = (marks.get(place.unit) ?? []).filter(
    ({ language, span }) => language === place.language && spanCovers(span, place.offset),
  );
  const ordered = here.toSorted((a, b) => lengthOf(a) - lengthOf(b) || b.layer - a.layer);
  return [...new Set(ordered.map(({ annotationId }) => annotationId))];
}

function lengthOf({ span }: TextMark): number {
  return span.end - span.start;
}

/** The words of links or remarks, in all their languages. */
export function listSpans(items: readonly (Link | Remark)[]): readonly SegmentSpan[] {
  return items.flatMap(({ unit, spans }) => listSpansOf(unit, spans));
}

function listSpansOf(unit: string, spans: SpansByLanguage): readonly SegmentSpan[] {
  return Object.entries(spans).flatMap(([language, list]) => list.map((span) => ({ unit, language, span })));
}
