import type { LanguageTag } from '../text/language.ts';
import { pairsOfWords } from './common-pairs.ts';
import type { Stemmer } from './stem-word.ts';
import type { TermPattern } from './term-pattern.ts';
import { splitRuns } from './word-runs.ts';

/** A term to look up in an index. */
export interface LookupTerm {
  readonly text: string;
  readonly isPrefix: boolean;
  /** How many letters may differ. */
  readonly editDistance: 0 | 1 | 2;
}

// Stems stand in the index beside the words themselves, which phrases and prefixes need; no word holds this sign.
const STEM_MARK = '=';

/**
 * What is indexed of a folded text: of unspaced scripts every character and every pair of neighbours, so that any
 * stretch of Chinese leaves only a few candidates; of other scripts every word and its stem. Nothing is a stop word.
 */
export function termsOfText(folded: string, stem: Stemmer): readonly string[] {
  return splitRuns(folded).flatMap((run) => {
    if (run.kind === 'word') return [run.text, STEM_MARK + stem(run.text)];
    const characters = Array.from(run.text);
    return [...characters, ...pairsOf(characters)];
  });
}

/**
 * The terms every text that holds the pattern is indexed under. The reverse is not true: texts found by them must be
 * looked into.
 */
export function termsOfPattern(pattern: TermPattern, stem: Stemmer): readonly LookupTerm[] {
  const terms: LookupTerm[] = [];
  for (const piece of pattern) {
    if (piece.match === 'literal') {
      for (const text of termsOfLiteral(piece.text)) terms.push(exactTerm(text));
    } else if (piece.match === 'stem') {
      terms.push(exactTerm(STEM_MARK + stem(piece.text)));
    } else {
      const { text, match } = piece;
      terms.push({ text, isPrefix: match === 'prefix', editDistance: EDIT_DISTANCES[match] });
    }
  }
  if (terms.length < 2) return terms;
  return [...new Map(terms.map((term) => [`${term.text}${term.isPrefix ? '*' : ''}`, term])).values()];
}

/** The pairs of common words every text that holds the pattern is indexed under; see `common-pairs.ts`. */
export function pairsOfPattern(pattern: TermPattern, language: LanguageTag): readonly string[] {
  const words = pattern.map(({ match, text }) => (match === 'exact' ? text : ''));
  return [...new Set(pairsOfWords(words, language))];
}

// A word at either end of a literal may be the rest of a longer one ("5月" stands in "15月"): only inner words are sure.
function termsOfLiteral(literal: string): readonly string[] {
  const runs = splitRuns(literal);
  return runs.flatMap((run, index) => {
    if (run.kind === 'word') return index === 0 || index === runs.length - 1 ? [] : [run.text];
    const characters = Array.from(run.text);
    return characters.length === 1 ? characters : pairsOf(characters);
  });
}

function pairsOf(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function exactTerm(text: string): LookupTerm {
  return { text, isPrefix: false, editDistance: 0 };
}

const EDIT_DISTANCES = { exact: 0, prefix: 0, 'fuzzy-1': 1, 'fuzzy-2': 2 } as const;

/**
 * Whether the reverse is true for a pattern: every text that is indexed under its terms (and the given pairs) holds it,
 * so that none must be looked into. So it is for one word (but for typing errors, where stems answer too), two common
 * words, and up to two Chinese characters.
 */
export function isAnsweredByTerms(pattern: TermPattern, pairs: readonly string[]): boolean {
  const [piece] = pattern;
  if (pattern.length === 2 && pairs.length === 1) return true;
  if (pattern.length !== 1 || piece === undefined) return false;
  if (piece.match !== 'literal') return EDIT_DISTANCES[piece.match === 'stem' ? 'exact' : piece.match] === 0;
  const [run] = splitRuns(piece.text);
  return run?.kind === 'unspaced' && run.text === piece.text && Array.from(piece.text).length <= 2;
}
