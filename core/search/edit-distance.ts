/**
 * Whether one word becomes the other by at most `limit` insertions, deletions, substitutions or swaps of neighbours, of
 * UTF-16 code units. A swapped pair is not edited again (optimal string alignment), as in lunr's fuzzy match.
 */
export function isWithinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  if (a === b) return true;
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow(a, b, row, previous, beforePrevious);
    if (Math.min(...current) > limit) return false;
    beforePrevious = previous;
    previous = current;
  }
  return (previous[b.length] ?? Infinity) <= limit;
}

/** The distances of the first `row` letters of `a` from the first 0, 1, 2, … of `b`. */
function nextRow(
  a: string,
  b: string,
  row: number,
  previous: readonly number[],
  beforePrevious: readonly number[],
): readonly number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const isSame = a[row - 1] === b[column - 1];
    const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    current.push(
      Math.min(
        (previous[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (previous[column - 1] ?? Infinity) + (isSame ? 0 : 1),
        isSwap ? (beforePrevious[column - 2] ?? Infinity) + 1 : Infinity,
      ),
    );
  }
  return current;
}
