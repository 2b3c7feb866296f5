import type { TextSpan } from '../text/text-span.ts';
import type { Unit, Work } from '../text/work.ts';
import type { TermHit } from './match-query.ts';
import { mergeSpans } from './merge-spans.ts';
import type { AllNode, QueryNode, TermNode } from './query.ts';
import type { FieldMatch, MatchedField, SearchResult } from './search-result.ts';
import { stemmerFor } from './stem-word.ts';
import { compilePattern, findPattern, type TermPattern } from './term-pattern.ts';

const TITLE_RANK = 2;
const EXACT_PHRASE_RANK = 1;

interface WeighedMatch {
  readonly field: MatchedField;
  readonly spans: readonly TextSpan[];
  readonly rank: number;
  readonly weight: number;
}

/**
 * Turns the hits of matching units into results, best first: hits in the title, then words that follow each other just
 * as they were typed, then lunr's weight, then place.
 */
export function rankHits(
  query: AllNode,
  hitsByPosition: ReadonlyMap<number, readonly TermHit[]>,
  work: Work,
): readonly SearchResult[] {
  const phrase = typedPhrase(query);
  return [...hitsByPosition.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((position) => {
      const unit = work.units[position];
      const hits = hitsByPosition.get(position) ?? [];
      return unit === undefined ? [] : [toResult(unit, gatherByField(hits, unit, phrase))];
    })
    .toSorted((a, b) => b.score - a.score);
}

function toResult(unit: Unit, matches: readonly WeighedMatch[]): SearchResult {
  const rank = Math.max(...matches.map((match) => match.rank));
  const weight = matches.reduce((sum, match) => sum + match.weight, 0);
  return {
    unitId: unit.id,
    score: scoreOf(rank, weight),
    matches: matches.map((match): FieldMatch => ({
      field: match.field,
      spans: match.spans,
      score: scoreOf(match.rank, match.weight),
    })),
  };
}

// One number that sorts as rank first, weight second: see SearchResult.score.
function scoreOf(rank: number, weight: number): number {
  return rank + weight / (1 + weight);
}

function gatherByField(
  hits: readonly TermHit[],
  unit: Unit,
  phrase: TermPattern | null,
): readonly WeighedMatch[] {
  const fields = [...new Set(hits.map(({ field }) => field))];
  return fields.map((field) => {
    const fieldHits = hits.filter((hit) => hit.field === field);
    const isTitle = field.kind === 'text' && unit.kind === 'title';
    const isAsTyped = phrase !== null && fieldHits.some(({ folded }) => holdsPhrase(folded.text, phrase));
    return {
      field,
      spans: mergeSpans(fieldHits.flatMap(({ folded, spans }) => spans.map(folded.toOriginal))),
      rank: (isTitle ? TITLE_RANK : 0) + (isAsTyped ? EXACT_PHRASE_RANK : 0),
      weight: fieldHits.reduce((sum, hit) => sum + hit.weight, 0),
    };
  });
}

function holdsPhrase(folded: string, phrase: TermPattern): boolean {
  // Phrases compare words as they are, so that the stemmer does not matter.
  return findPattern(folded, phrase, stemmerFor(undefined)).length > 0;
}

/** Several words looked for in the same field, as the phrase they were typed as; null where there is no such phrase. */
function typedPhrase(query: AllNode): TermPattern | null {
  const terms = query.nodes.filter((node) => node.type !== 'not');
  const [first] = terms;
  if (terms.length < 2 || first === undefined) return null;
  if (!terms.every((node): node is TermNode => isWholeTerm(node))) return null;
  const places = new Set(terms.map(({ field }) => JSON.stringify(field)));
  if (places.size > 1) return null;
  return compilePattern({ form: 'phrase', text: terms.map(({ text }) => text).join(' ') });
}

function isWholeTerm(node: QueryNode): boolean {
  return node.type === 'term' && node.form !== 'prefix';
}
