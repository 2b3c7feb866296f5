import type { TextSpan } from '../text/text-span.ts';
import { hasMoreWords } from './word-runs.ts';

/**
 * Where terms stand close to each other in a folded text: the spans that take part, in no particular order; none where
 * the terms are not all close.
 * @param found where each of two or more terms stands.
 * @param distances how many words may stand between a term and the next, one fewer than terms.
 */
export function findNearby(
  folded: string,
  found: readonly (readonly TextSpan[])[],
  distances: readonly number[],
): readonly TextSpan[] {
  if (found.some((spans) => spans.length === 0)) return [];
  const forth = keepNear(folded, found, distances);
  // Those at the beginning may be near something that leads nowhere: the way back keeps only whole chains.
  const back = keepNear(folded, forth.toReversed(), distances.toReversed());
  return back.some((spans) => spans.length === 0) ? [] : back.flat();
}

/** Whether {@link findNearby} would find anything; it takes much less. */
export function standNearby(
  folded: string,
  found: readonly (readonly TextSpan[])[],
  distances: readonly number[],
): boolean {
  // Whatever is near something kept of the list before it ends a chain that begins in the first list.
  const before = keepNear(folded, found.slice(0, -1), distances).at(-1) ?? [];
  return found.at(-1)?.some((span) => isNear(folded, span, before, distances.at(-1) ?? 0)) ?? false;
}

/** Keeps of every list what is near something kept of the list before. */
function keepNear(
  folded: string,
  lists: readonly (readonly TextSpan[])[],
  distances: readonly number[],
): readonly (readonly TextSpan[])[] {
  const kept: (readonly TextSpan[])[] = [];
  lists.forEach((spans, index) => {
    const before = kept[index - 1];
    const distance = distances[index - 1] ?? 0;
    kept.push(before === undefined ? spans : spans.filter((span) => isNear(folded, span, before, distance)));
  });
  return kept;
}

function isNear(folded: string, span: TextSpan, others: readonly TextSpan[], distance: number): boolean {
  let end = -Infinity;
  let start = Infinity;
  for (const other of others) {
    if (other.end <= span.start) end = Math.max(end, other.end);
    else if (other.start >= span.end) start = Math.min(start, other.start);
  }
  return isClose(folded, end, span.start, distance) || isClose(folded, span.end, start, distance);
}

function isClose(folded: string, from: number, to: number, distance: number): boolean {
  return Number.isFinite(from) && Number.isFinite(to) && !hasMoreWords(folded, from, to, distance);
}
