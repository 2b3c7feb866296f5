import { describeTarget } from '../../annotation/describe-target.ts';
import type { AnnotationTarget } from '../../annotation/annotation.ts';
import type { LanguageTag } from '../../text/language.ts';
import { segmentText, type Unit, type Work } from '../../text/work.ts';

/** Words another program has quoted. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Words of a work, described as Duizhao describes them. */
export interface PlacedQuote {
  readonly workId: string;
  readonly target: AnnotationTarget;
}

/** Fewer letters than this with their context are found by chance. A Han character counts as two. */
const MIN_EVIDENCE = 8;

/**
 * The one place in the works where quoted words stand beyond doubt: the words to the letter, what is quoted around them
 * agreeing as far as the segment reaches (another program's text may go on where our segment ends), and nothing else in
 * the library that could be meant. Undefined in any doubt: treaties repeat their formulae.
 */
export function placeQuote(works: readonly Work[], quote: Quote): PlacedQuote | undefined {
  let found: PlacedQuote | undefined;
  for (const work of works) {
    for (const unit of work.units) {
      for (const { language } of work.editions) {
        for (const start of findAgreeing(unit, language, quote)) {
          if (found !== undefined) return undefined;
          const span = { start, end: start + quote.exact.length };
          found = { workId: work.id, target: describeTarget(unit, language, span) };
        }
      }
    }
  }
  return found;
}

function findAgreeing(unit: Unit, language: LanguageTag, { exact, prefix, suffix }: Quote): number[] {
  const text = segmentText(unit, language);
  const starts: number[] = [];
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    const before = text.slice(Math.max(0, start - prefix.length), start);
    const after = text.slice(end, end + suffix.length);
    const agrees = prefix.endsWith(before) && suffix.startsWith(after);
    if (agrees && weigh(before + exact + after) >= MIN_EVIDENCE) starts.push(start);
  }
  return starts;
}

function weigh(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
