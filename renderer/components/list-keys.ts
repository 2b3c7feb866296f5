/** How far Page Up and Page Down go. */
const PAGE_LENGTH = 8;

/** The row of a list a key leads to; undefined for a key that does not move, and in an empty list. */
export function findMove(key: string, index: number, count: number): number | undefined {
  const moved = moveFreely(key, index, count);
  return moved === undefined || count === 0 ? undefined : Math.min(Math.max(moved, 0), count - 1);
}

function moveFreely(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + PAGE_LENGTH;
    case 'PageUp':
      return index - PAGE_LENGTH;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
