import { chooseTitle } from './choose-title.ts';
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

/** What a unit's name is made of: enough to name it without the work at hand. */
export interface UnitPlace {
  readonly kind: UnitKind;
  readonly number: string | null;
  /** The titles of the innermost entry of the contents it stands in, by language; null outside of the contents. */
  readonly titles: Readonly<Record<string, string>> | null;
  /** Whether that entry begins with this unit. */
  readonly opensEntry: boolean;
  /** From 1, among the units of an entry that has more of them and is not divided further; else null. */
  readonly position: number | null;
}

/** Names the units of a work: "4 Economy and development", "Shared views 2", "Signature". */
export function labelUnits(work: Work, words: UnitWords): UnitLabel {
  const places = indexOutline(work);
  return (unit) => nameUnit(describeUnitPlace(unit, places.get(unit.id)), words);
}

/** Gathers what a unit is named with. */
export function describeUnitPlace(unit: Unit, place: OutlinePlace | undefined): UnitPlace {
  const isCounted = place !== undefined && place.count > 1 && place.entry.children.length === 0;
  return {
    kind: unit.kind,
    number: unit.number ?? null,
    titles: place?.innermost.titles ?? null,
    opensEntry: place?.innermost.unit === unit.id,
    position: isCounted ? place.position : null,
  };
}

/** Names a unit by what {@link describeUnitPlace} gathered. */
export function nameUnit(
  { kind, number, titles, opensEntry, position }: UnitPlace,
  words: UnitWords,
): string {
  const title = titles === null ? undefined : chooseTitle(titles, words.language)?.title;
  if (title === undefined) return number === null ? words.kinds[kind] : words.numbered(number);
  if (number !== null) return opensEntry ? `${number} ${title}` : `${title} · ${words.numbered(number)}`;
  if (kind !== 'paragraph' && kind !== 'item') return words.kinds[kind];
  return position === null ? title : `${title} ${position}`;
}
