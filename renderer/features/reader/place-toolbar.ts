/** A box in the window, in CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The gap between the toolbar and the words, in CSS px. */
const GAP = 8;

/**
 * Where the selection's toolbar stands: above the words if it covers no other line there, else below the last of them,
 * else at whichever side lies in the window. Left edge and top edge, in CSS px.
 */
export function placeToolbar(
  selected: readonly Box[],
  otherLines: readonly Box[],
  size: { readonly width: number; readonly height: number },
  bounds: Box,
): { readonly left: number; readonly top: number } | undefined {
  const first = selected[0];
  const last = selected.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const left = Math.max(bounds.left, Math.min(first.left - 8, bounds.right - size.width));
  const above = first.top - GAP - size.height;
  const below = last.bottom + GAP;
  const isFree = (top: number) => {
    const box = { left, top, right: left + size.width, bottom: top + size.height };
    return (
      box.top >= bounds.top && box.bottom <= bounds.bottom && !otherLines.some((line) => boxesMeet(line, box))
    );
  };
  if (isFree(above)) return { left, top: above };
  return { left, top: below + size.height <= bounds.bottom ? below : Math.max(bounds.top, above) };
}

function boxesMeet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
