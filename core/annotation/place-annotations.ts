import { compareSpans, type TextSpan } from '../text/text-span.ts';
import type { LanguageTag } from '../text/language.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import type { Annotation, AnnotationTarget } from './annotation.ts';
import { compareText } from './compare-text.ts';
import { matchTargetInUnit } from './match-target.ts';

/** Words of the work that an annotation stands on. */
export interface Placement {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly span: TextSpan;
  /** How far into the work the words begin: the unit's index plus the share of the segment before them. */
  readonly place: number;
}

/** An annotation and where its targets stand in the work as it is now. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  /** By place, earliest first; empty if every target is detached. */
  readonly placements: readonly Placement[];
  /** Targets whose words cannot be found. An annotation may have some targets placed and others orphaned. */
  readonly orphanedTargets: readonly AnnotationTarget[];
}

/** All annotations of a work, placed. */
export interface PlacedAnnotations {
  /** The work they are placed in. */
  readonly work: Work;
  /** Those with at least one placement, by their first one. */
  readonly placed: readonly PlacedAnnotation[];
  /** Those with none, oldest first. */
  readonly orphans: readonly PlacedAnnotation[];
  /** Per unit id, those with a placement in that unit, each once, by place within the unit. Units without any are absent. */
  readonly byUnit: ReadonlyMap<string, readonly PlacedAnnotation[]>;
  readonly byId: ReadonlyMap<string, PlacedAnnotation>;
}

/**
 * Places annotations in a work. Given the `previous` result, annotations and units that have not changed keep their
 * objects, so that views which compare by identity stay still; a result for another work is not looked at.
 */
export function placeAnnotations(
  work: Work,
  annotations: readonly Annotation[],
  previous?: PlacedAnnotations,
): PlacedAnnotations {
  const index = indexWork(work);
  const before = previous?.work === work ? previous : undefined;
  const all = annotations.map((annotation) => {
    const known = before?.byId.get(annotation.id);
    return known?.annotation === annotation ? known : placeAnnotation(index, annotation, known);
  });
  return {
    work,
    placed: all.filter(({ placements }) => placements.length > 0).sort(compareByPlace),
    orphans: all.filter(({ placements }) => placements.length === 0).sort(compareByCreation),
    byUnit: groupByUnit(all, before),
    byId: new Map(all.map((placed) => [placed.annotation.id, placed])),
  };
}

interface WorkIndex {
  readonly units: ReadonlyMap<string, { readonly unit: Unit; readonly index: number }>;
  /** Rank of each edition; in a tie the first column comes first. */
  readonly languages: ReadonlyMap<LanguageTag, number>;
}

function indexWork(work: Work): WorkIndex {
  return {
    units: new Map(work.units.map((unit, index) => [unit.id, { unit, index }])),
    languages: new Map(work.editions.map(({ language }, rank) => [language, rank])),
  };
}

function placeAnnotation(
  index: WorkIndex,
  annotation: Annotation,
  known: PlacedAnnotation | undefined,
): PlacedAnnotation {
  if (known !== undefined && known.annotation.targets === annotation.targets) return { ...known, annotation };
  const placements: Placement[] = [];
  const orphanedTargets: AnnotationTarget[] = [];
  for (const target of annotation.targets) {
    const placement = placeTarget(index, target);
    if (placement === undefined) orphanedTargets.push(target);
    else placements.push(placement);
  }
  const rank = ({ language }: Placement) => index.languages.get(language) ?? index.languages.size;
  placements.sort((a, b) => a.place - b.place || rank(a) - rank(b) || compareSpans(a.span, b.span));
  return { annotation, placements, orphanedTargets };
}

function placeTarget(index: WorkIndex, target: AnnotationTarget): Placement | undefined {
  const entry = index.units.get(target.unit);
  if (entry === undefined) return undefined;
  const match = matchTargetInUnit(entry.unit, target);
  if (match.type === 'orphan') return undefined;
  const { unit, language, span } = match;
  return { unit, language, span, place: entry.index + span.start / segmentText(entry.unit, language).length };
}

function groupByUnit(
  all: readonly PlacedAnnotation[],
  previous: PlacedAnnotations | undefined,
): Map<string, readonly PlacedAnnotation[]> {
  const groups = new Map<string, PlacedAnnotation[]>();
  for (const placed of all) {
    for (const { unit } of placed.placements) {
      const group = groups.get(unit);
      if (group === undefined) groups.set(unit, [placed]);
      else if (group.at(-1) !== placed) group.push(placed);
    }
  }
  return new Map(
    [...groups].map(([unit, group]): [string, readonly PlacedAnnotation[]] => {
      group.sort((a, b) => comparePlacements(firstIn(a, unit), firstIn(b, unit)) || compareByCreation(a, b));
      const before = previous?.byUnit.get(unit);
      return [unit, before !== undefined && hasSameItems(before, group) ? before : group];
    }),
  );
}

function hasSameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function firstIn(placed: PlacedAnnotation, unit: string): Placement | undefined {
  return placed.placements.find((placement) => placement.unit === unit);
}

/** Orders annotations by their first placement, then the older first; those without a placement come last. */
export function compareByPlace(a: PlacedAnnotation, b: PlacedAnnotation): number {
  return comparePlacements(a.placements[0], b.placements[0]) || compareByCreation(a, b);
}

function comparePlacements(a: Placement | undefined, b: Placement | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return a.place - b.place || compareSpans(a.span, b.span);
}

function compareByCreation(a: PlacedAnnotation, b: PlacedAnnotation): number {
  return (
    compareText(a.annotation.created, b.annotation.created) || compareText(a.annotation.id, b.annotation.id)
  );
}
