import { CONTEXT_LENGTH, type TextQuoteSelector } from './annotation.ts';

/** One side of the described context beside one occurrence of the words. */
export interface Side {
  /** Code units that agree, counted from the words outwards. */
  readonly agreeing: number;
  readonly isComplete: boolean;
  /** Complete, and either long or still reaching to the edge of the segment: all that was described is there. */
  readonly isWhole: boolean;
}

/** The quoted words somewhere in a segment, and how much of their context stands beside them. */
export interface Occurrence {
  /** In UTF-16 code units of the segment. */
  readonly start: number;
  readonly before: Side;
  readonly after: Side;
}

/** Every occurrence of the exact words, overlapping ones too, from the start of the text. */
export function findQuoteOccurrences(text: string, quote: TextQuoteSelector): Occurrence[] {
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

/** How much of the described context stands before `start`. */
export function weighPrefix(text: string, prefix: string, start: number): Side {
  let agreeing = 0;
  while (agreeing < prefix.length && prefix.at(-1 - agreeing) === text[start - 1 - agreeing]) agreeing += 1;
  return weigh(agreeing, prefix.length, start === agreeing);
}

/** How much of the described context stands after `end`. */
export function weighSuffix(text: string, suffix: string, end: number): Side {
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
