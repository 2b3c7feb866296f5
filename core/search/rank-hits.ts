import type { Unit } from '../text/work.ts';
import { sumOfWeights } from './find-in-notes.ts';
import { TermFinder } from './find-term.ts';
import type { Corpus } from './corpus.ts';
import type { Finder, TermHit } from './finder.ts';
import { mergeSpans } from '../text/merge-spans.ts';
import { intersectUnits, NO_UNITS, type WeighedUnits } from './position-sets.ts';
import type { AllNode, FieldFilter, QueryNode, TermNode } from './query.ts';
import { fieldKey, type FieldMatch, type SearchResult } from './search-result.ts';
import { selectBest } from './select-best.ts';
import { stemmerFor } from './stem-word.ts';
import { compilePattern, holdsPattern, type TermPattern } from './term-pattern.ts';

const TITLE_RANK = 2;
const EXACT_PHRASE_RANK = 1;

const NO_RANKS: ReadonlyMap<number, number> = new Map();

/** So few units are sooner looked into than looked up. */
const FEW = 48;

/**
 * The best of the units that match, best first: hits in the title, then words that follow each other just as they were
 * typed, then weight, then place. Only these are looked into for what is to be marked.
 */
export function rankHits(
  query: AllNode,
  finder: Finder,
  found: WeighedUnits,
  corpus: Corpus,
  limit: number,
): readonly SearchResult[] {
  if (found.units.length === 0) return [];
  const phrase = typedPhrase(query);
  const pattern = phrase === null ? null : compilePattern(phrase);
  const ranks = rankUnits(finder, found.units, phrase, corpus);
  const results: SearchResult[] = [];
  for (const place of selectBest(sortable(found, ranks), limit)) {
    const position = found.units[place] ?? -1;
    const unit = corpus.unitAt(position);
    const hits = finder.look(position);
    if (unit === undefined || hits === undefined) continue;
    const matches = hits.length === 0 ? matchWhole(unit) : gatherByField(hits, unit, pattern);
    const score = scoreOf(ranks.get(position) ?? 0, found.scores[place] ?? 0);
    results.push({ unitId: unit.id, position, score, matches });
  }
  // The last ones, for the shapes of what they hold: see `keep-shape.ts`.
  corpus.exemplars.set(rankHits, results);
  return results;
}

/** The ranks above 0, by position. */
function rankUnits(
  finder: Finder,
  units: Uint32Array,
  phrase: TermNode | null,
  corpus: Corpus,
): ReadonlyMap<number, number> {
  const asTyped = phrase === null ? NO_UNITS.units : findAsTyped(phrase, units, corpus);
  const inTitles = intersectUnits(units, corpus.titles()).filter((position) =>
    finder.look(position)?.some(({ field, spans }) => field.kind === 'text' && spans.length > 0),
  );
  if (asTyped.length === 0 && inTitles.length === 0) return NO_RANKS;
  const ranks = new Map<number, number>();
  for (const position of asTyped) ranks.set(position, EXACT_PHRASE_RANK);
  for (const position of inTitles) ranks.set(position, (ranks.get(position) ?? 0) + TITLE_RANK);
  return ranks;
}

/** Numbers that sort as the scores do. Where nothing has a rank the weights do: of a common word there are many. */
function sortable({ units, scores }: WeighedUnits, ranks: ReadonlyMap<number, number>): Float64Array {
  if (ranks.size === 0) return scores;
  const ranked = new Float64Array(units.length);
  for (let place = 0; place < units.length; place += 1) {
    ranked[place] = scoreOf(ranks.get(units[place] ?? -1) ?? 0, scores[place] ?? 0);
  }
  return ranked;
}

function findAsTyped(phrase: TermNode, units: Uint32Array, corpus: Corpus): Uint32Array {
  const finder = new TermFinder(phrase, corpus);
  if (units.length <= FEW) return finder.lookThrough(units);
  return finder.confirm(finder.findCandidates(units)).units;
}

// One number that sorts as rank first, weight second: see SearchResult.score.
function scoreOf(rank: number, weight: number): number {
  return rank + weight / (1 + weight);
}

function gatherByField(
  hits: readonly TermHit[],
  unit: Unit,
  phrase: TermPattern | null,
): readonly FieldMatch[] {
  // Most queries find one thing in one field.
  const [first] = hits;
  if (hits.length === 1 && first !== undefined) return [matchField(first, hits, unit, phrase)];
  const byField = new Map<string, TermHit[]>();
  for (const hit of hits) {
    const key = fieldKey(hit.field);
    const known = byField.get(key);
    if (known === undefined) byField.set(key, [hit]);
    else known.push(hit);
  }
  return [...byField.values()].flatMap((ofField) =>
    ofField.slice(0, 1).map((first) => matchField(first, ofField, unit, phrase)),
  );
}

/** @param hits all that was found in one field, `first` among them. */
function matchField(
  { field, folded }: TermHit,
  hits: readonly TermHit[],
  unit: Unit,
  phrase: TermPattern | null,
): FieldMatch {
  const [only] = hits;
  const spans = mergeSpans(
    hits.length === 1 && only !== undefined ? only.spans : hits.flatMap((hit) => hit.spans),
  );
  const isTitle = field.kind === 'text' && unit.kind === 'title' && spans.length > 0;
  // Phrases compare words as they are, so that the stemmer does not matter.
  const isAsTyped = phrase !== null && holdsPattern(folded, phrase, stemmerFor(undefined));
  const rank = (isTitle ? TITLE_RANK : 0) + (isAsTyped ? EXACT_PHRASE_RANK : 0);
  return { field, spans, score: scoreOf(rank, sumOfWeights(hits)) };
}

/** A unit that was asked for by what it is: shown in the first language it has a text in. */
function matchWhole(unit: Unit): readonly FieldMatch[] {
  const segments = Object.entries(unit.segments);
  const [language] = segments.find(([, text]) => text !== '') ?? segments[0] ?? [];
  return language === undefined ? [] : [{ field: { kind: 'text', language }, spans: [], score: 0 }];
}

/** Several words looked for in the same field, as the phrase they were typed as; null where there is no such phrase. */
function typedPhrase(query: AllNode): TermNode | null {
  const terms = query.nodes.filter((node) => node.type !== 'not' && node.type !== 'filter');
  const [first] = terms;
  if (terms.length < 2 || first?.type !== 'term') return null;
  if (!terms.every((node): node is TermNode => isWholeTerm(node))) return null;
  if (!terms.every(({ field }) => isSameField(field, first.field))) return null;
  return { type: 'term', form: 'phrase', text: terms.map(({ text }) => text).join(' '), field: first.field };
}

function isSameField(a: FieldFilter | null, b: FieldFilter | null): boolean {
  if (a?.kind !== b?.kind) return false;
  return a?.kind !== 'text' || (b?.kind === 'text' && a.language === b.language);
}

function isWholeTerm(node: QueryNode): boolean {
  return node.type === 'term' && (node.form === 'word' || node.form === 'phrase');
}
