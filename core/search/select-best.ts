/**
 * The places of the `limit` largest numbers, largest first, and of equal ones the earlier first. Takes time with the
 * length of the list, not with its order, unless all are asked for.
 */
export function selectBest(scores: Float64Array, limit: number): readonly number[] {
  const isBetter = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  };
  const compare = (a: number, b: number): number => (isBetter(a, b) ? -1 : 1);
  if (limit <= 0) return [];
  const heap: number[] = [];
  for (let place = 0; place < Math.min(limit, scores.length); place += 1) heap.push(place);
  if (limit >= scores.length) return heap.sort(compare);
  // What is in the order from worst to best is a heap.
  heap.sort((a, b) => compare(b, a));
  let least = scores[heap[0] ?? 0] ?? 0;
  for (let place = limit; place < scores.length; place += 1) {
    // Of equal ones the earlier is the better one, and is in already.
    if ((scores[place] ?? 0) > least) {
      heap[0] = place;
      siftDown(heap, isBetter);
      least = scores[heap[0]] ?? 0;
    }
  }
  return heap.sort(compare);
}

// A binary heap with the worst of the best at its top.
type IsBetter = (a: number, b: number) => boolean;

function siftDown(heap: number[], isBetter: IsBetter): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    if (left >= heap.length) return;
    const isRightWorse = right < heap.length && isBetter(heap[left] ?? 0, heap[right] ?? 0);
    const worse = isRightWorse ? right : left;
    if (!swapIf(heap, at, worse, isBetter)) return;
    at = worse;
  }
}

/** Swaps a parent that is better than its child; whether it was. */
function swapIf(heap: number[], parent: number, child: number, isBetter: IsBetter): boolean {
  const above = heap[parent] ?? 0;
  const below = heap[child] ?? 0;
  if (!isBetter(above, below)) return false;
  heap[parent] = below;
  heap[child] = above;
  return true;
}
