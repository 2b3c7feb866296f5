/**
 * The places of the `limit` largest numbers, largest first, and of equal ones the earlier first. Takes time with the
 * length of the list, not with its order, unless all are asked for.
 */
export function selectBest(scores: Float64Array, limit: number): readonly number[] {
  const count = Math.min(limit, scores.length);
  if (count <= 0) return [];
  const heap: number[] = [];
  for (let place = 0; place < count; place += 1) heap.push(place);
  for (let at = (count >>> 1) - 1; at >= 0; at -= 1) siftDown(heap, at, count, scores);
  let least = scores[heap[0] ?? 0] ?? 0;
  for (let place = count; place < scores.length; place += 1) {
    // Of equal ones the earlier is the better one, and is in already.
    if ((scores[place] ?? 0) > least) {
      heap[0] = place;
      siftDown(heap, 0, count, scores);
      least = scores[heap[0]] ?? 0;
    }
  }
  // The worst of those that are left goes to the end of them, again and again.
  for (let end = count - 1; end > 0; end -= 1) {
    const worst = heap[0] ?? 0;
    heap[0] = heap[end] ?? 0;
    heap[end] = worst;
    siftDown(heap, 0, end, scores);
  }
  return heap;
}

/** A binary heap of places, with the worst at its top: lets the one at `top` sink to where it belongs among the first `count`. */
function siftDown(heap: number[], top: number, count: number, scores: Float64Array): void {
  const place = heap[top] ?? 0;
  let at = top;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= count) break;
    if (below + 1 < count && isBetter(heap[below] ?? 0, heap[below + 1] ?? 0, scores)) below += 1;
    const worse = heap[below] ?? 0;
    if (!isBetter(place, worse, scores)) break;
    heap[at] = worse;
    at = below;
  }
  heap[at] = place;
}

function isBetter(a: number, b: number, scores: Float64Array): boolean {
  const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
  return difference > 0 || (difference === 0 && a < b);
}
