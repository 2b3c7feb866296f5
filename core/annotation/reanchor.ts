import { segmentText, type Unit, type Work } from '../text/work.ts';
import type { LanguageTag } from '../text/language.ts';
import { countKept, textOf, tokenize } from './align-tokens.ts';
import type { Annotation, AnnotationTarget } from './annotation.ts';
import {
  compareWorks,
  countRuns,
  follow,
  RELATED_SHARE,
  type Followed,
  type Place,
  type ComparedWorks,
  type Wanted,
} from './compare-works.ts';
import { describeTarget } from './describe-target.ts';
import { matchTarget } from './match-target.ts';
import { groupAround } from './group-units.ts';

/** What becomes of an annotation when its text is replaced. */
export interface ReanchoredAnnotation {
  /** As it was. */
  readonly annotation: Annotation;
  /** As it will be: targets and unit described on the new text, those that are lost left as they were. */
  readonly reanchored: Annotation;
  /**
   * 'kept': at the same place of the same unit. 'moved': on the same words elsewhere. 'detached': some of its words, or
   * its unit, cannot be told in the new text.
   */
  readonly outcome: 'kept' | 'moved' | 'detached';
  /** The targets that are lost. */
  readonly lost: readonly AnnotationTarget[];
}

/**
 * Moves annotations from one version of a work to another, both being at hand. Words go where they stand in every way of
 * turning the old text into the new one that keeps as much of it as possible; where two such ways disagree, only if what
 * stood around the words settles it. Else they are lost: shown as detached, never put on a look-alike.
 */
export function reanchor(
  oldWork: Work,
  newWork: Work,
  annotations: readonly Annotation[],
): readonly ReanchoredAnnotation[] {
  return reanchorBetween(compareWorks(oldWork, newWork), annotations);
}

/** The same between works that are compared already. */
export function reanchorBetween(
  works: ComparedWorks,
  annotations: readonly Annotation[],
): readonly ReanchoredAnnotation[] {
  return annotations.map((annotation) => reanchorOne(works, annotation));
}

function reanchorOne(works: ComparedWorks, annotation: Annotation): ReanchoredAnnotation {
  const { scope } = annotation;
  if (scope.type === 'work') return { annotation, reanchored: annotation, outcome: 'kept', lost: [] };
  if (scope.type === 'unit') {
    const unit = scope.orphanedFrom === undefined ? findNewUnit(works, scope.unit) : undefined;
    const outcome = unit === undefined ? 'detached' : unit.id === scope.unit ? 'kept' : 'moved';
    const reanchored =
      unit === undefined || unit.id === scope.unit
        ? annotation
        : { ...annotation, scope: { type: 'unit' as const, unit: unit.id } };
    return { annotation, reanchored, outcome, lost: [] };
  }
  const lost: AnnotationTarget[] = [];
  const targets = annotation.targets.map((target) => {
    const found = reanchorTarget(works, target);
    if (found === undefined) lost.push(target);
    return found ?? target;
  });
  const isKept = targets.every((target, index) => isSamePlace(target, annotation.targets[index]));
  return {
    annotation,
    reanchored: { ...annotation, targets },
    outcome: lost.length > 0 ? 'detached' : isKept ? 'kept' : 'moved',
    lost,
  };
}

function findNewUnit({ pairs, oldIndexById, newWork }: ComparedWorks, id: string): Unit | undefined {
  const index = oldIndexById.get(id);
  if (index === undefined) return newWork.units.find((unit) => unit.id === id);
  const newIndex = pairs.newByOld.get(index);
  return newIndex === undefined ? undefined : newWork.units[newIndex];
}

function isSamePlace(a: AnnotationTarget, b: AnnotationTarget | undefined): boolean {
  return (
    a.unit === b?.unit &&
    a.selector[1].start === b.selector[1].start &&
    a.selector[1].end === b.selector[1].end
  );
}

/** The target described on the new text; undefined if its words are lost. */
function reanchorTarget(works: ComparedWorks, target: AnnotationTarget): AnnotationTarget | undefined {
  const { oldWork, newWork, pairs, oldIndexById } = works;
  const { language } = target;
  const stood = matchTarget(oldWork, target);
  const index = oldIndexById.get(target.unit);
  const oldUnit = index === undefined ? undefined : oldWork.units[index];
  // What was detached before can only be told by its own words.
  if (stood.type === 'orphan' || index === undefined || oldUnit === undefined) {
    return describeMatch(newWork, target);
  }
  const newIndex = pairs.newByOld.get(index);
  const newUnit = newIndex === undefined ? undefined : newWork.units[newIndex];
  if (newUnit !== undefined && segmentText(newUnit, language) === segmentText(oldUnit, language)) {
    return describeTarget(newUnit, language, stood.span);
  }
  const carried = works.carry?.(oldUnit, language, stood.span);
  if (carried !== undefined) return describeTarget(carried.unit, language, carried.span);
  if (isTooLarge(works, index, language)) return describeMatch(newWork, target);
  const place = findPlace(works, index, { unit: oldUnit, language, span: stood.span });
  return place === undefined ? undefined : describeTarget(place.unit, language, place.span);
}

/** The target described anew where its own words say it is; undefined where they do not. */
function describeMatch(work: Work, target: AnnotationTarget): AnnotationTarget | undefined {
  const match = matchTarget(work, target);
  const unit = work.units.find(({ id }) => id === target.unit);
  return match.type === 'orphan' || unit === undefined
    ? undefined
    : describeTarget(unit, match.language, match.span);
}

/** Whether a unit and its new form cannot be aligned: then its words are looked for by what was described of them. */
function isTooLarge({ pairs, compare }: ComparedWorks, index: number, language: LanguageTag): boolean {
  const newIndex = pairs.newByOld.get(index);
  const group = { oldIndices: [index], newIndices: newIndex === undefined ? [] : [newIndex] };
  return pairs.areIdsTrusted && compare(group, language) === undefined;
}

/** Where words of a unit that has changed stand now, if nothing in either text speaks against it. */
function findPlace(works: ComparedWorks, index: number, wanted: Wanted): Place | undefined {
  const { newWork, pairs, newIndexById } = works;
  const { language } = wanted;
  const group = groupAround(pairs, index);
  const home = pairs.areIdsTrusted ? newIndexById.get(wanted.unit.id) : pairs.newByOld.get(index);
  const around = works.compare(group, language);
  const inAround = around && follow(around, wanted);
  const elsewhere = inAround?.isCertain === true ? inAround.places[0] : undefined;
  const isDistinctivelyElsewhere = (): boolean =>
    elsewhere !== undefined && isDistinctive(works, elsewhere.run, wanted.unit, language);
  if (home === undefined) return isDistinctivelyElsewhere() ? elsewhere : undefined;

  if (standsWholeElsewhere(works, wanted, home) || isHandedOver(works, index, home, language))
    return undefined;
  const alone = works.compare({ oldIndices: [index], newIndices: [home] }, language);
  const inAlone = alone && follow(alone, wanted);
  if (inAlone === undefined) return undefined;
  const { oldIndices, newIndices } = works.relate(index, home, group, language);
  const others = listOthers(works, [index, home], newIndices, language);
  const withOthers = [...newIndices, ...others].toSorted((a, b) => a - b);
  const related = works.compare({ oldIndices, newIndices: withOthers }, language);
  // The unit and its new form compared once more are no second witness.
  const isAlone =
    related?.before.length === alone?.before.length && related?.after.length === alone?.after.length;
  const inRelated = related && !isAlone ? follow(related, wanted) : undefined;
  const place = chooseUndoubted(inAlone, inRelated, inAround, others.length > 0);
  if (place?.unit === newWork.units[home]) return place;
  if (inAlone.places.length > 0 || elsewhere?.unit.id === wanted.unit.id) return undefined;
  return isDistinctivelyElsewhere() ? elsewhere : undefined;
}

/**
 * The place that the whole stretch and one of the narrower comparisons are certain of, or one of the three if the others
 * allow it by every weight. Where there are other units that may be the old one, the comparison with them must be certain.
 */
function chooseUndoubted(
  alone: Followed,
  related: Followed | undefined,
  around: Followed | undefined,
  mustBeRelated: boolean,
): Place | undefined {
  const all = [related, alone, around].filter((one) => one !== undefined);
  const isCertainOf = (one: Followed | undefined, place: Place): boolean =>
    one?.isCertain === true && one.places.some((other) => isSameSpot(other, place));
  const places = (mustBeRelated ? [related] : all).flatMap((one) =>
    one?.isCertain === true ? one.places : [],
  );
  return places.find(
    (place) =>
      (isCertainOf(around, place) && (isCertainOf(alone, place) || isCertainOf(related, place))) ||
      all.every(({ places: others }) => others.some((other) => other.isAgreed && isSameSpot(other, place))),
  );
}

/**
 * New units that may hold the old one besides the unit of its id: the one most like it, and those of new ids that keep more
 * of it.
 */
function listOthers(
  works: ComparedWorks,
  [index, home]: readonly [number, number],
  known: readonly number[],
  language: LanguageTag,
): readonly number[] {
  const { oldWork, oldIndexById, pairs, newWork } = works;
  const equal = new Set(pairs.equalByOld.values());
  const oldUnit = oldWork.units[index];
  const read = (unit: Unit | undefined): readonly string[] =>
    unit === undefined ? [] : tokenize(segmentText(unit, language)).map(textOf);
  const old = read(oldUnit);
  const kept = countKept(old, read(newWork.units[home]));
  return newWork.units.flatMap((unit, place) => {
    if (known.includes(place) || equal.has(place)) return [];
    if (pairs.newByOld.get(index) === place) return [place];
    if (oldIndexById.has(unit.id)) return [];
    const words = read(unit);
    const keepsMore = words.length > kept && countKept(old, words) > kept;
    const isRival =
      keepsMore && (oldUnit === undefined || !isPartedFromOther(works, place, oldUnit, language));
    return isRival ? [place] : [];
  });
}

/** Whether a unit that is no other's new form reads as the old one did: it may be the old one, under another id. */
function standsWholeElsewhere(works: ComparedWorks, { unit, language }: Wanted, home: number): boolean {
  const { pairs } = works;
  const equal = new Set(pairs.equalByOld.values());
  const text = segmentText(unit, language);
  return (
    !isJoinedWhole(works, unit, home, language) &&
    pairs.newUnits.some(
      (other, place) =>
        place !== home &&
        !equal.has(place) &&
        segmentText(other, language) === text &&
        !isPartedFromOther(works, place, unit, language),
    )
  );
}

/**
 * Whether a new unit has a new id, and its words are those that a unit beside it has lost: it was parted from that one, and
 * is not `unit` under another id.
 */
function isPartedFromOther(
  { oldWork, newWork, oldIndexById }: ComparedWorks,
  place: number,
  unit: Unit,
  language: LanguageTag,
): boolean {
  const read = (one: Unit | undefined): readonly string[] =>
    one === undefined ? [] : tokenize(segmentText(one, language)).map(textOf);
  const part = newWork.units[place];
  if (part === undefined || oldIndexById.has(part.id)) return false;
  const words = read(part);
  return [place - 1, place + 1].some((near) => {
    const rest = newWork.units[near];
    const whole = oldWork.units[oldIndexById.get(rest?.id ?? '') ?? -1];
    if (whole === undefined || whole === unit) return false;
    const old = read(whole);
    const joined = near < place ? [...read(rest), ...words] : [...words, ...read(rest)];
    return countKept(old, joined) - countKept(old, read(rest)) >= RELATED_SHARE * words.length;
  });
}

/**
 * Whether the unit of the same id has all of an old one, in one piece, joined to another whose id is gone. Then its words
 * and its id speak for it; for a unit of another id that reads so only the words.
 */
function isJoinedWhole(
  { oldWork, newWork, newIndexById }: ComparedWorks,
  unit: Unit,
  home: number,
  language: LanguageTag,
): boolean {
  const held = newWork.units[home];
  if (held === undefined || !segmentText(held, language).includes(segmentText(unit, language).trim()))
    return false;
  const words = tokenize(segmentText(held, language)).map(textOf);
  return oldWork.units.some((other) => {
    const joined = tokenize(segmentText(other, language)).map(textOf);
    const isGone = other !== unit && joined.length > 0 && !newIndexById.has(other.id);
    return isGone && countKept(joined, words) >= RELATED_SHARE * joined.length;
  });
}

/** Whether the new unit reads as another old one did that is not found under its own id: the number went to that clause. */
function isHandedOver(
  { pairs, newIndexById }: ComparedWorks,
  index: number,
  home: number,
  language: LanguageTag,
): boolean {
  const { oldUnits, newUnits } = pairs;
  const read = (unit: Unit | undefined): string => (unit === undefined ? '' : segmentText(unit, language));
  const text = read(newUnits[home]);
  return oldUnits.some(
    (old, place) =>
      place !== index && read(old) === text && read(newUnits[newIndexById.get(old.id) ?? -1]) !== text,
  );
}

function isSameSpot(a: Place, b: Place): boolean {
  return a.unit === b.unit && a.span.start === b.span.start;
}

/** Fewer tokens in a row are no evidence that words came from another unit. */
const MIN_RUN = 16;

/** Whether a run of tokens is long and stands once in the old text and once in the new: no formula. */
function isDistinctive(
  { oldWork, newWork }: ComparedWorks,
  run: readonly string[],
  unit: Unit,
  language: LanguageTag,
): boolean {
  const isLong = run.length >= MIN_RUN || run.length === tokenize(segmentText(unit, language)).length;
  return isLong && [oldWork, newWork].every((work) => countRuns(work, run, language) === 1);
}
