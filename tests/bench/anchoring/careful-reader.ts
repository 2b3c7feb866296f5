import { describeTarget } from '../../../core/annotation/describe-target.ts';
import type { TextSpan } from '../../../core/text/text-span.ts';
import type { AnchoringCase } from './generate-case.ts';
import { findTruth, type Answer } from './judge-answer.ts';
import { isBlank, joinTokens, toWork, type TracedToken, type TracedUnit } from './traced-text.ts';
import { bestScore, type Condition } from './best-score.ts';

/**
 * How readers weigh: how many lost words one place of change is worth. Whoever has only the two texts explains the new
 * one by a history, the likelier the more of the old words it keeps and the fewer places it changes.
 */
const WEIGHTS = [0, 1, 2, 3] as const;

/**
 * Whether no reader could know that an answer is wrong: by every weight, some history that puts the marked words where
 * the answer has them is as likely as the true one.
 */
export function isAsLikely(
  anchoringCase: AnchoringCase,
  answer: NonNullable<Answer>,
  knows: Knowledge,
): boolean {
  if (readsAsBefore(anchoringCase, answer) || isMove(anchoringCase, answer)) return true;
  return COMPARISONS[knows].some((compare) => isAsLikelyIn(compare(anchoringCase), anchoringCase, answer));
}

function isAsLikelyIn(
  { before, after, from, length }: Comparison,
  anchoringCase: AnchoringCase,
  answer: NonNullable<Answer>,
): boolean {
  const unit = anchoringCase.after.find(({ id }) => id === answer.unit);
  const covered = unit === undefined ? [] : solidIn(unit, answer.span);
  const start = after.findIndex((token) => token === covered[0]);
  if (start === -1) return false;
  const isSame =
    covered.length === length &&
    before.slice(from, from + length).every(({ text }, index) => after[start + index]?.text === text);
  const condition: Condition = isSame
    ? { type: 'run', from, length, start }
    : { type: 'within', from, length, start, end: start + covered.length };
  return WEIGHTS.every(
    (weight) => bestScore(before, after, weight, condition) >= trueScore(before, after, weight),
  );
}

/**
 * Whether a careful reader may doubt that words which really stand in their unit do so: by some weight another history,
 * with one of them taken away or elsewhere, is as likely; or they stand elsewhere with more of their neighbours.
 */
export function isDoubtful(anchoringCase: AnchoringCase, knows: Knowledge): boolean {
  return (
    hasBetterCopy(anchoringCase) || COMPARISONS[knows].some((compare) => isDoubtfulIn(compare(anchoringCase)))
  );
}

function isDoubtfulIn({ before, after, from, length }: Comparison): boolean {
  const places = before
    .slice(from, from + length)
    .map(({ id }) => after.findIndex((token) => token.id === id));
  return WEIGHTS.some((weight) => {
    const truth = trueScore(before, after, weight);
    return places.some((place, index) => {
      const condition: Condition = { type: 'not', old: from + index, place };
      return bestScore(before, after, weight, condition) >= truth;
    });
  });
}

/** Whether the answer is the old place in a unit that reads exactly as before: its words are the same to any reader. */
function readsAsBefore({ after, target }: AnchoringCase, answer: NonNullable<Answer>): boolean {
  const unit = after.find(({ id }) => id === answer.unit);
  return (
    unit?.id === target.unit.id &&
    joinTokens(unit.tokens) === joinTokens(target.unit.tokens) &&
    answer.span.start === target.span.start &&
    answer.span.end === target.span.end
  );
}

/** So many words in a row that stood once in the old text and stand elsewhere now may have been moved there. */
const MOVE_LENGTH = 12;

/** Whether the answer has more of the old neighbours than the true place has, or as many: a move, to any reader. */
function isMove(anchoringCase: AnchoringCase, answer: NonNullable<Answer>): boolean {
  const { after, target } = anchoringCase;
  const unit = after.find(({ id }) => id === answer.unit);
  if (unit === undefined || unit.id === target.unit.id) return false;
  const { tokens, from, to } = markedIn(anchoringCase);
  const run = longestRun(tokens, from, to, solid(unit), false);
  return (
    (run >= MOVE_LENGTH || run === tokens.length) && run >= trueRun(anchoringCase) && !isTold(anchoringCase)
  );
}

/** Whether the words stand in a unit that reads as theirs did, under the same id. */
function isTold({ after, target }: AnchoringCase): boolean {
  const unit = after.find(({ id }) => id === target.unit.id);
  return unit !== undefined && joinTokens(unit.tokens) === joinTokens(target.unit.tokens);
}

/** Whether the words stand, newly typed, in another unit with more of their neighbours than at their true place. */
function hasBetterCopy(anchoringCase: AnchoringCase): boolean {
  const { after } = anchoringCase;
  const { tokens, from, to } = markedIn(anchoringCase);
  const truth = findTruth(anchoringCase);
  return after.some(
    (unit) =>
      unit !== truth.unit && longestRun(tokens, from, to, solid(unit), false) > trueRun(anchoringCase),
  );
}

function markedIn({ target }: AnchoringCase) {
  const tokens = solid(target.unit);
  const marked = readWords(target.unit.tokens.slice(target.from, target.to));
  const from = tokens.findIndex((token) => token === marked[0]);
  return { tokens, from, to: from + marked.length };
}

function trueRun(anchoringCase: AnchoringCase): number {
  const { tokens, from, to } = markedIn(anchoringCase);
  return Math.max(...anchoringCase.after.map((unit) => longestRun(tokens, from, to, solid(unit), true)), 0);
}

/** The longest run of the same words around the marked ones, by their identity or by their looks; 0 without them. */
function longestRun(
  old: readonly TracedToken[],
  from: number,
  to: number,
  now: readonly TracedToken[],
  byIdentity: boolean,
): number {
  const isSame = (i: number, j: number): boolean => {
    const [a, b] = [old[i], now[j]];
    return a !== undefined && b !== undefined && (byIdentity ? a.id === b.id : a.text === b.text);
  };
  let longest = 0;
  for (let start = 0; start + to - from <= now.length; start += 1) {
    let [first, last] = [from, from];
    while (last < to && isSame(last, start + last - from)) last += 1;
    if (last < to) continue;
    while (isSame(last, start + last - from)) last += 1;
    while (isSame(first - 1, start + first - 1 - from)) first -= 1;
    longest = Math.max(longest, last - first);
  }
  return longest;
}

/** The score of the true history. Words that changed their order count as taken away and added. */
function trueScore(before: readonly TracedToken[], after: readonly TracedToken[], weight: number): number {
  return bestScore(before, after, weight, { type: 'identity' });
}

function solid({ tokens }: TracedUnit): readonly TracedToken[] {
  return readWords(tokens);
}

/** Where two words were run together so that any reader sees it: "RepublicChina", "2016The". */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})/u;

const partsOf = new WeakMap<TracedToken, readonly TracedToken[]>();

/**
 * The words as a reader sees them: without what stands between them, and apart where two were typed as one. A text that is
 * made of clauses run together has such words from the beginning; typed once more they are one new word, but nobody reads it so.
 */
function readWords(tokens: readonly TracedToken[]): readonly TracedToken[] {
  return tokens.flatMap((token) => {
    if (isBlank(token)) return [];
    const parts = token.text.split(SEAM);
    if (parts.length === 1) return [token];
    const known =
      partsOf.get(token) ?? parts.map((text, index) => ({ id: token.id + index / parts.length, text }));
    partsOf.set(token, known);
    return known;
  });
}

/** The words that a span of a unit covers. */
function solidIn({ tokens }: TracedUnit, span: TextSpan): readonly TracedToken[] {
  let end = 0;
  return tokens
    .flatMap((token) => (isBlank(token) ? [token] : readWords([token])))
    .filter((token) => {
      const start = end;
      end += token.text.length;
      return start < span.end && span.start < end && !isBlank(token);
    });
}

/** Two stretches, and where the marked words stand in the old one. */
interface Comparison {
  readonly before: readonly TracedToken[];
  readonly after: readonly TracedToken[];
  readonly from: number;
  readonly length: number;
}

/** The marked words' unit alone, and what there is in the new text that came from no other. */
function compareOwn(anchoringCase: AnchoringCase): Comparison {
  const { before, target } = anchoringCase;
  const others = listIds(before, new Set(before.map(({ id }) => id).filter((id) => id !== target.unit.id)));
  const { tokens, from, to } = markedIn(anchoringCase);
  const { after } = compareRelated(anchoringCase);
  return { before: tokens, after: after.filter(({ id }) => !others.has(id)), from, length: to - from };
}

/** Both texts whole, the new units in the order of the old ones that they came from. */
function compareWhole(anchoringCase: AnchoringCase): Comparison {
  const { before, after } = anchoringCase;
  const { tokens, from, to } = markedIn(anchoringCase);
  const origins = new Map(before.flatMap((unit, index) => unit.tokens.map(({ id }) => [id, index] as const)));
  let latest = -1;
  const placed = after.map((unit) => {
    const origin = unit.tokens.map(({ id }) => origins.get(id)).find((index) => index !== undefined);
    latest = origin ?? latest;
    return { unit, origin: latest };
  });
  const old = before.flatMap(solid);
  return {
    before: old,
    after: placed.toSorted((a, b) => a.origin - b.origin).flatMap(({ unit }) => solid(unit)),
    from: old.findIndex((token) => token === tokens[from]),
    length: to - from,
  };
}

/** The edge of a segment, as a word that is the same everywhere: selectors tell where it was if they reach it. */
const EDGE: TracedToken = { id: 0, text: '\n' };

/**
 * What stood beyond the described text and what stands beyond the new one. They are not the same, whatever they are: that
 * the text happens to end behind some words is no sign of them, for the described text did not end with the whole.
 */
const [OLD_BEYOND, NEW_BEYOND]: readonly [TracedToken, TracedToken] = [
  { id: -1, text: '\n\n' },
  { id: -2, text: '\n\n\n' },
];

/** The old text as far as the selectors tell it, and the new one. */
function compareDescribed({ before, after, language, target }: AnchoringCase): Comparison {
  const work = toWork(before, language);
  const unit = work.units.find(({ id }) => id === target.unit.id);
  const [quote] = unit === undefined ? [] : describeTarget(unit, language, target.span).selector;
  const [first, last] = [
    target.span.start - (quote?.prefix.length ?? 0),
    target.span.end + (quote?.suffix.length ?? 0),
  ];
  let end = 0;
  const described = readWords(
    target.unit.tokens.filter((token) => {
      const start = end;
      end += token.text.length;
      return start >= first && end <= last;
    }),
  );
  const known = [
    OLD_BEYOND,
    ...(first === 0 ? [EDGE] : []),
    ...described,
    ...(last === end ? [EDGE] : []),
    OLD_BEYOND,
  ];
  const marked = readWords(target.unit.tokens.slice(target.from, target.to));
  return {
    before: known,
    after: [NEW_BEYOND, ...after.flatMap((one) => [EDGE, ...solid(one), EDGE]), NEW_BEYOND],
    from: known.findIndex((token) => token === marked[0]),
    length: marked.length,
  };
}

/** What a reader has in hand: the whole old text, or only what the selectors kept of it. */
export type Knowledge = 'both texts' | 'selectors';

/** Another history may concern the units concerned, the words' own unit, or the whole text. */
const COMPARISONS = {
  'both texts': [compareRelated, compareOwn, compareWhole],
  selectors: [compareRelated, compareOwn, compareWhole, compareDescribed],
} as const;

/** The marked words' unit with every unit that shares words with it, before and after, as far as that leads. */
function compareRelated({ before, after, target }: AnchoringCase): Comparison {
  const oldUnits = new Set([target.unit.id]);
  const newUnits = new Set<string>();
  for (let size = -1; size !== oldUnits.size + newUnits.size;) {
    size = oldUnits.size + newUnits.size;
    const oldIds = listIds(before, oldUnits);
    for (const unit of after) {
      if (unit.id === target.unit.id || unit.tokens.some(({ id }) => oldIds.has(id))) newUnits.add(unit.id);
    }
    const newIds = listIds(after, newUnits);
    for (const unit of before) if (unit.tokens.some(({ id }) => newIds.has(id))) oldUnits.add(unit.id);
  }
  const marked = readWords(target.unit.tokens.slice(target.from, target.to));
  const old = before.filter(({ id }) => oldUnits.has(id)).flatMap(solid);
  return {
    before: old,
    after: after.filter(({ id }) => newUnits.has(id)).flatMap(solid),
    from: old.findIndex((token) => token === marked[0]),
    length: marked.length,
  };
}

function listIds(units: readonly TracedUnit[], names: ReadonlySet<string>): ReadonlySet<number> {
  return new Set(units.filter(({ id }) => names.has(id)).flatMap(({ tokens }) => tokens.map(({ id }) => id)));
}
