import type { TextSpan } from '../text/text-span.ts';
import { isWithinEdits } from './edit-distance.ts';
import type { TermNode } from './query.ts';
import type { Stemmer } from './stem-word.ts';
import { beginsWord, endOfWord, findWord, hasUnspaced, skipSeparators, splitPieces } from './word-runs.ts';

/**
 * What one term of a query looks for: pieces that must follow each other with nothing but punctuation and spaces
 * between. A literal piece (it holds Chinese) is found wherever it stands, character for character; a word piece only
 * as a whole word.
 */
export type TermPattern = readonly PatternPiece[];

/**
 * See {@link TermPattern}. `match` says whether the piece is a literal one, or else how a word must agree: by its stem, exactly,
 * by its beginning, or but for so many edits.
 */
export type PatternPiece = { readonly text: string; readonly match: 'literal' } | WordPiece;

interface WordPiece {
  readonly text: string;
  readonly match: 'stem' | 'exact' | 'prefix' | 'fuzzy-1' | 'fuzzy-2';
}

/** What a term looks for. Never empty, since a term holds at least one letter. */
export function compilePattern(term: Pick<TermNode, 'form' | 'text'>): TermPattern {
  const pieces = splitPieces(term.text);
  return pieces.map((text, index): PatternPiece => {
    if (hasUnspaced(text)) return { text, match: 'literal' };
    return { text, match: matchOf(term.form, text, index === pieces.length - 1) };
  });
}

function matchOf(form: TermNode['form'], text: string, isLast: boolean): WordPiece['match'] {
  switch (form) {
    case 'word':
      return 'stem';
    case 'phrase':
      return 'exact';
    case 'prefix':
      return isLast ? 'prefix' : 'stem';
    case 'fuzzy-1':
    case 'fuzzy-2':
      // Of a word of two letters nothing is left after two edits, and of a number every digit counts.
      if (text.length < 3 || /^\p{N}+$/u.test(text)) return 'exact';
      return text.length < 5 ? 'fuzzy-1' : form;
  }
}

/** Where a pattern stands in a folded text: spans in order that do not overlap, in UTF-16 code units of that text. */
export function findPattern(folded: string, pattern: TermPattern, stem: Stemmer): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let span = findNext(folded, pattern, stem, 0);
  while (span !== undefined) {
    spans.push(span);
    span = findNext(folded, pattern, stem, span.end);
  }
  return spans;
}

/** Whether a pattern stands in a folded text. */
export function holdsPattern(folded: string, pattern: TermPattern, stem: Stemmer): boolean {
  return findNext(folded, pattern, stem, 0) !== undefined;
}

/**
 * A test whether a pattern stands in a folded text, for many texts. Words with typing errors are few, and the same in most
 * texts: those that were found before are looked for first, which spares reading every word.
 */
export function createPatternTest(pattern: TermPattern, stem: Stemmer): (folded: string) => boolean {
  const [piece] = pattern;
  const isFuzzyWord = pattern.length === 1 && piece !== undefined && piece.match.startsWith('fuzzy');
  if (!isFuzzyWord) return (folded) => holdsPattern(folded, pattern, stem);
  const known: TermPattern[] = [];
  return (folded) => {
    if (known.some((word) => holdsPattern(folded, word, stem))) return true;
    const found = findNext(folded, pattern, stem, 0);
    if (found === undefined) return false;
    known.push([{ text: folded.slice(found.start, found.end), match: 'exact' }]);
    return true;
  };
}

function findNext(folded: string, pattern: TermPattern, stem: Stemmer, from: number): TextSpan | undefined {
  const [first] = pattern;
  if (first === undefined) return undefined;
  let piece = findPiece(folded, first, from, stem);
  if (pattern.length === 1) return piece;
  while (piece !== undefined) {
    const end = matchRest(folded, pattern, piece.end, stem);
    if (end !== undefined) return { start: piece.start, end };
    piece = findPiece(folded, first, piece.start + 1, stem);
  }
  return undefined;
}

function findPiece(folded: string, piece: PatternPiece, from: number, stem: Stemmer): TextSpan | undefined {
  if (piece.match === 'literal') {
    const start = folded.indexOf(piece.text, from);
    return start < 0 ? undefined : { start, end: start + piece.text.length };
  }
  // Jumping from one beginning to the next is far quicker than reading all words.
  const { beginning } = remember(piece, stem);
  if (beginning === '') return findByWords(folded, piece, from, stem);
  let start = folded.indexOf(beginning, from);
  while (start >= 0) {
    if (beginsWord(folded, start)) {
      const end = endOfWord(folded, start);
      const isSame = end - start === piece.text.length && folded.startsWith(piece.text, start);
      if (isSame || isWordMatch(folded.slice(start, end), piece, stem)) return { start, end };
    }
    start = folded.indexOf(beginning, start + 1);
  }
  return undefined;
}

function findByWords(folded: string, piece: WordPiece, from: number, stem: Stemmer): TextSpan | undefined {
  let word = findWord(folded, from);
  while (word !== undefined) {
    const end = word.start + word.text.length;
    if (isWordMatch(word.text, piece, stem)) return { start: word.start, end };
    word = findWord(folded, end);
  }
  return undefined;
}

/** What every word of a stem begins with: stemmers change the last letter ("countries" to "countri"), "ying" to "ie". */
function sureBeginning(stem: string): string {
  return stem.slice(0, stem.endsWith('ie') ? -2 : -1);
}

// A piece is looked for in many texts, one after another.
let lastSought: SoughtWord | undefined;

/** What is known of a piece before any text is looked into. */
interface SoughtWord {
  readonly piece: WordPiece;
  readonly stem: Stemmer;
  /** Its own. */
  readonly stemmed: string;
  /** What every word that agrees begins with; '' where nothing is known. */
  readonly beginning: string;
}

function remember(piece: WordPiece, stem: Stemmer): SoughtWord {
  if (lastSought?.piece !== piece || lastSought.stem !== stem) {
    const stemmed = stem(piece.text);
    lastSought = { piece, stem, stemmed, beginning: beginningOf(piece, stemmed) };
  }
  return lastSought;
}

function beginningOf(piece: WordPiece, stemmed: string): string {
  switch (piece.match) {
    case 'stem':
      return commonBeginning(piece.text, sureBeginning(stemmed));
    case 'exact':
    case 'prefix':
      return piece.text;
    case 'fuzzy-1':
    case 'fuzzy-2':
      return '';
  }
}

function commonBeginning(a: string, b: string): string {
  let length = 0;
  while (length < b.length && a.charAt(length) === b.charAt(length)) length += 1;
  return b.slice(0, length);
}

/** Where the pieces after the first end, if they follow each other from an offset on. */
function matchRest(folded: string, pattern: TermPattern, from: number, stem: Stemmer): number | undefined {
  let end = from;
  for (let index = 1; index < pattern.length; index += 1) {
    const piece = pattern[index];
    if (piece === undefined) return undefined;
    const start = skipSeparators(folded, end);
    if (piece.match === 'literal') {
      if (!folded.startsWith(piece.text, start)) return undefined;
      end = start + piece.text.length;
    } else {
      if (!beginsWord(folded, start)) return undefined;
      end = endOfWord(folded, start);
      if (!isWordMatch(folded.slice(start, end), piece, stem)) return undefined;
    }
  }
  return end;
}

function stemOf(piece: WordPiece, stem: Stemmer): string {
  return lastSought?.piece === piece && lastSought.stem === stem ? lastSought.stemmed : stem(piece.text);
}

function isWordMatch(word: string, piece: WordPiece, stem: Stemmer): boolean {
  switch (piece.match) {
    case 'stem':
      return word === piece.text || stem(word) === stemOf(piece, stem);
    case 'exact':
      return word === piece.text;
    case 'prefix':
      return word.startsWith(piece.text);
    case 'fuzzy-1':
      return isWithinEdits(word, piece.text, 1);
    case 'fuzzy-2':
      return isWithinEdits(word, piece.text, 2);
  }
}
