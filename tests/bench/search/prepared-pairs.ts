import { foldText } from '../../../core/search/fold-text.ts';
import { stemmerFor } from '../../../core/search/stem-word.ts';
import { splitRuns } from '../../../core/search/word-runs.ts';
import type { QueryPart } from './bench-query.ts';
import type { Pair } from './pairs.ts';

const stem = stemmerFor('en');

/** What there is to be found in a pair, folded as the program folds it. */
export interface PreparedPair {
  readonly zh: string;
  /** The words of the English in order. */
  readonly words: readonly string[];
}

export function preparePair(pair: Pair): PreparedPair {
  return { zh: foldText(pair.zh).text, words: splitRuns(foldText(pair.en).text).map(({ text }) => text) };
}

export function stemEnglish(word: string): string {
  return stem(word);
}

/** Characters and pairs of neighbours of every run of Chinese; words of other scripts as they are. */
export function listHanTerms(folded: string): readonly string[] {
  return splitRuns(folded).flatMap(({ kind, text }) => {
    if (kind === 'word') return [text];
    const characters = Array.from(text);
    return [...characters, ...pairsOf(characters)];
  });
}

/** The terms by which a stretch of Chinese is looked up among {@link listHanTerms}. */
export function termsOfHan(text: string): readonly string[] {
  const characters = Array.from(text);
  return characters.length < 2 ? characters : [...new Set(pairsOf(characters))];
}

function pairsOf(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** Whether terms do not settle a part, so that the unit must be looked into. */
export function needsLook(part: QueryPart): boolean {
  if (part.form === 'phrase') return part.words.length > 1;
  return part.form === 'han' && Array.from(part.text).length > 2;
}

/** Looks into pairs; each is prepared when it is first looked into, then kept. */
export function createLooker(pairs: readonly Pair[]): (id: number, part: QueryPart) => boolean {
  const prepared: (PreparedPair | undefined)[] = [];
  return (id, part) => {
    const pair = pairs[id];
    if (pair === undefined) return false;
    return isFound((prepared[id] ??= preparePair(pair)), part) !== part.isExcluded;
  };
}

function isFound(pair: PreparedPair, part: QueryPart): boolean {
  switch (part.form) {
    case 'han':
      return pair.zh.includes(part.text);
    case 'word':
      return pair.words.some((word) => stem(word) === stem(part.text));
    case 'prefix':
      return pair.words.some((word) => word.startsWith(part.text));
    case 'phrase':
      return pair.words.some((_, start) =>
        part.words.every((word, index) => pair.words[start + index] === word),
      );
  }
}
