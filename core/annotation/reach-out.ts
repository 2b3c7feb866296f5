/** An index and the unpaired ones on both sides of it, without a break. */
export function reachOut(index: number, length: number, isPaired: (index: number) => boolean): number[] {
  let first = index;
  while (first > 0 && !isPaired(first - 1)) first -= 1;
  let last = index;
  while (last + 1 < length && !isPaired(last + 1)) last += 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}
