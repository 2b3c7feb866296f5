import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import { alignDescribed } from './align-described.ts';
import { CONTEXT_LENGTH, isContextCut, type AnnotationTarget, type TextQuoteSelector } from './annotation.ts';
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
  const spaced = findSpacedAnew(text, quote, position.start);
  if (spaced !== undefined) {
    const span = { start: spaced, end: spaced + quote.exact.length };
    return { type: spaced === position.start ? 'exact' : 'moved', ...place, span };
  }
  const found = chooseOccurrence(work, unit, target);
  if (found !== undefined) {
    const span = { start: found.start, end: found.start + quote.exact.length };
    return { type: found.start === position.start ? 'exact' : 'moved', ...place, span };
  }
  const span = matchChangedWords(work, unit, target);
  return span === undefined ? ORPHAN : { type: 'changed', ...place, span };
}

/** Whether the words stand in another unit too with as much of their context, or with an edge that this place has lost. */
function isRivalled(work: Work, home: Unit, target: AnnotationTarget, found: Occurrence): boolean {
  const least = measureAgreement(work, home, target, found);
  return work.units.some((unit) => {
    if (unit === home) return false;
    const others = findQuoteOccurrences(segmentText(unit, target.language), target.selector[0]);
    return others.some(
      (other) =>
        measureAgreement(work, unit, target, other) >= least ||
        (countLostEdges(found) > 0 && hasEdgeBefore(other, found)),
    );
  });
}

/** Whether a unit has the words with at least so much of their context. */
function hasAgreement(work: Work, unit: Unit, target: AnnotationTarget, least: number): boolean {
  return findQuoteOccurrences(segmentText(unit, target.language), target.selector[0]).some(
    (other) => measureAgreement(work, unit, target, other) >= least,
  );
}

/** Whether the words stand in their unit with more of their context than at this place, but not as others of the old text. */
function isOutdoneAtHome(
  home: Unit,
  { language, selector: [quote] }: AnnotationTarget,
  found: Occurrence,
): boolean {
  const text = segmentText(home, language);
  return findQuoteOccurrences(text, quote).some(
    (other) => agreement(other) > agreement(found) && !isExplained(text, quote, other),
  );
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
  const from = start - prefix.length;
  const end = start + exact.length;
  const isAtEnd = suffix.length >= CONTEXT_LENGTH - 1 || end + suffix.length === text.length;
  return (
    from >= 0 &&
    isAtEnd &&
    text.startsWith(exact, start) &&
    text.startsWith(prefix, from) &&
    text.startsWith(suffix, end)
  );
}

/**
 * Where the words stand in a segment that was described from edge to edge and of which nothing but white space has changed:
 * no word did.
 */
function findSpacedAnew(
  text: string,
  { prefix, exact, suffix }: TextQuoteSelector,
  start: number,
): number | undefined {
  const isDescribedWhole = start === prefix.length && !isContextCut(suffix);
  const whole = prefix + exact + suffix;
  if (!isDescribedWhole || withoutSpace(text) !== withoutSpace(whole)) return undefined;
  const before = withoutSpace(prefix);
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    if (withoutSpace(text.slice(0, at)) === before) return at;
  }
  return undefined;
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

/** The one place of the words in the segment that every best explanation gives them, if enough stands around it. */
function chooseOccurrence(work: Work, unit: Unit, target: AnnotationTarget): Occurrence | undefined {
  const all = findQuoteOccurrences(segmentText(unit, target.language), target.selector[0]);
  const [first, second] = all;
  if (first === undefined) return undefined;
  const whole = all.filter(({ before, after }) => before.isWhole && after.isWhole);
  if (whole.length > 1) return undefined;
  const complete = all.filter(({ before, after }) => before.isComplete && after.isComplete);
  const likely = whole[0] ?? (complete.length === 1 ? complete[0] : undefined);
  if (
    likely !== undefined &&
    agreement(likely) >= (whole.length === 1 ? 0 : MIN_COMPLETE) &&
    countLostEdges(likely) < 2 &&
    !all.some((other) => hasEdgeBefore(other, likely)) &&
    !isOutdoneAtHome(unit, target, likely) &&
    !isRivalled(work, unit, target, likely)
  ) {
    return likely;
  }
  const hasWholeSide = second === undefined && (first.before.isWhole || first.after.isWhole);
  const isHeld = hasWholeSide && first.before.agreeing + first.after.agreeing >= MIN_AGREEMENT;
  const at = (start: number): Occurrence | undefined => all.find((one) => one.start === start);
  const measured = new Map<number, number>();
  const measureAt = (found: Occurrence): number => {
    const least = measured.get(found.start) ?? measureAgreement(work, unit, target, found);
    measured.set(found.start, least);
    return least;
  };
  const start = alignDescribed(work, unit, target, {
    isHeld,
    isRival: (other, place) => {
      const found = at(place);
      return found !== undefined && hasAgreement(work, other, target, measureAt(found));
    },
  });
  const found = start === undefined ? undefined : at(start);
  return found === undefined || isOutdoneAtHome(unit, target, found) ? undefined : found;
}

/** How many code units of context make words that have all of it the described ones, whatever was put around them. */
const MIN_COMPLETE = 16;

/** How many code units of context must agree beside words that stand once and have lost one side altogether. */
const MIN_AGREEMENT = 4;

/** How many edges of the segment, where the context reached them, are edges no longer. */
function countLostEdges({ before, after }: Occurrence): number {
  return [before, after].filter((side) => side.isComplete && !side.isWhole).length;
}

/** Whether another place has the edge of the segment that this one has lost, and half as much of the context. */
function hasEdgeBefore(other: Occurrence, one: Occurrence): boolean {
  const hasEdge =
    (other.before.isWhole && !one.before.isWhole) || (other.after.isWhole && !one.after.isWhole);
  return hasEdge && 2 * agreement(other) >= agreement(one);
}

/** How much of the context stands here; an edge of the segment that is still an edge counts as one code unit more. */
function agreement({ before, after }: Occurrence): number {
  return before.agreeing + Number(before.isWhole) + after.agreeing + Number(after.isWhole);
}

/** The same, with what follows in the units beside it where it reaches the edge: the unit may have been parted there. */
function measureAgreement(
  work: Work,
  unit: Unit,
  { language, selector: [{ exact, prefix, suffix }] }: AnnotationTarget,
  found: Occurrence,
): number {
  const { start, before, after } = found;
  const index = work.units.indexOf(unit);
  const textAt = (place: number): string => {
    const beside = work.units[place];
    return beside === undefined ? '' : segmentText(beside, language).trim();
  };
  let sum = agreement(found);
  if (before.agreeing === start && !before.isComplete) {
    const [rest, text] = [prefix.slice(0, prefix.length - start).trimEnd(), textAt(index - 1)];
    sum += weighPrefix(text, rest, text.length).agreeing;
  }
  if (!after.isComplete && start + exact.length + after.agreeing === segmentText(unit, language).length) {
    sum += weighSuffix(textAt(index + 1), suffix.slice(after.agreeing).trimStart(), 0).agreeing;
  }
  return sum;
}
