import type { Steps } from '../steps.ts';
import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { ConcordanceCorpus } from './concordance-corpus.ts';
import type { CorpusPlace } from './counterpart.ts';
import {
  compileConcordanceQuery,
  makeLine,
  type ConcordanceLine,
  type ConcordanceQuery,
} from './find-lines.ts';
import { findMaximalRepeats, type Repeat } from './maximal-repeats.ts';
import { tabulateRenderings, type RenderingRow } from './tabulate-renderings.ts';
import { readTokens, textAt, type TokenStream } from './token-stream.ts';

/** A wording that recurs. */
export interface Formula {
  /** As it stands the first time. */
  readonly text: string;
  /** In words; in characters of scripts written without spaces. */
  readonly length: number;
  /** Where it stands, in the order of the works. */
  readonly places: readonly CorpusPlace[];
  /** How it was rendered; their `lines` are positions in `places`. */
  readonly renderings: readonly RenderingRow[];
}

/** What is looked for: wordings that hold the words of the query; any where it is blank. */
export interface FormulaSearch {
  readonly query: ConcordanceQuery;
  /** In words, or characters of Chinese; 2 or more. */
  readonly minLength: number;
  /** In how many places it must stand, 2 or more. */
  readonly minCount: number;
  /** How many are given at most, the longest. */
  readonly limit: number;
}

const REPEATS_A_STEP = 200;
const PLACES_A_STEP = 200;

/** The formulas of a corpus. */
export interface FormulaList {
  readonly formulas: readonly Formula[];
  /** How many there are, given or not. */
  readonly total: number;
}

/**
 * The longest wordings that recur anywhere in a corpus, whatever their case, width and commas, and how each was
 * rendered: maximal repeats, so that no part of a formula is listed unless it also recurs elsewhere. None runs over the
 * end of a sentence.
 */
export function* findFormulas(corpus: ConcordanceCorpus, search: FormulaSearch): Steps<FormulaList> {
  const { query, minLength, minCount, limit } = search;
  const { language } = query;
  const stream = yield* readTokens(corpus, language);
  const repeats = yield* findMaximalRepeats(stream.tokens, stream.alphabetSize, { minLength, minCount });
  const find = compileConcordanceQuery(query);
  const formulas: Formula[] = [];
  let total = 0;
  for (const [index, repeat] of repeats.entries()) {
    if (index % REPEATS_A_STEP === 0) yield;
    if (find !== null && !holdsWords(corpus, stream, repeat, language, find)) continue;
    // What is not given is counted without looking into its places.
    const positions = formulas.length < limit ? dropOverlaps(repeat) : undefined;
    if (positions !== undefined && positions.length < minCount) continue;
    total += 1;
    if (positions === undefined) continue;
    const places = positions.map((position) => ({
      ...stream.placeOf(position, position + repeat.length),
      language,
    }));
    formulas.push(yield* makeFormula(corpus, places, repeat.length, query.counterpart));
  }
  return { formulas, total };
}

function* makeFormula(
  corpus: ConcordanceCorpus,
  places: readonly CorpusPlace[],
  length: number,
  other: LanguageTag,
): Steps<Formula> {
  const [first] = places;
  const lines: ConcordanceLine[] = [];
  for (const place of places) {
    lines.push(makeLine(corpus, place, other));
    if (lines.length % PLACES_A_STEP === 0) yield;
  }
  yield;
  return {
    text: first === undefined ? '' : textAt(corpus, first, first.language),
    length,
    places,
    renderings: tabulateRenderings(corpus, lines, other),
  };
}

function holdsWords(
  corpus: ConcordanceCorpus,
  stream: TokenStream,
  { example, length }: Repeat,
  language: LanguageTag,
  find: (folded: string) => readonly TextSpan[],
): boolean {
  const { work, unit, span } = stream.placeOf(example, example + length);
  const folded = corpus.foldedAt(work, unit, language);
  return find(folded.text).some((found) => {
    const { start, end } = folded.toOriginal(found);
    return start >= span.start && end <= span.end;
  });
}

/** What recurs inside its own repetition ("and … and … and") is counted once where it overlaps. */
function dropOverlaps({ listPositions, length }: Repeat): readonly number[] {
  const kept: number[] = [];
  for (const position of listPositions()) {
    const last = kept.at(-1);
    if (last === undefined || position >= last + length) kept.push(position);
  }
  return kept;
}
