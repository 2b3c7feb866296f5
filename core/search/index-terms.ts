import type { Stemmer } from './stem-word.ts';
import type { TermPattern } from './term-pattern.ts';
import { splitRuns } from './word-runs.ts';

/** A term to look up in an index. */
export interface LookupTerm {
  readonly text: string;
  readonly isPrefix: boolean;
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
  const terms = pattern.flatMap((piece): readonly LookupTerm[] => {
    if (piece.kind === 'literal') return termsOfLiteral(piece.text).map(exactTerm);
    if (piece.match === 'stem') return [exactTerm(STEM_MARK + stem(piece.text))];
    return [{ text: piece.text, isPrefix: piece.match === 'prefix' }];
  });
  return [...new Map(terms.map((term) => [`${term.text}${term.isPrefix ? '*' : ''}`, term])).values()];
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
  return { text, isPrefix: false };
}
