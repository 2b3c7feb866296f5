import type { PlacedAnnotations } from '../../../core/annotation/place-annotations.ts';
import { makeExcerpt, type Excerpt } from '../../../core/search/excerpt.ts';
import type { FieldMatch, MatchedField, SearchResult } from '../../../core/search/search-result.ts';
import { isChinese, type LanguageTag } from '../../../core/text/language.ts';
import type { TextSpan } from '../../../core/text/text-span.ts';
import { segmentText, type Unit, type Work } from '../../../core/text/work.ts';
import type { ResultOrder } from './search-state.ts';

/** Where a result leads. */
export interface SearchTarget {
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
  readonly unit: Unit;
  /** Never empty. */
  readonly lines: readonly ResultLine[];
}

/** A place in the text to paint. */
export interface SearchHit {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly span: TextSpan;
}

// About two and a half lines of the pane, in UTF-16 code units.
const CHINESE_EXCERPT_LENGTH = 44;
const LATIN_EXCERPT_LENGTH = 96;

/** Where each unit stands in its work, by id. */
export type UnitPositions = ReadonlyMap<string, number>;

/** Finds the places of all units, once for all searches of a work. */
export function indexPositions(work: Work): UnitPositions {
  return new Map(work.units.map(({ id }, index) => [id, index]));
}

/** The first `limit` results in the order asked for, as they are shown. */
export function composeGroups(
  results: readonly SearchResult[],
  order: ResultOrder,
  limit: number,
  work: Work,
  positions: UnitPositions,
  placed: PlacedAnnotations,
): readonly ResultGroup[] {
  const place = ({ unitId }: SearchResult) => positions.get(unitId) ?? Infinity;
  const ordered = order === 'rank' ? results : results.toSorted((a, b) => place(a) - place(b));
  return ordered.slice(0, limit).flatMap((result) => {
    const unit = work.units[place(result)];
    if (unit === undefined) return [];
    const lines = result.matches.flatMap((match) => composeLine(match, unit, work, placed));
    return lines.length === 0 ? [] : [{ unit, lines }];
  });
}

/** Every hit in the text, for the reading view to paint. */
export function collectHits(results: readonly SearchResult[]): readonly SearchHit[] {
  return results.flatMap(({ unitId, matches }) =>
    matches.flatMap(({ field, spans }) =>
      field.kind === 'text' ? spans.map((span) => ({ unit: unitId, language: field.language, span })) : [],
    ),
  );
}

/** In how many places something was found, notes and tags included. */
export function countPlaces(results: readonly SearchResult[]): number {
  return results.reduce(
    (sum, { matches }) => sum + matches.reduce((inUnit, { spans }) => inUnit + spans.length, 0),
    0,
  );
}

function composeLine(
  match: FieldMatch,
  unit: Unit,
  work: Work,
  placed: PlacedAnnotations,
): readonly ResultLine[] {
  const { field, spans } = match;
  if (field.kind === 'text') {
    const { language } = field;
    const length = isChinese(language) ? CHINESE_EXCERPT_LENGTH : LATIN_EXCERPT_LENGTH;
    const target = { unit: unit.id, language, span: spans[0], annotationId: undefined };
    const excerpt = makeExcerpt(segmentText(unit, language), spans, length);
    return [{ key: `${unit.id} ${language}`, field, excerpt, target }];
  }
  const found = placed.byId.get(field.annotationId);
  // The annotation was deleted after the search; the next answer, already asked for, will not have it.
  if (found === undefined) return [];
  const placement = found.placements.find((candidate) => candidate.unit === unit.id);
  const target = {
    unit: unit.id,
    language: placement?.language ?? found.orphanedTargets[0]?.language ?? work.editions[0]?.language ?? 'en',
    span: placement?.span,
    annotationId: field.annotationId,
  };
  const text = field.kind === 'note' ? found.annotation.body : field.tag;
  // What matched may have been edited since.
  const inside = spans.filter(({ end }) => end <= text.length);
  const key = `${unit.id} ${field.kind} ${field.annotationId} ${field.kind === 'tag' ? field.tag : ''}`;
  return [{ key, field, excerpt: makeExcerpt(text, inside, LATIN_EXCERPT_LENGTH), target }];
}
