import { compareSpans, type TextSpan } from '../text/text-span.ts';
import type { LanguageTag } from '../text/language.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import type { Annotation, AnnotationTarget, UnitScope } from './annotation.ts';
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
  /**
   * Where it comes in the order of the text: the place of its first words; for one on a unit the unit's index, hence
   * before the words of the unit; for one on the work -1. Undefined where that is gone from the work.
   */
  readonly place: number | undefined;
}

/** All annotations of a work, placed. */
export interface PlacedAnnotations {
  /** The work they are placed in. */
  readonly work: Work;
  /** Those with a place, in its order: on the work first, then on units and on words. */
  readonly placed: readonly PlacedAnnotation[];
  /** Those whose words or unit are gone, oldest first. */
  readonly orphans: readonly PlacedAnnotation[];
  /** Those on the work as such, oldest first. */
  readonly onWork: readonly PlacedAnnotation[];
  /**
   * Per unit id, those on the unit as such, oldest first, then those with words in it, each once, by place within the
   * unit. Units without any are absent.
   */
  readonly byUnit: ReadonlyMap<string, readonly PlacedAnnotation[]>;
  readonly byId: ReadonlyMap<string, PlacedAnnotation>;
}

/**
 * Places annotations in a work. Given the `previous` result, annotations and units that have not changed keep their
 * objects, so that views which compare by identity stay still, and little more than what has changed is looked at; a
 * result for another work is not used.
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
  const rewritten = before === undefined ? undefined : findRewritten(all, before);
  if (before !== undefined && rewritten?.size === 0) return before;
  if (before !== undefined && rewritten !== undefined) return replaceRewritten(before, rewritten);
  const byId = new Map(all.map((placed) => [placed.annotation.id, placed]));
  const placed = listPlaced(all, byId, before).sort(compareByPlace);
  return {
    work,
    placed,
    orphans: all.filter(({ place }) => place === undefined).sort(compareByCreation),
    onWork: placed.filter(({ annotation }) => annotation.scope.type === 'work'),
    byUnit: groupByUnit(placed, byId, before),
    byId,
  };
}

/** What was placed before, and the same with other content. */
type Rewritten = ReadonlyMap<PlacedAnnotation, PlacedAnnotation>;

/**
 * What has changed, if all that has are the words and marks of annotations that stand where they stood: so it is with every
 * key that is typed into a note. Undefined where anything else has changed.
 */
function findRewritten(all: readonly PlacedAnnotation[], { byId }: PlacedAnnotations): Rewritten | undefined {
  if (all.length !== byId.size) return undefined;
  const rewritten = new Map<PlacedAnnotation, PlacedAnnotation>();
  for (const now of all) {
    const known = byId.get(now.annotation.id);
    if (known === now) continue;
    if (known === undefined || !isRewritten(known, now)) return undefined;
    rewritten.set(known, now);
  }
  return rewritten;
}

function isRewritten(known: PlacedAnnotation, now: PlacedAnnotation): boolean {
  const { annotation } = known;
  return (
    annotation.targets === now.annotation.targets &&
    annotation.scope === now.annotation.scope &&
    annotation.created === now.annotation.created
  );
}

/** Every list in the order it had. */
function replaceRewritten(before: PlacedAnnotations, rewritten: Rewritten): PlacedAnnotations {
  const replaceIn = (list: readonly PlacedAnnotation[]): readonly PlacedAnnotation[] =>
    list.some((one) => rewritten.has(one)) ? list.map((one) => rewritten.get(one) ?? one) : list;
  const byUnit = new Map(before.byUnit);
  const byId = new Map(before.byId);
  for (const now of rewritten.values()) {
    byId.set(now.annotation.id, now);
    for (const unit of listUnits(now)) byUnit.set(unit, replaceIn(byUnit.get(unit) ?? []));
  }
  return {
    work: before.work,
    placed: replaceIn(before.placed),
    orphans: replaceIn(before.orphans),
    onWork: replaceIn(before.onWork),
    byUnit,
    byId,
  };
}

/** In the order they had before, as far as they had one: what is nearly in order is sorted in one run. */
function listPlaced(
  all: readonly PlacedAnnotation[],
  byId: ReadonlyMap<string, PlacedAnnotation>,
  previous: PlacedAnnotations | undefined,
): PlacedAnnotation[] {
  const listed: PlacedAnnotation[] = [];
  for (const { annotation } of previous?.placed ?? []) {
    const now = byId.get(annotation.id);
    if (now?.place !== undefined) listed.push(now);
  }
  for (const placed of all) {
    const wasListed = previous?.byId.get(placed.annotation.id)?.place !== undefined;
    if (!wasListed && placed.place !== undefined) listed.push(placed);
  }
  return listed;
}

interface WorkIndex {
  readonly work: Work;
  readonly units: ReadonlyMap<string, { readonly unit: Unit; readonly index: number }>;
  /** Rank of each edition; in a tie the first column comes first. */
  readonly languages: ReadonlyMap<LanguageTag, number>;
}

function indexWork(work: Work): WorkIndex {
  return {
    work,
    units: new Map(work.units.map((unit, index) => [unit.id, { unit, index }])),
    languages: new Map(work.editions.map(({ language }, rank) => [language, rank])),
  };
}

function placeAnnotation(
  index: WorkIndex,
  annotation: Annotation,
  known: PlacedAnnotation | undefined,
): PlacedAnnotation {
  const { scope, targets } = annotation;
  if (known !== undefined && known.annotation.targets === targets && known.annotation.scope === scope) {
    return { ...known, annotation };
  }
  if (scope.type !== 'words') {
    const place = scope.type === 'work' ? -1 : findUnit(index, scope)?.index;
    return { annotation, placements: [], orphanedTargets: [], place };
  }
  const placements: Placement[] = [];
  const orphanedTargets: AnnotationTarget[] = [];
  for (const target of targets) {
    const placement = placeTarget(index, target);
    if (placement === undefined) orphanedTargets.push(target);
    else placements.push(placement);
  }
  const rank = ({ language }: Placement) => index.languages.get(language) ?? index.languages.size;
  placements.sort((a, b) => a.place - b.place || rank(a) - rank(b) || compareSpans(a.span, b.span));
  return { annotation, placements, orphanedTargets, place: placements[0]?.place };
}

function findUnit(index: WorkIndex, { unit, orphanedFrom }: UnitScope) {
  return orphanedFrom === undefined ? index.units.get(unit) : undefined;
}

function placeTarget(index: WorkIndex, target: AnnotationTarget): Placement | undefined {
  const entry = index.units.get(target.unit);
  if (entry === undefined) return undefined;
  const match = matchTargetInUnit(index.work, entry.unit, target);
  if (match.type === 'orphan') return undefined;
  const { unit, language, span } = match;
  return { unit, language, span, place: entry.index + span.start / segmentText(entry.unit, language).length };
}

/** Takes what has a place in the order of its places: within a unit little or nothing is left to sort. */
function groupByUnit(
  placed: readonly PlacedAnnotation[],
  byId: ReadonlyMap<string, PlacedAnnotation>,
  previous: PlacedAnnotations | undefined,
): ReadonlyMap<string, readonly PlacedAnnotation[]> {
  const changed = placed.filter((one) => previous?.byId.get(one.annotation.id) !== one);
  const gone: PlacedAnnotation[] = [];
  for (const one of previous?.byId.values() ?? []) {
    if (byId.get(one.annotation.id) !== one) gone.push(one);
  }
  if (previous !== undefined && changed.length === 0 && gone.length === 0) return previous.byUnit;
  const groups = new Map<string, PlacedAnnotation[]>();
  const outdated = new Set(gone);
  for (const unit of gone.flatMap(listUnits)) {
    groups.set(unit, previous?.byUnit.get(unit)?.filter((one) => !outdated.has(one)) ?? []);
  }
  for (const one of changed) {
    for (const unit of listUnits(one)) {
      const group = groups.get(unit) ?? [...(previous?.byUnit.get(unit) ?? [])];
      group.push(one);
      groups.set(unit, group);
    }
  }
  const byUnit = new Map(previous?.byUnit);
  for (const [unit, group] of groups) {
    if (group.length === 0) byUnit.delete(unit);
    else
      byUnit.set(
        unit,
        group.sort((a, b) => compareInUnit(a, b, unit)),
      );
  }
  return byUnit;
}

/** The units an annotation belongs to, each once. */
function listUnits({ annotation, placements, place }: PlacedAnnotation): readonly string[] {
  const { scope } = annotation;
  if (scope.type === 'unit') return place === undefined ? [] : [scope.unit];
  const [first] = placements;
  if (first !== undefined && placements.length === 1) return [first.unit];
  return [...new Set(placements.map(({ unit }) => unit))];
}

/** What is on the unit as such comes first. */
function compareInUnit(a: PlacedAnnotation, b: PlacedAnnotation, unit: string): number {
  const [first, second] = [firstIn(a, unit), firstIn(b, unit)];
  if (first === undefined || second === undefined) {
    return Number(first !== undefined) - Number(second !== undefined) || compareByCreation(a, b);
  }
  return comparePlacements(first, second) || compareByCreation(a, b);
}

function firstIn(placed: PlacedAnnotation, unit: string): Placement | undefined {
  return placed.placements.find((placement) => placement.unit === unit);
}

/**
 * Orders annotations by their places, what is on a unit as such before its words; then the older first. Those without a
 * place come last.
 */
export function compareByPlace(a: PlacedAnnotation, b: PlacedAnnotation): number {
  if (a.place === undefined || b.place === undefined) {
    return Number(a.place === undefined) - Number(b.place === undefined) || compareByCreation(a, b);
  }
  // Nearly always decided here, and tens of thousands of times while a text is opened.
  if (a.place !== b.place) return a.place - b.place;
  const first = a.placements[0];
  const second = b.placements[0];
  if (first !== undefined && second !== undefined) {
    return compareSpans(first.span, second.span) || compareByCreation(a, b);
  }
  return Number(first !== undefined) - Number(second !== undefined) || compareByCreation(a, b);
}

function comparePlacements(a: Placement, b: Placement): number {
  return a.place - b.place || compareSpans(a.span, b.span);
}

function compareByCreation(a: PlacedAnnotation, b: PlacedAnnotation): number {
  return (
    compareText(a.annotation.created, b.annotation.created) || compareText(a.annotation.id, b.annotation.id)
  );
}
