import type { LanguageTag } from '../text/language.ts';
import { compareSpans, type TextSpan } from '../text/text-span.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import type { AnnotationTarget } from './annotation.ts';
import { minSimilarity, searchApproximately } from './approximate-search.ts';
import { findQuoteOccurrences, weighPrefix, weighSuffix } from './quote-occurrences.ts';

/** A place where the words of a detached target may stand now. The reader chooses; the program never does. */
export interface Candidate {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly span: TextSpan;
  /** 0 to 1: how like the words and their context are; for the same likeness the nearer to the old place is first. */
  readonly score: number;
}

/** A choice of more is a search. */
const MAX_CANDIDATES = 5;

/** The words count for most of the score, what stands around them for the rest. */
const WORDS_SHARE = 0.7;

/** What a reader may be asked about can be less alike than what the program would take by itself. */
const LENIENCE = 0.2;

/**
 * Where the words of a target, or words like them, stand in its edition: in its unit, near it, anywhere in the work. At
 * most {@link MAX_CANDIDATES}, best first. Reads the whole edition, so ask only for what is shown.
 */
export function findCandidates(work: Work, target: AnnotationTarget): readonly Candidate[] {
  const home = work.units.findIndex(({ id }) => id === target.unit);
  const found = work.units.flatMap((unit, index) =>
    findInUnit(unit, target).map((candidate) => ({
      candidate,
      distance: home === -1 ? 0 : Math.abs(index - home),
    })),
  );
  return found
    .toSorted(
      (a, b) =>
        b.candidate.score - a.candidate.score ||
        a.distance - b.distance ||
        compareSpans(a.candidate.span, b.candidate.span),
    )
    .slice(0, MAX_CANDIDATES)
    .map(({ candidate }) => candidate);
}

function findInUnit(unit: Unit, target: AnnotationTarget): Candidate[] {
  const { language } = target;
  const text = segmentText(unit, language);
  const [quote] = target.selector;
  const { exact, prefix, suffix } = quote;
  const place = (span: TextSpan, similarity: number): Candidate => {
    const agreeing =
      weighPrefix(text, prefix, span.start).agreeing + weighSuffix(text, suffix, span.end).agreeing;
    const context = prefix.length + suffix.length;
    const share = context === 0 ? Number(span.start === 0 && span.end === text.length) : agreeing / context;
    return { unit: unit.id, language, span, score: WORDS_SHARE * similarity + (1 - WORDS_SHARE) * share };
  };
  const same = findQuoteOccurrences(text, quote);
  if (same.length > 0) return same.map(({ start }) => place({ start, end: start + exact.length }, 1));
  const least = minSimilarity(exact.length);
  if (least === 1) return [];
  const maxErrors = Math.floor((1 - least + LENIENCE) * exact.length);
  return searchApproximately(text, exact, maxErrors).map(({ span, errors }) =>
    place(span, 1 - errors / exact.length),
  );
}
