import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import { CONTEXT_LENGTH, type AnnotationTarget, type TextQuoteSelector } from './annotation.ts';

/** Where the words of a target stand now. */
export type TargetMatch =
  | {
      /** 'exact': at the described place. 'moved': elsewhere in the same segment, beyond doubt. */
      readonly type: 'exact' | 'moved';
      readonly unit: string;
      readonly language: LanguageTag;
      readonly span: TextSpan;
    }
  | { readonly type: 'orphan' };

/**
 * How many code units of context must agree beside words that lost part of it. Fewer stand beside any look-alike:
 * treaties repeat their formulae (尊重各国网络主权, 侵犯他国网络主权).
 */
const MIN_AGREEMENT = 4;

const ORPHAN: TargetMatch = { type: 'orphan' };

/**
 * Finds the words of a target in the work, in its unit and edition only. Words are taken for the described ones if they
 * are the same and their context says so; in doubt the target is an orphan, never a look-alike.
 */
export function matchTarget(work: Work, target: AnnotationTarget): TargetMatch {
  const unit = work.units.find(({ id }) => id === target.unit);
  return unit === undefined ? ORPHAN : matchTargetInUnit(unit, target);
}

/** {@link matchTarget} for a caller that already has the target's unit. */
export function matchTargetInUnit(unit: Unit, target: AnnotationTarget): TargetMatch {
  const text = segmentText(unit, target.language);
  const [quote, position] = target.selector;
  const start = standsUnchanged(text, quote, position.start)
    ? position.start
    : chooseOccurrence(findOccurrences(text, quote), position.start);
  if (start === undefined) return ORPHAN;
  return {
    type: start === position.start ? 'exact' : 'moved',
    unit: target.unit,
    language: target.language,
    span: { start, end: start + quote.exact.length },
  };
}

/** The words and all their context at the described place: nearly always so, hence asked first. */
function standsUnchanged(text: string, { prefix, exact, suffix }: TextQuoteSelector, start: number): boolean {
  return prefix.length <= start && text.startsWith(prefix + exact + suffix, start - prefix.length);
}

/** One side of the described context beside one occurrence of the words. */
interface Side {
  /** Code units that agree, counted from the words outwards. */
  readonly agreeing: number;
  readonly isComplete: boolean;
  /** Complete, and either long or still reaching to the edge of the segment: all that was described is there. */
  readonly isWhole: boolean;
}

interface Occurrence {
  readonly start: number;
  readonly before: Side;
  readonly after: Side;
}

function chooseOccurrence(all: readonly Occurrence[], describedStart: number): number | undefined {
  const whole = all.filter(({ before, after }) => before.isWhole && after.isWhole);
  if (whole.length > 0) return whole.length === 1 ? whole[0]?.start : undefined;

  const [best, second] = all.toSorted((a, b) => agreement(b) - agreement(a));
  if (best === undefined || !isCredible(best, describedStart, second === undefined)) return undefined;
  return second === undefined || agreement(second) < agreement(best) ? best.start : undefined;
}

function isCredible({ start, before, after }: Occurrence, describedStart: number, isOnly: boolean): boolean {
  const total = before.agreeing + after.agreeing;
  if (start === describedStart && (before.isWhole || after.isWhole || total >= MIN_AGREEMENT)) return true;
  if (before.isComplete && after.isComplete && (isOnly || total >= 2 * MIN_AGREEMENT)) return true;
  // Words that stand once may have lost one side altogether; words that stand elsewhere too need some of both.
  return isOnly
    ? (before.isWhole || after.isWhole) && total >= MIN_AGREEMENT
    : (before.isWhole && after.agreeing >= MIN_AGREEMENT) ||
        (after.isWhole && before.agreeing >= MIN_AGREEMENT);
}

/** How much of the context stands here; an edge of the segment that is still an edge counts as one code unit more. */
function agreement({ before, after }: Occurrence): number {
  return before.agreeing + Number(before.isWhole) + after.agreeing + Number(after.isWhole);
}

function findOccurrences(text: string, quote: TextQuoteSelector): Occurrence[] {
  const { exact } = quote;
  const occurrences: Occurrence[] = [];
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    occurrences.push({
      start,
      before: weighPrefix(text, quote.prefix, start),
      after: weighSuffix(text, quote.suffix, start + exact.length),
    });
  }
  return occurrences;
}

function weighPrefix(text: string, prefix: string, start: number): Side {
  let agreeing = 0;
  while (agreeing < prefix.length && prefix.at(-1 - agreeing) === text[start - 1 - agreeing]) agreeing += 1;
  return weigh(agreeing, prefix.length, start === agreeing);
}

function weighSuffix(text: string, suffix: string, end: number): Side {
  let agreeing = 0;
  while (agreeing < suffix.length && suffix[agreeing] === text[end + agreeing]) agreeing += 1;
  return weigh(agreeing, suffix.length, end + agreeing === text.length);
}

function weigh(agreeing: number, length: number, reachesEdge: boolean): Side {
  const isComplete = agreeing === length;
  // One short of the full context: `describeTarget` leaves out half a surrogate pair.
  const isLong = length >= CONTEXT_LENGTH - 1;
  return { agreeing, isComplete, isWhole: isComplete && (isLong || reachesEdge) };
}
