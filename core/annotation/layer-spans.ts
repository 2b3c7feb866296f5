import { compareSpans, spansOverlap, type TextSpan } from '../text/text-span.ts';
import type { HighlightColor } from './annotation.ts';
import { compareText } from './compare-text.ts';

/** How many highlights can lie over the same words and still be told apart. */
export const LAYER_COUNT = 5;

/** The words of one highlight in one segment. */
export interface HighlightSpan {
  readonly span: TextSpan;
  readonly color: HighlightColor;
  /** The annotation's id. */
  readonly id: string;
  /** When the annotation was made; ISO 8601, UTC. */
  readonly created: string;
}

/** A highlight with the layer it is painted on: 0 lies directly on the paper, {@link LAYER_COUNT} - 1 on top. */
export interface LayeredSpan {
  readonly span: TextSpan;
  readonly color: HighlightColor;
  readonly id: string;
  readonly layer: number;
}

/**
 * Puts the highlights of one segment on layers, so that those which overlap lie on different ones, the earlier lower; a
 * later highlight never changes the layer of an earlier one. Where a chain of overlaps would need more than
 * {@link LAYER_COUNT} layers, the lowest free one is taken; where none is free, the top one is shared. Answers in the
 * order of painting: by layer, then by place.
 */
export function layerSpans(spans: readonly HighlightSpan[]): LayeredSpan[] {
  const layered: LayeredSpan[] = [];
  for (const { span, color, id } of spans.toSorted(compareByCreation)) {
    const below = layered.filter((other) => spansOverlap(other.span, span)).map(({ layer }) => layer);
    layered.push({ span, color, id, layer: chooseLayer(below) });
  }
  return layered.sort((a, b) => a.layer - b.layer || compareSpans(a.span, b.span));
}

function chooseLayer(taken: readonly number[]): number {
  const top = LAYER_COUNT - 1;
  const above = Math.max(-1, ...taken) + 1;
  if (above <= top) return above;
  for (let layer = 0; layer < top; layer += 1) if (!taken.includes(layer)) return layer;
  return top;
}

function compareByCreation(a: HighlightSpan, b: HighlightSpan): number {
  return compareText(a.created, b.created) || compareText(a.id, b.id) || compareSpans(a.span, b.span);
}
