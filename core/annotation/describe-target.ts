import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { segmentText, type Unit } from '../text/work.ts';
import { CONTEXT_LENGTH, MAX_CONTEXT_LENGTH, type AnnotationTarget } from './annotation.ts';

/**
 * Describes words of a segment so that they can be found again: the unit, the words with what stands around them, and
 * their place. {@link CONTEXT_LENGTH} UTF-16 code units on either side are kept, or {@link MAX_CONTEXT_LENGTH} if the words
 * stand in the segment more than once. Neither the words nor their context end inside a
 * surrogate pair: a span that does is widened, a context that would is one code unit shorter.
 *
 * @throws RangeError if the span is empty or reaches outside the segment.
 */
export function describeTarget(unit: Unit, language: LanguageTag, span: TextSpan): AnnotationTarget {
  const text = segmentText(unit, language);
  if (!(0 <= span.start && span.start < span.end && span.end <= text.length)) {
    throw new RangeError(
      `[${span.start}, ${span.end}) holds no words of the ${language} segment of unit "${unit.id}" (length ${text.length})`,
    );
  }
  const start = splitsPair(text, span.start) ? span.start - 1 : span.start;
  const end = splitsPair(text, span.end) ? span.end + 1 : span.end;
  const length = chooseContextLength(text, start, end);
  const contextStart = Math.max(0, start - length);
  const contextEnd = Math.min(text.length, end + length);
  return {
    unit: unit.id,
    language,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(splitsPair(text, contextStart) ? contextStart + 1 : contextStart, start),
        suffix: text.slice(end, splitsPair(text, contextEnd) ? contextEnd - 1 : contextEnd),
      },
      { type: 'TextPositionSelector', start, end },
    ],
  };
}

/** Where the words stand in the segment more than once, as much of it as may be kept: it tells them apart. */
function chooseContextLength(text: string, start: number, end: number): number {
  const exact = text.slice(start, end);
  return text.indexOf(exact) === text.lastIndexOf(exact) ? CONTEXT_LENGTH : MAX_CONTEXT_LENGTH;
}

/** Whether cutting the text at `offset` would part the two halves of one character beyond U+FFFF. */
function splitsPair(text: string, offset: number): boolean {
  return (
    isBetween(text.charCodeAt(offset - 1), 0xd800, 0xdbff) &&
    isBetween(text.charCodeAt(offset), 0xdc00, 0xdfff)
  );
}

function isBetween(value: number, low: number, high: number): boolean {
  return low <= value && value <= high;
}
