import type { TextSpan } from '../text/text-span.ts';
import type { TermNode } from './query.ts';
import type { Stemmer } from './stem-word.ts';
import { findWord, hasUnspaced, skipSeparators, splitPieces } from './word-runs.ts';

/**
 * What one term of a query looks for: pieces that must follow each other with nothing but punctuation and spaces
 * between. A literal piece (it holds Chinese) is found wherever it stands, character for character; a word piece only
 * as a whole word.
 */
export type TermPattern = readonly PatternPiece[];

/** See {@link TermPattern}. `match` says how a word must agree: by its stem, exactly, or by its beginning. */
type PatternPiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string; readonly match: 'stem' | 'exact' | 'prefix' };

/** What a term looks for. Never empty, since a term holds at least one letter. */
export function compilePattern(term: Pick<TermNode, 'form' | 'text'>): TermPattern {
  const pieces = splitPieces(term.text);
  return pieces.map((text, index): PatternPiece => {
    if (hasUnspaced(text)) return { kind: 'literal', text };
    if (term.form === 'phrase') return { kind: 'word', text, match: 'exact' };
    const isLast = index === pieces.length - 1;
    return { kind: 'word', text, match: term.form === 'prefix' && isLast ? 'prefix' : 'stem' };
  });
}

/** Where a pattern stands in a folded text: spans in order that do not overlap, in UTF-16 code units of that text. */
export function findPattern(folded: string, pattern: TermPattern, stem: Stemmer): readonly TextSpan[] {
  const [first, ...rest] = pattern;
  if (first === undefined) return [];
  const spans: TextSpan[] = [];
  let from = 0;
  for (;;) {
    const start = findPiece(folded, first, from, stem);
    if (start === undefined) return spans;
    const end = matchRest(folded, rest, start.end, stem);
    if (end === undefined) from = start.start + 1;
    else {
      spans.push({ start: start.start, end });
      from = end;
    }
  }
}

function findPiece(folded: string, piece: PatternPiece, from: number, stem: Stemmer): TextSpan | undefined {
  if (piece.kind === 'literal') {
    const start = folded.indexOf(piece.text, from);
    return start < 0 ? undefined : { start, end: start + piece.text.length };
  }
  let word = findWord(folded, from);
  while (word !== undefined) {
    const end = word.start + word.text.length;
    if (isWordMatch(word.text, piece, stem)) return { start: word.start, end };
    word = findWord(folded, end);
  }
  return undefined;
}

function matchRest(folded: string, pieces: TermPattern, from: number, stem: Stemmer): number | undefined {
  let end = from;
  for (const piece of pieces) {
    const start = skipSeparators(folded, end);
    if (piece.kind === 'literal') {
      if (!folded.startsWith(piece.text, start)) return undefined;
      end = start + piece.text.length;
    } else {
      const word = findWord(folded, start);
      if (word?.start !== start || !isWordMatch(word.text, piece, stem)) return undefined;
      end = start + word.text.length;
    }
  }
  return end;
}

function isWordMatch(word: string, piece: Extract<PatternPiece, { kind: 'word' }>, stem: Stemmer): boolean {
  switch (piece.match) {
    case 'stem':
      return word === piece.text || stem(word) === stem(piece.text);
    case 'exact':
      return word === piece.text;
    case 'prefix':
      return word.startsWith(piece.text);
  }
}
