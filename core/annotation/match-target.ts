import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import type { AnnotationTarget, TextQuoteSelector } from './annotation.ts';
import { matchChangedWords } from './match-changed-words.ts';
import { findQuoteOccurrences, type Occurrence } from './quote-occurrences.ts';

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

/**
 * How many code units of context must agree beside words that lost part of it. Fewer stand beside any look-alike:
 * treaties repeat their formulae (尊重各国网络主权, 侵犯他国网络主权).
 */
const MIN_AGREEMENT = 4;

const ORPHAN: TargetMatch = { type: 'orphan' };

/**
 * Finds the words of a target in the work. Words are taken for the described ones if they are the same, or slightly
 * edited, and their context says so; in doubt the target is an orphan, never a look-alike. Only its own unit and edition
 * are asked: selectors cannot tell words that went to another unit from the same words that stood there before
 * (docs/decisions/0010-anchoring.md). With the old text at hand `reanchor` can; `findCandidates` lets the reader.
 */
export function matchTarget(work: Work, target: AnnotationTarget): TargetMatch {
  const unit = work.units.find(({ id }) => id === target.unit);
  return unit === undefined ? ORPHAN : matchTargetInUnit(work, unit, target);
}

/** {@link matchTarget} for a caller that already has the target's unit. */
export function matchTargetInUnit(work: Work, unit: Unit, target: AnnotationTarget): TargetMatch {
  const text = segmentText(unit, target.language);
  const [quote, position] = target.selector;
  const place = { unit: target.unit, language: target.language };
  const start = standsUnchanged(text, quote, position.start)
    ? position.start
    : chooseOccurrence(findQuoteOccurrences(text, quote), position.start);
  if (start !== undefined && !isRivalled(work, unit, target, start)) {
    const span = { start, end: start + quote.exact.length };
    return { type: start === position.start ? 'exact' : 'moved', ...place, span };
  }
  const span = matchChangedWords(work, unit, target);
  return span === undefined ? ORPHAN : { type: 'changed', ...place, span };
}

/** How much more of the context must stand beside the words than beside the same words in any other unit. */
const RIVAL_MARGIN = 8;

/**
 * Whether the words stand in another unit too, with nearly as much of their context. Asked only where something of the
 * context has changed.
 */
function isRivalled(
  work: Work,
  home: Unit,
  { language, selector }: AnnotationTarget,
  start: number,
): boolean {
  const [quote, position] = selector;
  const text = segmentText(home, language);
  if (start === position.start && standsUnchanged(text, quote, start)) return false;
  const found = findQuoteOccurrences(text, quote).find((occurrence) => occurrence.start === start);
  const least = (found === undefined ? 0 : agreement(found)) - RIVAL_MARGIN;
  return work.units.some(
    (unit) =>
      unit !== home &&
      findQuoteOccurrences(segmentText(unit, language), quote).some((other) => agreement(other) >= least),
  );
}

/** The words and all their context at the described place: nearly always so, hence asked first. */
function standsUnchanged(text: string, { prefix, exact, suffix }: TextQuoteSelector, start: number): boolean {
  return prefix.length <= start && text.startsWith(prefix + exact + suffix, start - prefix.length);
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
