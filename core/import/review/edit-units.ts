import type { LanguageTag } from '../../text/language.ts';
import { segmentText, type UnitKind } from '../../text/work.ts';
import type { ImportedUnit } from '../pairing/make-units.ts';

/** What a reader does to the alignment of an imported text before it becomes a work. */
export type UnitEdit =
  /** Joins a unit with the one after it. */
  | { readonly type: 'join'; readonly unit: string }
  /** Gives the segment of one language a unit of its own, after the unit it was in. */
  | { readonly type: 'separate'; readonly unit: string; readonly language: LanguageTag }
  /** Gives the last sentence of a unit to the one after it; where one edition is edited beside others that stay. */
  | { readonly type: 'pass-on'; readonly unit: string }
  /** Says that the segments of a unit answer each other. */
  | { readonly type: 'confirm'; readonly unit: string };

/** What a reader has settled is as sure as can be. */
export const SURE = 1;

/**
 * The units after an edit. Every language keeps its text in its order, whatever is done; an edit of a unit that is not
 * there, or that changes nothing, gives the same array.
 */
export function editUnits(units: readonly ImportedUnit[], edit: UnitEdit): readonly ImportedUnit[] {
  const at = units.findIndex(({ id }) => id === edit.unit);
  const unit = units[at];
  if (unit === undefined) return units;
  switch (edit.type) {
    case 'join': {
      const next = units[at + 1];
      return next === undefined ? units : units.toSpliced(at, 2, joinUnits(unit, next));
    }
    case 'separate': {
      const parts = separateSegment(unit, edit.language, (id) => units.some((other) => other.id === id));
      return parts === undefined ? units : units.toSpliced(at, 1, ...parts);
    }
    case 'pass-on':
      return units;
    case 'confirm':
      return unit.confidence === SURE ? units : units.with(at, { ...unit, confidence: SURE });
  }
}

function joinUnits(first: ImportedUnit, second: ImportedUnit): ImportedUnit {
  const languages = new Set([...Object.keys(first.segments), ...Object.keys(second.segments)]);
  const segments = Object.fromEntries(
    [...languages].map((language) => [
      language,
      [segmentText(first, language), segmentText(second, language)].filter((text) => text !== '').join('\n'),
    ]),
  );
  // What was separated has left its number behind.
  const named = first.number === undefined && second.number !== undefined ? second : first;
  return {
    id: first.id,
    kind: named.kind,
    ...(named.number === undefined ? {} : { number: named.number }),
    segments,
    confidence: SURE,
  };
}

function separateSegment(
  unit: ImportedUnit,
  language: LanguageTag,
  isTaken: (id: string) => boolean,
): readonly [ImportedUnit, ImportedUnit] | undefined {
  const text = segmentText(unit, language);
  const hasOthers = Object.entries(unit.segments).some(([tag, other]) => tag !== language && other !== '');
  if (text === '' || !hasOthers) return undefined;
  const empty = Object.fromEntries(Object.keys(unit.segments).map((tag) => [tag, '']));
  return [
    { ...unit, segments: { ...unit.segments, [language]: '' }, confidence: SURE },
    {
      id: namePart(unit.id, isTaken),
      kind: kindOfPart(unit.kind),
      segments: { ...empty, [language]: text },
      confidence: SURE,
    },
  ];
}

/** There is one title, and a number stands for one item. */
export function kindOfPart(kind: UnitKind): UnitKind {
  return kind === 'title' || kind === 'item' ? 'paragraph' : kind;
}

/** The id of a part of a unit. */
export function namePart(base: string, isTaken: (id: string) => boolean): string {
  let number = 2;
  while (isTaken(`${base}-part-${number}`)) number += 1;
  return `${base}-part-${number}`;
}
