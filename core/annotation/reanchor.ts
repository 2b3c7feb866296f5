import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import { alignTokens, tokenize, type Alignment, type Token } from './align-tokens.ts';
import type { Annotation, AnnotationTarget } from './annotation.ts';
import { describeTarget } from './describe-target.ts';
import { matchTarget } from './match-target.ts';
import { groupAround, pairUnits, type UnitGroup, type UnitPairs } from './pair-units.ts';

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
  const revision = compareWorks(oldWork, newWork);
  return annotations.map((annotation) => reanchorOne(revision, annotation));
}

interface Revision {
  readonly oldWork: Work;
  readonly newWork: Work;
  readonly pairs: UnitPairs;
  readonly oldIndex: ReadonlyMap<string, number>;
  /** The comparison of two stretches, made once. */
  readonly compare: (group: UnitGroup, language: LanguageTag) => Comparison | undefined;
}

/** One token and the unit it stands in. */
interface PlacedToken extends Token {
  readonly unit: Unit;
}

interface Comparison {
  readonly before: readonly PlacedToken[];
  readonly after: readonly PlacedToken[];
  readonly alignment: Alignment;
}

function compareWorks(oldWork: Work, newWork: Work): Revision {
  const pairs = pairUnits(oldWork, newWork);
  const known = new Map<string, Comparison | undefined>();
  return {
    oldWork,
    newWork,
    pairs,
    oldIndex: new Map(oldWork.units.map(({ id }, index) => [id, index])),
    compare: ({ oldIndices, newIndices }, language) => {
      const key = `${language} ${oldIndices.join()} ${newIndices.join()}`;
      if (!known.has(key)) {
        const before = placeTokens(oldWork, oldIndices, language);
        const after = placeTokens(newWork, newIndices, language);
        const alignment = alignTokens(before.map(textOf), after.map(textOf));
        known.set(key, alignment === undefined ? undefined : { before, after, alignment });
      }
      return known.get(key);
    },
  };
}

function textOf({ text }: Token): string {
  return text;
}

function placeTokens(work: Work, indices: readonly number[], language: LanguageTag): PlacedToken[] {
  return indices.flatMap((index) => {
    const unit = work.units[index];
    return unit === undefined
      ? []
      : tokenize(segmentText(unit, language)).map((token) => ({ ...token, unit }));
  });
}

function reanchorOne(revision: Revision, annotation: Annotation): ReanchoredAnnotation {
  const { scope } = annotation;
  if (scope.type === 'work') return { annotation, reanchored: annotation, outcome: 'kept', lost: [] };
  if (scope.type === 'unit') {
    const unit = findNewUnit(revision, scope.unit);
    const outcome = unit === undefined ? 'detached' : unit.id === scope.unit ? 'kept' : 'moved';
    const reanchored =
      unit === undefined || unit.id === scope.unit
        ? annotation
        : { ...annotation, scope: { type: 'unit' as const, unit: unit.id } };
    return { annotation, reanchored, outcome, lost: [] };
  }
  const lost: AnnotationTarget[] = [];
  const targets = annotation.targets.map((target) => {
    const found = reanchorTarget(revision, target);
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

function findNewUnit({ pairs, oldIndex, newWork }: Revision, id: string): Unit | undefined {
  const index = oldIndex.get(id);
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
function reanchorTarget(revision: Revision, target: AnnotationTarget): AnnotationTarget | undefined {
  const { oldWork, newWork, pairs, oldIndex } = revision;
  const { language } = target;
  const stood = matchTarget(oldWork, target);
  const index = oldIndex.get(target.unit);
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
  const wanted: Wanted = { unit: oldUnit, language, span: stood.span };
  const around = revision.compare(groupAround(pairs, index), language);
  const alone =
    newIndex === undefined
      ? undefined
      : revision.compare({ oldIndices: [index], newIndices: [newIndex] }, language);
  const found = [around, alone].map((comparison) => comparison && follow(comparison, wanted));
  return settle(revision, target, newUnit, found);
}

function describeMatch(work: Work, target: AnnotationTarget): AnnotationTarget | undefined {
  const match = matchTarget(work, target);
  const unit = work.units.find(({ id }) => id === target.unit);
  return match.type === 'orphan' || unit === undefined
    ? undefined
    : describeTarget(unit, match.language, match.span);
}

/** Words of the old text. */
interface Wanted {
  readonly unit: Unit;
  readonly language: LanguageTag;
  readonly span: TextSpan;
}

interface Place {
  readonly unit: Unit;
  readonly span: TextSpan;
  /** The longest run of tokens around the words that is the same in both texts. */
  readonly run: readonly string[];
}

interface Followed {
  readonly places: readonly Place[];
  readonly isCertain: boolean;
  /** How many tokens of the old text are kept. */
  readonly kept: number;
  /** How many tokens were compared, old and new. */
  readonly size: readonly [number, number];
  /** Whether the same words stand in another unit of the old text that was compared too. */
  readonly hasRival: boolean;
}

/** Follows words through a comparison. */
function follow({ before, after, alignment }: Comparison, { unit, span }: Wanted): Followed {
  const from = before.findIndex((token) => token.unit === unit && token.span.end > span.start);
  const size = [before.length, after.length] as const;
  const { kept } = alignment;
  const none: Followed = { places: [], isCertain: false, kept, size, hasRival: false };
  if (from === -1) return none;
  let to = from;
  while (before[to]?.unit === unit && (before[to]?.span.start ?? span.end) < span.end) to += 1;
  if (to === from) return none;
  const survival = alignment.findSurvival(from, to);
  const places = survival.starts.flatMap((start) => {
    const found = findInRun(after.slice(start, start + to - from), before.slice(from, to), span);
    return found === undefined ? [] : [{ ...found, run: extendRun(before, from, to, after, start) }];
  });
  const others = before.filter((token) => token.unit !== unit);
  const hasRival = joinRun(others).includes(joinRun(before.slice(from, to)));
  return { places, isCertain: survival.isCertain && places.length === 1, kept, size, hasRival };
}

function extendRun(
  before: readonly PlacedToken[],
  from: number,
  to: number,
  after: readonly PlacedToken[],
  start: number,
): readonly string[] {
  const isSame = (i: number, j: number): boolean =>
    before[i] !== undefined &&
    before[i].text === after[j]?.text &&
    before[i].unit === before[from]?.unit &&
    after[j].unit === after[start]?.unit;
  let [first, last] = [from, to];
  while (isSame(first - 1, start + first - 1 - from)) first -= 1;
  while (isSame(last, start + last - from)) last += 1;
  return before.slice(first, last).map(textOf);
}

/** Decides between what the comparison of the surroundings says and that of the unit alone. */
function settle(
  revision: Revision,
  target: AnnotationTarget,
  newUnit: Unit | undefined,
  [around, alone]: readonly (Followed | undefined)[],
): AnnotationTarget | undefined {
  const { language } = target;
  const [placeAlone] = alone?.places ?? [];
  const isSameId = placeAlone?.unit.id === target.unit;
  if (alone?.isCertain === true && placeAlone !== undefined && isSameId && !isRelated(around, alone)) {
    return describeTarget(placeAlone.unit, language, placeAlone.span);
  }
  const [place] = around?.places ?? [];
  if (around?.isCertain === true && place !== undefined) {
    const isAtHome = place.unit === newUnit && newUnit.id === target.unit;
    const isAgreed =
      alone === undefined ||
      (!isAtHome && alone.places.length === 0) ||
      alone.places.some((other) => isSameSpot(other, place));
    const isTold =
      isAtHome ||
      isOwnId(revision, place, target, around.hasRival) ||
      isDistinctive(revision, place.run, language);
    return isAgreed && isTold ? describeTarget(place.unit, language, place.span) : undefined;
  }
  // Several ways, all as good: the context decides, if it speaks for one of them.
  const described = revision.pairs.areIdsTrusted ? describeMatch(revision.newWork, target) : undefined;
  const possible = around?.hasRival === true ? [] : (around?.places ?? []);
  const isPossible = possible.some(
    ({ unit, span }) => unit.id === described?.unit && span.start === described.selector[1].start,
  );
  return isPossible ? described : undefined;
}

/** The share of the words of units around that must be found for them to belong to what happened. */
const RELATED_SHARE = 0.25;

/**
 * Whether the unpaired units around belong to what happened: whether they hold the same words, or many of their words are
 * found when they are compared too. Else they were only added or taken away, and would lend their words to chance.
 */
function isRelated(around: Followed | undefined, alone: Followed): boolean {
  if (around === undefined) return false;
  if (around.hasRival) return true;
  const extras = [around.size[0] - alone.size[0], around.size[1] - alone.size[1]].filter(
    (extra) => extra > 0,
  );
  return extras.length > 0 && around.kept - alone.kept >= RELATED_SHARE * Math.min(...extras);
}

/** Whether the words are in the unit of the old id, and that is no other old unit's new form or holds the old one whole. */
function isOwnId(
  { pairs, oldIndex, newWork, oldWork }: Revision,
  place: Place,
  target: AnnotationTarget,
  hasRival: boolean,
): boolean {
  if (place.unit.id !== target.unit || !pairs.areIdsTrusted) return false;
  const index = oldIndex.get(target.unit);
  const holder = pairs.oldByNew.get(newWork.units.indexOf(place.unit));
  if (holder === undefined || holder === index) return true;
  if (hasRival) return false;
  const oldUnit = index === undefined ? undefined : oldWork.units[index];
  return oldUnit !== undefined && place.run.length === tokenize(segmentText(oldUnit, target.language)).length;
}

/** Tokens as one string, in which only whole tokens are found. */
function joinRun(tokens: readonly Token[]): string {
  return `\0${tokens.map(textOf).join('\0')}\0`;
}

function isSameSpot(a: Place, b: Place): boolean {
  return a.unit === b.unit && a.span.start === b.span.start;
}

/** Fewer tokens in a row are no evidence that words came from another unit. */
const MIN_RUN = 12;

/** Whether a run of tokens is long and stands once in the old text and once in the new: no formula. */
function isDistinctive(
  { oldWork, newWork }: Revision,
  run: readonly string[],
  language: LanguageTag,
): boolean {
  return run.length >= MIN_RUN && [oldWork, newWork].every((work) => countRuns(work, run, language) === 1);
}

function countRuns(work: Work, run: readonly string[], language: LanguageTag): number {
  const wanted = `\0${run.join('\0')}\0`;
  let count = 0;
  for (const unit of work.units) {
    const text = joinRun(tokenize(segmentText(unit, language)));
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) count += 1;
  }
  return count;
}

/** The span in a run of new tokens that answers the span in the same run of old ones; a run lies in one unit. */
function findInRun(
  run: readonly PlacedToken[],
  oldRun: readonly Token[],
  span: TextSpan,
): { readonly unit: Unit; readonly span: TextSpan } | undefined {
  const [first, last] = [run[0], run.at(-1)];
  const [oldFirst, oldLast] = [oldRun[0], oldRun.at(-1)];
  if (first === undefined || last === undefined || oldFirst === undefined || oldLast === undefined)
    return undefined;
  if (first.unit !== last.unit) return undefined;
  // White space at the ends of the span stands outside the tokens; it is left out.
  const start = first.span.start + Math.max(0, span.start - oldFirst.span.start);
  const end = last.span.end - Math.max(0, oldLast.span.end - span.end);
  return { unit: first.unit, span: { start, end } };
}
