import { compareSpans, type TextSpan } from '../text/text-span.ts';
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
 * order of painting: by layer, then by place. Takes n log n steps for n highlights, however they lie.
 */
export function layerSpans(spans: readonly HighlightSpan[]): LayeredSpan[] {
  const covered = Array.from({ length: LAYER_COUNT }, (): TextSpan[] => []);
  const layered: LayeredSpan[] = [];
  for (const { span, color, id } of spans.toSorted(compareByCreation)) {
    const layer = chooseLayer(covered.map((layerCover) => isTouched(layerCover, span)));
    const cover = covered[layer];
    if (cover !== undefined) coverSpan(cover, span);
    layered.push({ span, color, id, layer });
  }
  return layered.sort((a, b) => a.layer - b.layer || compareSpans(a.span, b.span));
}

/** Given which layers are taken where a highlight lies, lowest first. */
function chooseLayer(isTaken: readonly boolean[]): number {
  const top = LAYER_COUNT - 1;
  const above = isTaken.lastIndexOf(true) + 1;
  if (above <= top) return above;
  const free = isTaken.indexOf(false);
  return free === -1 ? top : free;
}

/*
 * What a layer covers is kept as spans that do not overlap, in order. Two that only touch stay two: each keeps its edge.
 */

function isTouched(cover: readonly TextSpan[], span: TextSpan): boolean {
  const next = cover[findFirstEndingAfter(cover, span.start)];
  return next !== undefined && next.start < span.end;
}

function coverSpan(cover: TextSpan[], span: TextSpan): void {
  const from = findFirstEndingAfter(cover, span.start);
  let to = from;
  let { start, end } = span;
  for (let next = cover[to]; next !== undefined && next.start < span.end; next = cover[to]) {
    start = Math.min(start, next.start);
    end = Math.max(end, next.end);
    to += 1;
  }
  cover.splice(from, to - from, { start, end });
}

/** The index of the first span that ends behind an offset; the number of spans if none does. */
function findFirstEndingAfter(cover: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = cover.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cover[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function compareByCreation(a: HighlightSpan, b: HighlightSpan): number {
  return compareText(a.created, b.created) || compareText(a.id, b.id) || compareSpans(a.span, b.span);
}
