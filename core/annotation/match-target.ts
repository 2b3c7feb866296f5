import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import { alignTokens, countKept, textOf, tokenize, type Token } from './align-tokens.ts';
import { CONTEXT_LENGTH, type AnnotationTarget, type TextQuoteSelector } from './annotation.ts';
import { matchChangedWords } from './match-changed-words.ts';
import { findQuoteOccurrences, weighPrefix, weighSuffix, type Occurrence } from './quote-occurrences.ts';

/** Where the words of a target stand now. */
export type TargetMatch =
  | {
      /**
       * 'exact': at the described place. 'moved': elsewhere in the same segment, beyond doubt. 'changed': slightly
       * edited, between all that stood around them.
       */
      readonly type: 'exact' | 'moved' | 'changed';
      readonly unit: string;
      readonly language: LanguageTag;
      readonly span: TextSpan;
    }
  | { readonly type: 'orphan' };

const ORPHAN: TargetMatch = { type: 'orphan' };

/**
 * Finds the words of a target in the work. Words are taken for the described ones if they are the same, or slightly
 * edited, and their context says so; in doubt the target is an orphan, never a look-alike. Only its own unit and edition
 * are asked: selectors cannot tell words that went to another unit from the same words that stood there before
 * (docs/decisions/0010-anchoring.md). With the old text at hand `reanchor` can; `findCandidates` lets the reader. A target
 * that was given up when the text was replaced is not looked for.
 */
export function matchTarget(work: Work, target: AnnotationTarget): TargetMatch {
  const unit = work.units.find(({ id }) => id === target.unit);
  return unit === undefined ? ORPHAN : matchTargetInUnit(work, unit, target);
}

/** {@link matchTarget} for a caller that already has the target's unit. */
export function matchTargetInUnit(work: Work, unit: Unit, target: AnnotationTarget): TargetMatch {
  if (target.orphanedFrom !== undefined) return ORPHAN;
  const text = segmentText(unit, target.language);
  const [quote, position] = target.selector;
  const place = { unit: target.unit, language: target.language };
  if (standsUnchanged(text, quote, position.start)) {
    const span = { start: position.start, end: position.start + quote.exact.length };
    return { type: 'exact', ...place, span };
  }
  const found = chooseOccurrence(work, unit, target);
  if (found !== undefined && !isRivalled(work, unit, target, found)) {
    const span = { start: found.start, end: found.start + quote.exact.length };
    return { type: found.start === position.start ? 'exact' : 'moved', ...place, span };
  }
  const span = matchChangedWords(work, unit, target);
  return span === undefined ? ORPHAN : { type: 'changed', ...place, span };
}

/** Whether the words stand in another unit too with as much of their context, or in this one with more. */
function isRivalled(
  work: Work,
  home: Unit,
  { language, selector }: AnnotationTarget,
  found: Occurrence,
): boolean {
  const [quote] = selector;
  const least = agreement(found);
  return work.units.some((unit) => {
    const text = segmentText(unit, language);
    return findQuoteOccurrences(text, quote).some((other) =>
      unit === home
        ? agreement(other) > least && !isExplained(text, quote, other)
        : agreement(other) >= least,
    );
  });
}

/** Whether an occurrence has more in common with the same words elsewhere in the described text: it is those. */
function isExplained(text: string, quote: TextQuoteSelector, { start, before, after }: Occurrence): boolean {
  const { prefix, exact, suffix } = quote;
  const whole = prefix + exact + suffix;
  return findQuoteOccurrences(whole, quote).some((own) => {
    if (own.start === prefix.length) return false;
    const left = weighPrefix(text, whole.slice(0, own.start), start).agreeing;
    const right = weighSuffix(text, whole.slice(own.start + exact.length), start + exact.length).agreeing;
    return left + right >= before.agreeing + after.agreeing;
  });
}

/**
 * The words and all their context at the described place, to the edges of the segment where they reached them: nearly
 * always so, hence asked first.
 */
function standsUnchanged(text: string, { prefix, exact, suffix }: TextQuoteSelector, start: number): boolean {
  const whole = prefix + exact + suffix;
  const from = start - prefix.length;
  const isAtEnd = suffix.length >= CONTEXT_LENGTH - 1 || from + whole.length === text.length;
  return from >= 0 && isAtEnd && text.startsWith(whole, from);
}

/** The one place of the words in the segment that every best explanation gives them, if enough stands around it. */
function chooseOccurrence(work: Work, unit: Unit, target: AnnotationTarget): Occurrence | undefined {
  const all = findQuoteOccurrences(segmentText(unit, target.language), target.selector[0]);
  const whole = all.filter(({ before, after }) => before.isWhole && after.isWhole);
  if (whole.length > 0) return whole.length === 1 ? whole[0] : undefined;
  const complete = all.filter(({ before, after }) => before.isComplete && after.isComplete);
  const [only] = complete;
  if (only !== undefined && complete.length === 1 && agreement(only) >= MIN_COMPLETE) return only;
  const [first, second] = all;
  if (first === undefined) return undefined;
  const hasWholeSide = second === undefined && (first.before.isWhole || first.after.isWhole);
  const isHeld = hasWholeSide && first.before.agreeing + first.after.agreeing >= MIN_AGREEMENT;
  const start = alignDescribed(work, unit, target, isHeld);
  return all.find((occurrence) => occurrence.start === start);
}

/** How many code units of context make words that have all of it the described ones, whatever was put around them. */
const MIN_COMPLETE = 16;

/** How many code units of context must agree beside words that stand once and have lost one side altogether. */
const MIN_AGREEMENT = 4;

/** How much of the described text must be kept for its words to be the described ones, if little stands beside them. */
const MIN_KEPT_SHARE = 0.5;

/** How many words must stand beside them otherwise. */
const MIN_NEIGHBOURS = 4;

/**
 * Where the described words, with their context, stand in the unit by every best explanation; undefined in doubt. The units
 * beside it are looked at too: they may have been parted from it, or may carry its old number.
 */
function alignDescribed(
  work: Work,
  unit: Unit,
  target: AnnotationTarget,
  isHeld: boolean,
): number | undefined {
  const { tokens: before, from, to, start } = tokenizeDescribed(target);
  const index = work.units.indexOf(unit);
  const after = work.units
    .slice(Math.max(0, index - 1), index + 2)
    .flatMap((near) =>
      tokenize(segmentText(near, target.language)).map((token) => ({ ...token, unit: near })),
    );
  const at = alignTokens(before.map(textOf), after.map(textOf))?.findCertain(from, to);
  if (at === undefined) return undefined;
  const [first, found] = [before[from], after[at]];
  if (first === undefined || found?.unit !== unit) return undefined;
  let neighbours = 0;
  for (const step of [1, -1]) {
    let [i, j] = step === 1 ? [to, at + to - from] : [from - 1, at - 1];
    while (before[i] !== undefined && before[i]?.text === after[j]?.text) {
      neighbours += 1;
      [i, j] = [i + step, j + step];
    }
  }
  const kept = countKept(before.map(textOf), readWords(unit, target.language));
  const isCredible = isHeld || neighbours >= MIN_NEIGHBOURS || kept >= MIN_KEPT_SHARE * before.length;
  return isCredible && !isKeptBetter(work, unit, target, before, kept)
    ? found.span.start + start - first.span.start
    : undefined;
}

/** A piece of the context, in code units, without which no other unit is compared. */
const PIECE_LENGTH = 12;

/** Whether a unit farther off keeps more of the described text: it may be the described one, under another id. */
function isKeptBetter(
  work: Work,
  home: Unit,
  { language, selector: [{ prefix, exact, suffix }] }: AnnotationTarget,
  described: readonly Token[],
  kept: number,
): boolean {
  const whole = prefix + exact + suffix;
  const pieces = [
    whole.slice(0, PIECE_LENGTH),
    prefix.slice(-PIECE_LENGTH),
    suffix.slice(0, PIECE_LENGTH),
    whole.slice(-PIECE_LENGTH),
  ].filter((piece) => piece.length === PIECE_LENGTH);
  const index = work.units.indexOf(home);
  const words = described.map(textOf);
  return work.units.some((unit, place) => {
    if (Math.abs(place - index) <= 1) return false;
    const text = segmentText(unit, language);
    if (!pieces.some((piece) => text.includes(piece))) return false;
    const other = readWords(unit, language);
    return other.length > kept && countKept(words, other) > kept;
  });
}

/** The words of units that were compared already: one unit is a rival of many targets. */
const knownWords = new WeakMap<Unit, Map<LanguageTag, readonly string[]>>();

function readWords(unit: Unit, language: LanguageTag): readonly string[] {
  const known = knownWords.get(unit) ?? new Map<LanguageTag, readonly string[]>();
  knownWords.set(unit, known);
  const words = known.get(language) ?? tokenize(segmentText(unit, language)).map(textOf);
  known.set(language, words);
  return words;
}

/** The described words with their context: its tokens, those of the words [from, to), and where the words start. */
function tokenizeDescribed({ selector: [{ prefix, exact, suffix }, position] }: AnnotationTarget) {
  const [start, end] = [prefix.length, prefix.length + exact.length];
  const isCutBefore = position.start > prefix.length;
  const isCutAfter = suffix.length >= CONTEXT_LENGTH - 1;
  const all = tokenize(prefix + exact + suffix);
  // A word that the context cuts in two is another word.
  const tokens = all.filter(
    ({ span }, index) =>
      (span.start < end && span.end > start) ||
      ((index > 0 || !isCutBefore) && (index < all.length - 1 || !isCutAfter)),
  );
  const from = tokens.findIndex(({ span }) => span.end > start);
  const to = tokens.findLastIndex(({ span }) => span.start < end) + 1;
  return { tokens, from, to, start };
}

/** How much of the context stands here; an edge of the segment that is still an edge counts as one code unit more. */
function agreement({ before, after }: Occurrence): number {
  return before.agreeing + Number(before.isWhole) + after.agreeing + Number(after.isWhole);
}
