import { indexOutline } from './outline-index.ts';
import type { OutlinePlace } from './outline-place.ts';
import type { Unit, UnitKind, Work } from './work.ts';

/** The words a unit is named with, in one language of the interface. */
export interface UnitWords {
  /** The language itself, for titles of the outline. */
  readonly language: string;
  readonly kinds: Readonly<Record<UnitKind, string>>;
  /** "Item 3". */
  readonly numbered: (number: string) => string;
}

/** What a unit is called in a list. */
export type UnitLabel = (unit: Unit) => string;

/** Names the units of a work: "4 Economy and development", "Shared views 2", "Signature". */
export function labelUnits(work: Work, words: UnitWords): UnitLabel {
  const places = indexOutline(work);
  return (unit) => composeLabel(unit, places.get(unit.id), words);
}

function composeLabel(unit: Unit, place: OutlinePlace | undefined, words: UnitWords): string {
  const titles = place?.innermost.titles ?? {};
  const title = titles[words.language] ?? titles['en'] ?? Object.values(titles)[0];
  const kind = words.kinds[unit.kind];
  if (place === undefined || title === undefined) {
    return unit.number === undefined ? kind : words.numbered(unit.number);
  }
  if (unit.number !== undefined) {
    return place.innermost.unit === unit.id
      ? `${unit.number} ${title}`
      : `${title} · ${words.numbered(unit.number)}`;
  }
  if (unit.kind !== 'paragraph' && unit.kind !== 'item') return kind;
  return place.count > 1 && place.entry.children.length === 0 ? `${title} ${place.position}` : title;
}
