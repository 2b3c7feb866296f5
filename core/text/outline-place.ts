import type { OutlineEntry, Work } from './work.ts';

/** Where a unit stands in the contents. */
export interface OutlinePlace {
  /** The outermost entry the unit belongs to. */
  readonly entry: OutlineEntry;
  /** The innermost entry: a child of `entry`, or `entry` itself. */
  readonly innermost: OutlineEntry;
  /** The unit's position among the units of `entry`, from 1; among its children where it has them and the unit is in one. */
  readonly position: number;
  readonly count: number;
}

/** The units of each outermost entry, in the order of the text. A unit before the first entry belongs to none. */
export function listOutlineUnits(work: Work): ReadonlyMap<OutlineEntry, readonly string[]> {
  const order = new Map(work.units.map((unit, index) => [unit.id, index]));
  const starts = work.outline.map((entry) => order.get(entry.unit) ?? 0);
  return new Map(
    work.outline.map((entry, index) => [
      entry,
      work.units.slice(starts[index], starts[index + 1] ?? work.units.length).map(({ id }) => id),
    ]),
  );
}

/** Finds the place of a unit in the contents; undefined before the first entry and for unknown units. */
export function findOutlinePlace(work: Work, unit: string): OutlinePlace | undefined {
  for (const [entry, units] of listOutlineUnits(work)) {
    const at = units.indexOf(unit);
    if (at === -1) continue;
    const childStarts = entry.children.map((child) => units.indexOf(child.unit));
    const childAt = childStarts.findLastIndex((start) => start !== -1 && start <= at);
    const child = entry.children[childAt];
    return child === undefined
      ? { entry, innermost: entry, position: at + 1, count: units.length }
      : { entry, innermost: child, position: childAt + 1, count: entry.children.length };
  }
  return undefined;
}

/** The unit that carries a number of the text ('4'), written in European digits or as the text prints it ('四'). */
export function findUnitByNumber(work: Work, number: string): string | undefined {
  const wanted = number.trim().replace(/[.、．。]$/u, '');
  if (wanted === '') return undefined;
  const byNumber = work.units.find((unit) => unit.number === wanted);
  if (byNumber !== undefined) return byNumber.id;
  return work.units.find((unit) =>
    Object.values(unit.segments).some((text) => /^(.{1,12}?)[、.．]/u.exec(text)?.[1] === wanted),
  )?.id;
}
