import { foldText } from '../search/fold-text.ts';
import { splitRuns } from '../search/word-runs.ts';
import type { Steps } from '../steps.ts';
import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { segmentText } from '../text/work.ts';
import type { ConcordanceCorpus } from './concordance-corpus.ts';

/**
 * Everything a corpus says in one language as a sequence of numbers: one for each different word (character of scripts
 * written without spaces). A sentence or segment ends with a number that stands nowhere else, so that nothing that
 * recurs runs over its end.
 */
export interface TokenStream {
  /** Numbers from 0 below `alphabetSize`, dense. */
  readonly tokens: Int32Array;
  readonly alphabetSize: number;
  /** Whether the token at a position is the end of a sentence. */
  readonly isEnd: (position: number) => boolean;
  /** Where the tokens from one position to before another stand; both in the same sentence. */
  readonly placeOf: (
    from: number,
    to: number,
  ) => { readonly work: number; readonly unit: number; readonly span: TextSpan };
}

/** Ends a sentence. A comma does not: formulas are long and have commas of their own. */
const SENTENCE_END = /[.!?;。！？；…\n]/u;
const SEGMENTS_A_STEP = 50;

/** Numbers the words of a corpus in a language. */
export function* readTokens(corpus: ConcordanceCorpus, language: LanguageTag): Steps<TokenStream> {
  const numbers = new Map<string, number>();
  const tokens: number[] = [];
  // Four numbers a token: work, unit, start, end in the segment as it stands.
  const places: number[] = [];
  const push = (number: number, place: readonly number[]): void => {
    tokens.push(number);
    places.push(...place);
  };
  let read = 0;
  for (const [work, { units }] of corpus.works.entries()) {
    for (const [unit, { segments }] of units.entries()) {
      read += 1;
      if (read % SEGMENTS_A_STEP === 0) yield;
      const text = segments[language] ?? '';
      if (text === '') continue;
      for (const token of tokenize(text)) {
        if (token === null) push(-1, [work, unit, 0, 0]);
        else {
          const number = numbers.get(token.word) ?? numbers.size;
          numbers.set(token.word, number);
          push(number, [work, unit, token.span.start, token.span.end]);
        }
      }
      push(-1, [work, unit, 0, 0]);
    }
  }
  return packStream(tokens, places, numbers.size);
}

function packStream(tokens: readonly number[], places: readonly number[], wordCount: number): TokenStream {
  let ends = 0;
  const packed = Int32Array.from(tokens, (number) => (number === -1 ? wordCount + ends++ : number));
  const table = Int32Array.from(places);
  const at = (position: number, member: number): number => table[position * 4 + member] ?? 0;
  return {
    tokens: packed,
    alphabetSize: wordCount + ends,
    isEnd: (position) => (packed[position] ?? wordCount) >= wordCount,
    placeOf: (from, to) => ({
      work: at(from, 0),
      unit: at(from, 1),
      span: { start: at(from, 2), end: at(to - 1, 3) },
    }),
  };
}

/** A word of a segment as it is compared, with where it stands; null for the end of a sentence. */
export type SegmentToken = { readonly word: string; readonly span: TextSpan } | null;

/** The words (characters of Chinese) of a segment in order, with the ends of sentences between them. */
export function tokenize(text: string): readonly SegmentToken[] {
  const folded = foldText(text);
  const tokens: SegmentToken[] = [];
  let last = 0;
  for (const run of splitRuns(folded.text)) {
    if (tokens.length > 0 && SENTENCE_END.test(folded.text.slice(last, run.start))) tokens.push(null);
    let start = run.start;
    for (const word of run.kind === 'word' ? [run.text] : Array.from(run.text)) {
      tokens.push({ word, span: folded.toOriginal({ start, end: start + word.length }) });
      start += word.length;
    }
    last = start;
  }
  return tokens;
}

/** The text of a place, for showing. */
export function textAt(
  corpus: ConcordanceCorpus,
  place: { readonly work: number; readonly unit: number; readonly span: TextSpan },
  language: LanguageTag,
): string {
  const unit = corpus.works[place.work]?.units[place.unit];
  return unit === undefined ? '' : segmentText(unit, language).slice(place.span.start, place.span.end);
}
