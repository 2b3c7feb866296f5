import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { FoldedText } from './fold-text.ts';
import { termsOfPattern, type LookupTerm } from './index-terms.ts';
import type { NoteField } from './note-fields.ts';
import { createLunrQuery, type PackedIndex } from './packed-index.ts';
import type { AllNode, QueryNode, TermNode } from './query.ts';
import type { MatchedField } from './search-result.ts';
import { stemmerFor } from './stem-word.ts';
import { compilePattern, findPattern, type TermPattern } from './term-pattern.ts';
import { admitsLanguage, type TextField } from './text-fields.ts';

/** Everything a query is looked for in. */
export interface Corpus {
  readonly index: PackedIndex;
  readonly texts: readonly TextField[];
  readonly notes: readonly NoteField[];
}

/** One term found in one field of one unit. */
export interface TermHit {
  /** The same object for the same field, so that hits can be gathered by it. */
  readonly field: MatchedField;
  readonly folded: FoldedText;
  /** In the folded text; never empty. */
  readonly spans: readonly TextSpan[];
  /** lunr's BM25 weight, or what it would be for a note. */
  readonly weight: number;
}

/** A part of a query made ready to be asked. */
interface Matcher {
  /** No unit outside can match; null when that is not known. Units inside must still be looked into. */
  readonly candidates: ReadonlySet<number> | null;
  /** The hits in the unit at a position; undefined when the unit does not match. */
  readonly look: (position: number) => readonly TermHit[] | undefined;
}

/** The hits of every unit that matches, by the unit's position in the work. */
export function matchQuery(query: AllNode, corpus: Corpus): ReadonlyMap<number, readonly TermHit[]> {
  const matcher = prepare(query, corpus);
  const found = new Map<number, readonly TermHit[]>();
  for (const position of matcher.candidates ?? []) {
    const hits = matcher.look(position);
    if (hits !== undefined) found.set(position, hits);
  }
  return found;
}

function prepare(node: QueryNode, corpus: Corpus): Matcher {
  switch (node.type) {
    case 'all':
      return prepareAll(node, corpus);
    case 'not': {
      const excluded = prepare(node.node, corpus);
      const isIn = (position: number): boolean =>
        excluded.candidates?.has(position) !== false && excluded.look(position) !== undefined;
      return { candidates: null, look: (position) => (isIn(position) ? undefined : []) };
    }
    case 'term':
      return prepareTerm(node, corpus);
  }
}

function prepareAll(query: AllNode, corpus: Corpus): Matcher {
  const matchers: Matcher[] = [];
  let candidates: ReadonlySet<number> | null = null;
  for (const node of query.nodes) {
    const matcher = prepare(node, corpus);
    matchers.push(matcher);
    candidates = intersect(candidates, matcher.candidates);
    // Nothing can match any more: a whole page pasted into the search box must not be looked up word by word.
    if (candidates?.size === 0) break;
  }
  const look = (position: number): readonly TermHit[] | undefined => {
    const hits: TermHit[] = [];
    for (const matcher of matchers) {
      const found = matcher.look(position);
      if (found === undefined) return undefined;
      hits.push(...found);
    }
    return hits;
  };
  return { candidates, look };
}

function intersect(a: ReadonlySet<number> | null, b: ReadonlySet<number> | null): ReadonlySet<number> | null {
  if (a === null || b === null) return a ?? b;
  const [smaller, larger] = a.size < b.size ? [a, b] : [b, a];
  return new Set([...smaller].filter((position) => larger.has(position)));
}

function prepareTerm(term: TermNode, corpus: Corpus): Matcher {
  const pattern = compilePattern(term);
  const texts = corpus.texts
    .filter(({ language }) => admitsLanguage(term.field, language))
    .map((text) => ({
      text,
      weights: findUnits(corpus.index, text.language, termsOfPattern(pattern, text.stem)),
    }));
  const notes = findInNotes(term, pattern, corpus.notes);

  const look = (position: number): readonly TermHit[] | undefined => {
    const textHits = texts.flatMap(({ text, weights }): readonly TermHit[] => {
      const weight = weights.get(position);
      if (weight === undefined) return [];
      const folded = text.foldedAt(position);
      const spans = findPattern(folded.text, pattern, text.stem);
      return spans.length === 0 ? [] : [{ field: text.field, folded, spans, weight }];
    });
    const hits = [...textHits, ...(notes.get(position) ?? [])];
    return hits.length === 0 ? undefined : hits;
  };
  const candidates = new Set([...texts.flatMap(({ weights }) => [...weights.keys()]), ...notes.keys()]);
  return { candidates, look };
}

/** The units whose text in a language has all the terms, with lunr's score. */
function findUnits(
  index: PackedIndex,
  language: LanguageTag,
  terms: readonly LookupTerm[],
): ReadonlyMap<number, number> {
  const clauses = terms.map(
    ({ text, isPrefix }) => ({ term: text, isPrefix, presence: 'required', languages: [language] }) as const,
  );
  const { units, scores } = index.query(createLunrQuery(clauses));
  return new Map(Array.from(units, (unit, place) => [unit, scores[place] ?? 0]));
}

function findInNotes(
  term: TermNode,
  pattern: TermPattern,
  notes: readonly NoteField[],
): ReadonlyMap<number, readonly TermHit[]> {
  const stem = stemmerFor(undefined);
  const searched = notes.filter(({ field }) => term.field === null || term.field.kind === field.kind);
  const found = searched.flatMap(({ field, folded, positions }) => {
    const spans = findPattern(folded.text, pattern, stem);
    return spans.length === 0 ? [] : [{ field, folded, positions, spans }];
  });
  const hits = new Map<number, TermHit[]>();
  for (const { positions, spans, ...rest } of found) {
    const hit = { ...rest, spans, weight: weighNote(spans.length, found.length, searched.length) };
    for (const position of positions) hits.set(position, [...(hits.get(position) ?? []), hit]);
  }
  return hits;
}

// lunr's BM25 with its default k1 and without its length normalisation: a long note is not a worse one.
const K1 = 1.2;

function weighNote(frequency: number, matching: number, total: number): number {
  const rarity = Math.log(1 + Math.abs((total - matching + 0.5) / (matching + 0.5)));
  return (rarity * (K1 + 1) * frequency) / (K1 + frequency);
}
