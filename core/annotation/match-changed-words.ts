import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import type { AnnotationTarget, TextQuoteSelector } from './annotation.ts';
import { minSimilarity, searchApproximately } from './approximate-search.ts';
import { weighPrefix, weighSuffix } from './quote-occurrences.ts';

/** How many code units of context on either side must hold changed words in their place; at an edge they may be cut off. */
const MIN_CONTEXT = 8;

/** How much more like the quote the changed words must be than anything else in the edition. */
const MARGIN = 0.1;

/**
 * The words of a target after a slight edit. They are taken only where everything that stood around them still does,
 * once in the segment, and only if they are like the quote ({@link minSimilarity}) and nothing else in the edition is
 * nearly as like: treaties repeat their formulae with one word changed. Undefined in every other case.
 */
export function matchChangedWords(work: Work, unit: Unit, target: AnnotationTarget): TextSpan | undefined {
  const [quote] = target.selector;
  const { exact } = quote;
  const least = minSimilarity(exact.length);
  if (least === 1 || Math.min(quote.prefix.length, quote.suffix.length) < MIN_CONTEXT) return undefined;
  const text = segmentText(unit, target.language);
  const span = findBetweenContext(text, quote);
  if (span === undefined) return undefined;
  const errors = countErrors(text.slice(span.start, span.end), exact, 1 - least);
  if (errors === undefined) return undefined;
  const maxErrors = Math.floor(errors + MARGIN * exact.length);
  return hasLookAlike(work, unit, target.language, span, exact, maxErrors) ? undefined : span;
}

/** What stands between the whole context on both sides, if that is one stretch only. */
function findBetweenContext(text: string, { prefix, suffix }: TextQuoteSelector): TextSpan | undefined {
  const starts = listOffsets(text, prefix)
    .map((offset) => offset + prefix.length)
    .filter((start) => weighPrefix(text, prefix, start).isWhole);
  const ends = listOffsets(text, suffix).filter((end) => weighSuffix(text, suffix, end).isWhole);
  const [start, secondStart] = starts;
  const [end, secondEnd] = ends;
  if (start === undefined || end === undefined || start >= end) return undefined;
  return secondStart === undefined && secondEnd === undefined ? { start, end } : undefined;
}

/** Where `part` begins in the text; for an empty part both edges. */
function listOffsets(text: string, part: string): number[] {
  if (part === '') return [0, text.length];
  const offsets: number[] = [];
  for (let offset = text.indexOf(part); offset !== -1; offset = text.indexOf(part, offset + 1)) {
    offsets.push(offset);
  }
  return offsets;
}

/** How much of a text is not the pattern, in code units; undefined if more than the given share of the pattern's length. */
function countErrors(text: string, pattern: string, maxShare: number): number | undefined {
  const maxErrors = Math.floor(maxShare * pattern.length);
  const [best] = searchApproximately(text, pattern, maxErrors);
  if (best === undefined) return undefined;
  const errors = best.errors + text.length - (best.span.end - best.span.start);
  return errors <= maxErrors ? errors : undefined;
}

function hasLookAlike(
  work: Work,
  home: Unit,
  language: LanguageTag,
  span: TextSpan,
  exact: string,
  maxErrors: number,
): boolean {
  return work.units.some((unit) => {
    const text = segmentText(unit, language);
    const others = unit === home ? [text.slice(0, span.start), text.slice(span.end)] : [text];
    return others.some((other) => searchApproximately(other, exact, maxErrors).length > 0);
  });
}
