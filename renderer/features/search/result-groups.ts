import { noteWords } from '../../../core/annotation/note-words.ts';
import type { PlacedAnnotations } from '../../../core/annotation/place-annotations.ts';
import { excerptLengthOf, makeExcerpt, type Excerpt } from '../../../core/search/excerpt.ts';
import {
  fieldKey,
  type FieldMatch,
  type MatchedField,
  type SearchResult,
} from '../../../core/search/search-result.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { indexOutline } from '../../../core/text/outline-index.ts';
import type { TextSpan } from '../../../core/text/text-span.ts';
import { describeUnitPlace, type UnitPlace } from '../../../core/text/unit-label.ts';
import { segmentText, type Unit, type Work } from '../../../core/text/work.ts';
import type { ResultOrder } from './search-state.ts';

/** Where a result leads. */
export interface SearchTarget {
  readonly workId: string;
  readonly unit: string;
  readonly language: LanguageTag;
  /** Undefined where a note has lost its words: then the unit is all that is known. */
  readonly span: TextSpan | undefined;
  /** The note or tagged annotation that was found. */
  readonly annotationId: string | undefined;
}

/** One thing found: in the text, in a note or in a tag. */
export interface ResultLine {
  /** Unique among the results of one search, and the same in the next. */
  readonly key: string;
  readonly field: MatchedField;
  readonly excerpt: Excerpt;
  readonly target: SearchTarget;
}

/** Everything found in one unit. */
export interface ResultGroup {
  /** Unique among the results of one search. */
  readonly key: string;
  readonly place: UnitPlace;
  /** Where the groups of another work begin; undefined for all others. */
  readonly heading: WorkHeading | undefined;
  /** Never empty. */
  readonly lines: readonly ResultLine[];
  /** How it was found where it was not by its writing. */
  readonly via: SearchResult['via'];
}

/** A work in which something was found. */
export interface WorkHeading {
  readonly workId: string;
  readonly titles: Work['titles'];
  /** In how many of its units something was found. */
  readonly count: number;
}

/** Where each unit stands in its work, by id. */
export type UnitPositions = ReadonlyMap<string, number>;

/** Finds the places of all units, once for all searches of a work. */
export function indexPositions(work: Work): UnitPositions {
  return new Map(work.units.map(({ id }, index) => [id, index]));
}

/** What each unit of a work is named by, by id. */
export type UnitPlaces = ReadonlyMap<string, UnitPlace>;

/** Finds what all units are named by, once for all searches of a work. */
export function indexUnitPlaces(work: Work): UnitPlaces {
  const outline = indexOutline(work);
  return new Map(work.units.map((unit) => [unit.id, describeUnitPlace(unit, outline.get(unit.id))]));
}

/** The first `limit` results in the order asked for, as they are shown. */
export function composeGroups(
  results: readonly SearchResult[],
  order: ResultOrder,
  limit: number,
  work: Work,
  positions: UnitPositions,
  places: UnitPlaces,
  placed: PlacedAnnotations,
): readonly ResultGroup[] {
  const positionOf = ({ unitId }: SearchResult) => positions.get(unitId) ?? Infinity;
  const ordered = order === 'rank' ? results : results.toSorted((a, b) => positionOf(a) - positionOf(b));
  return ordered.slice(0, limit).flatMap((result): readonly ResultGroup[] => {
    const unit = work.units[positionOf(result)];
    const place = places.get(result.unitId);
    if (unit === undefined || place === undefined) return [];
    const lines = result.matches.flatMap((match) => composeLine(match, unit, work, placed));
    return lines.length === 0 ? [] : [{ key: unit.id, place, heading: undefined, lines, via: result.via }];
  });
}

/** Where a match leads, and the key of its line. */
export interface MatchGoal {
  readonly key: string;
  /** Its span is that of the first hit. */
  readonly target: SearchTarget;
}

/** Where a match in a unit leads; undefined for a note that was deleted after the search. */
export function findGoal(
  { field, spans }: FieldMatch,
  unit: Unit,
  work: Work,
  placed: PlacedAnnotations,
): MatchGoal | undefined {
  if (field.kind === 'text') {
    const { language } = field;
    const target = { workId: work.id, unit: unit.id, language, span: spans[0], annotationId: undefined };
    return { key: keyOf(unit, field), target };
  }
  const found = placed.byId.get(field.annotationId);
  // The next answer, already asked for, will not have it.
  if (found === undefined) return undefined;
  const placement = found.placements.find((candidate) => candidate.unit === unit.id);
  const target = {
    workId: work.id,
    unit: unit.id,
    language: placement?.language ?? found.orphanedTargets[0]?.language ?? work.editions[0]?.language ?? 'en',
    span: placement?.span,
    annotationId: field.annotationId,
  };
  return { key: keyOf(unit, field), target };
}

function keyOf(unit: Unit, field: MatchedField): string {
  return `${unit.id} ${fieldKey(field)}`;
}

function composeLine(
  match: FieldMatch,
  unit: Unit,
  work: Work,
  placed: PlacedAnnotations,
): readonly ResultLine[] {
  const { field, spans } = match;
  const goal = findGoal(match, unit, work, placed);
  if (goal === undefined) return [];
  if (field.kind === 'text') {
    const length = excerptLengthOf(field.language);
    return [{ ...goal, field, excerpt: makeExcerpt(segmentText(unit, field.language), spans, length) }];
  }
  const annotation = placed.byId.get(field.annotationId)?.annotation;
  const text = field.kind === 'tag' ? field.tag : noteWords(annotation?.body ?? '');
  // What matched may have been edited since.
  const inside = spans.filter(({ end }) => end <= text.length);
  return [{ ...goal, field, excerpt: makeExcerpt(text, inside, excerptLengthOf(undefined)) }];
}
