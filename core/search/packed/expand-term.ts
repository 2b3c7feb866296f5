import { FuzzyPattern } from './fuzzy-pattern.ts';
import { walkTerms } from './walk-terms.ts';
import {
  findPrefix,
  findTerm,
  type TermDictionary,
  type TermGuide,
  type TermRange,
} from './term-dictionary.ts';
import { WildcardPattern } from './wildcard-pattern.ts';

const WILDCARD = '*';

/** The terms of a dictionary that a clause of a query stands for, as lunr.TokenSet finds them; ranges in order. */
export function expandTerm(
  dictionary: TermDictionary,
  term: string,
  editDistance: number,
  guide?: TermGuide,
): readonly TermRange[] {
  if (editDistance > 0) return walkTerms(dictionary, new FuzzyPattern(term, editDistance));
  const wildcard = term.indexOf(WILDCARD);
  if (wildcard === -1) return keepFilled(findTerm(dictionary, term, guide));
  if (wildcard === term.length - 1) return keepFilled(findPrefix(dictionary, term.slice(0, -1), guide));
  return walkTerms(dictionary, new WildcardPattern(term));
}

function keepFilled(range: TermRange): readonly TermRange[] {
  return range.to > range.from ? [range] : [];
}
