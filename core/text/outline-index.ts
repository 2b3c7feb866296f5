import type { OutlinePlace } from './outline-place.ts';
import type { OutlineEntry, Work } from './work.ts';

/**
 * The place of every unit in the contents, by unit id: what `findOutlinePlace` gives for each, in one pass for lists
 * that name many units. Units before the first entry are absent.
 */
export function indexOutline(work: Work): ReadonlyMap<string, OutlinePlace> {
  const index = new Map<string, OutlinePlace>();
  const starts = new Map(work.outline.map((entry) => [entry.unit, entry]));
  let covered: string[] = [];
  let current: OutlineEntry | undefined;
  const close = (): void => {
    if (current !== undefined) placeUnits(current, covered, index);
  };
  for (const { id } of work.units) {
    const started = starts.get(id);
    if (started !== undefined) {
      close();
      current = started;
      covered = [];
    }
    covered.push(id);
  }
  close();
  return index;
}

function placeUnits(entry: OutlineEntry, units: readonly string[], index: Map<string, OutlinePlace>): void {
  const childStarts = new Map(entry.children.map((child, at) => [child.unit, { child, at }]));
  let last: { readonly child: OutlineEntry; readonly at: number } | undefined;
  for (const [at, unit] of units.entries()) {
    last = childStarts.get(unit) ?? last;
    index.set(
      unit,
      last === undefined
        ? { entry, innermost: entry, position: at + 1, count: units.length }
        : { entry, innermost: last.child, position: last.at + 1, count: entry.children.length },
    );
  }
}
