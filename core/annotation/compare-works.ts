import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { Carrier } from '../text/word-moves.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import {
  alignTokens,
  countKept,
  splitJoined,
  textOf,
  tokenize,
  type Alignment,
  type Token,
} from './align-tokens.ts';
import type { UnitGroup } from './group-units.ts';
import { pairUnits, type UnitPairs } from './pair-units.ts';

/** Two versions of a work, compared as far as is asked. */
export interface ComparedWorks {
  readonly oldWork: Work;
  readonly newWork: Work;
  readonly pairs: UnitPairs;
  readonly oldIndexById: ReadonlyMap<string, number>;
  readonly newIndexById: ReadonlyMap<string, number>;
  /** The comparison of two stretches in one edition; undefined if they are too large for it. */
  readonly compare: (group: UnitGroup, language: LanguageTag) => Comparison | undefined;
  /** An old unit and its new form, with those units of a group that were joined to it or parted from it. */
  readonly relate: (oldIndex: number, newIndex: number, group: UnitGroup, language: LanguageTag) => UnitGroup;
  /** Where words went, as far as whoever made the new text says it. */
  readonly carry?: Carrier;
}

/** One token and the unit it stands in. */
export interface PlacedToken extends Token {
  readonly unit: Unit;
}

/** Two stretches of units and how the one became the other. */
export interface Comparison {
  readonly before: readonly PlacedToken[];
  readonly after: readonly PlacedToken[];
  readonly alignment: Alignment;
}

/** So many comparisons are remembered: annotations of one unit are asked one after the other, in two editions. */
const REMEMBERED = 4;

/** Pairs the units of two versions and prepares to compare them. */
export function compareWorks(oldWork: Work, newWork: Work): ComparedWorks {
  const known = new Map<string, Comparison | undefined>();
  return {
    oldWork,
    newWork,
    pairs: pairUnits(oldWork, newWork),
    oldIndexById: new Map(oldWork.units.map(({ id }, index) => [id, index])),
    newIndexById: new Map(newWork.units.map(({ id }, index) => [id, index])),
    compare: ({ oldIndices, newIndices }, language) => {
      const key = `${language} ${oldIndices.join()} ${newIndices.join()}`;
      if (!known.has(key)) {
        const [oldest] = known.keys();
        if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
        const before = placeTokens(oldWork, oldIndices, language);
        const after = splitJoined(placeTokens(newWork, newIndices, language), before);
        const alignment = alignTokens(before.map(textOf), after.map(textOf));
        known.set(key, alignment === undefined ? undefined : { before, after, alignment });
      }
      return known.get(key);
    },
    relate: (oldIndex, newIndex, group, language) =>
      relateUnits(oldWork, newWork, [oldIndex, newIndex], group, language),
  };
}

/** The share of a unit's words that must be found in the other version once it is compared too. */
export const RELATED_SHARE = 0.6;

function relateUnits(
  oldWork: Work,
  newWork: Work,
  [oldIndex, newIndex]: readonly [number, number],
  group: UnitGroup,
  language: LanguageTag,
): UnitGroup {
  const read = (work: Work, indices: readonly number[]): readonly string[] =>
    placeTokens(work, indices, language).map(textOf);
  const alone = countKept(read(oldWork, [oldIndex]), read(newWork, [newIndex]));
  const isRelated = (before: readonly number[], after: readonly number[], length: number): boolean =>
    length > 0 && countKept(read(oldWork, before), read(newWork, after)) - alone >= RELATED_SHARE * length;
  return {
    oldIndices: group.oldIndices.filter(
      (index) =>
        index === oldIndex || isRelated(inOrder(index, oldIndex), [newIndex], read(oldWork, [index]).length),
    ),
    newIndices: [...new Set([...group.newIndices, newIndex])]
      .toSorted((a, b) => a - b)
      .filter(
        (index) =>
          index === newIndex ||
          isRelated([oldIndex], inOrder(index, newIndex), read(newWork, [index]).length),
      ),
  };
}

function inOrder(a: number, b: number): readonly number[] {
  return a < b ? [a, b] : [b, a];
}

function placeTokens(work: Work, indices: readonly number[], language: LanguageTag): PlacedToken[] {
  return indices.flatMap((index) => {
    const unit = work.units[index];
    return unit === undefined
      ? []
      : tokenize(segmentText(unit, language)).map((token) => ({ ...token, unit }));
  });
}

/** Words of the old text. */
export interface Wanted {
  readonly unit: Unit;
  readonly language: LanguageTag;
  readonly span: TextSpan;
}

/** Where words of the old text stand in the new one. */
export interface Place {
  readonly unit: Unit;
  readonly span: TextSpan;
  /** The longest run of tokens around the words that is the same in both texts, each inside one unit. */
  readonly run: readonly string[];
  /** Whether they may by every weight. */
  readonly isAgreed: boolean;
}

/** What a comparison says of some words. */
export interface Followed {
  /** Where they may stand: every place that some best explanation gives them. */
  readonly places: readonly Place[];
  readonly isCertain: boolean;
  /** How many tokens were compared, old and new, and how many of them can be kept. */
  readonly size: readonly [number, number];
  readonly kept: number;
}

/** Follows words through a comparison. Undefined if they are not in it. */
export function follow(comparison: Comparison, wanted: Wanted): Followed | undefined {
  const { before, after, alignment } = comparison;
  const range = findTokens(comparison, wanted);
  if (range === undefined) return undefined;
  const { from, to } = range;
  const survival = alignment.findSurvival(from, to);
  const places = survival.starts.flatMap((start) => {
    const place = findInRun(after.slice(start, start + to - from), before.slice(from, to), wanted.span);
    if (place === undefined) return [];
    const run = commonRun(before, from, after, start, to - from);
    return [{ ...place, run, isAgreed: survival.agreed.includes(start) }];
  });
  return {
    places,
    isCertain: survival.isCertain && places.length === 1,
    size: [before.length, after.length],
    kept: alignment.kept,
  };
}

function findTokens(
  { before }: Comparison,
  { unit, span }: Wanted,
): { readonly from: number; readonly to: number } | undefined {
  const from = before.findIndex((token) => token.unit === unit && token.span.end > span.start);
  if (from === -1) return undefined;
  let to = from;
  while (before[to]?.unit === unit && (before[to]?.span.start ?? span.end) < span.end) to += 1;
  return to === from ? undefined : { from, to };
}

/** The longest run of the same tokens around `length` of them, inside one unit on either side; empty if they differ. */
function commonRun(
  before: readonly PlacedToken[],
  from: number,
  after: readonly PlacedToken[],
  start: number,
  length: number,
): readonly string[] {
  const shift = start - from;
  const isSame = (i: number): boolean =>
    before[i] !== undefined &&
    before[i].text === after[i + shift]?.text &&
    before[i].unit === before[from]?.unit &&
    after[i + shift]?.unit === after[start]?.unit;
  let [first, last] = [from, from];
  while (last < from + length && isSame(last)) last += 1;
  if (last < from + length) return [];
  while (isSame(last)) last += 1;
  while (isSame(first - 1)) first -= 1;
  return before.slice(first, last).map(textOf);
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
  if (first.unit !== last.unit || run.some(({ isPart }) => isPart)) return undefined;
  // White space at the ends of the span stands outside the tokens; it is left out.
  const start = first.span.start + Math.max(0, span.start - oldFirst.span.start);
  const end = last.span.end - Math.max(0, oldLast.span.end - span.end);
  return { unit: first.unit, span: { start, end } };
}

/** Tokens as one string, in which only whole tokens are found. */
function joinTokens(tokens: readonly string[]): string {
  return `\0${tokens.join('\0')}\0`;
}

/** How often a run of tokens stands in an edition. */
export function countRuns(work: Work, run: readonly string[], language: LanguageTag): number {
  const wanted = joinTokens(run);
  let count = 0;
  for (const unit of work.units) {
    const text = joinTokens(tokenize(segmentText(unit, language)).map(textOf));
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) count += 1;
  }
  return count;
}
