/**
 * The row of a list a key leads to; undefined for a key that does not move, and in an empty list.
 * @param pageLength how far Page Up and Page Down go.
 */
export function findMove(key: string, index: number, count: number, pageLength: number): number | undefined {
  const moved = moveFreely(key, index, count, pageLength);
  return moved === undefined || count === 0 ? undefined : Math.min(Math.max(moved, 0), count - 1);
}

function moveFreely(key: string, index: number, count: number, pageLength: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + pageLength;
    case 'PageUp':
      return index - pageLength;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
