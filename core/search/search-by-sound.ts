import { isChinese } from '../text/language.ts';
import { buildFinder, subtractFound } from './build-finder.ts';
import type { Corpus } from './corpus.ts';
import { findByPinyin } from './pinyin/find-by-pinyin.ts';
import { NO_UNITS, pickUnits, uniteBest } from './position-sets.ts';
import type { AllNode, QueryNode, TermNode } from './query.ts';
import type { FieldMatch, SearchResult } from './search-result.ts';
import { selectBest } from './select-best.ts';

const LATIN = /^[\p{Script=Latin}\p{Mark}\d\s'’·.-]+$/u;

/** What was found by its sound. */
interface SoundOutcome {
  /** The best, best first. */
  readonly results: readonly SearchResult[];
  /** Everything, by position, ascending. */
  readonly units: Uint32Array;
}

/**
 * The units whose Chinese sounds as the query is spelled, the best `limit` of them as results that are marked as found by
 * Pinyin. Only for queries that nothing else answers: Latin words, looked for everywhere or in Chinese. Their exclusions
 * and filters hold.
 */
export function searchBySound(query: AllNode, typed: string, corpus: Corpus, limit: number): SoundOutcome {
  const words = query.nodes.filter(({ type }) => type !== 'not' && type !== 'filter');
  if (words.length === 0 || !words.every(isLatinWord)) return { results: [], units: NO_UNITS.units };
  const latin = words.map(({ text }) => text).join(' ');
  const found = findByPinyin(latin, corpus, typed);
  const weighed = uniteBest(found.map(({ units, weights }) => ({ units, scores: weights })));
  const units = keepAllowed(corpus.keepLoaded(weighed.units), query, corpus);
  const { scores: weights } = pickUnits(weighed, units);
  const results = selectBest(weights, limit).flatMap((place): readonly SearchResult[] => {
    const position = units[place] ?? -1;
    const unit = corpus.unitAt(position);
    if (unit === undefined) return [];
    const score = scoreOf(weights[place] ?? 0);
    const matches = found.flatMap(({ language, findSpans }): readonly FieldMatch[] => {
      const spans = findSpans(position);
      return spans.length === 0 ? [] : [{ field: { kind: 'text', language }, spans, score }];
    });
    return [{ unitId: unit.id, position, score, matches, via: 'pinyin' }];
  });
  return { results, units };
}

function isLatinWord(node: QueryNode): node is TermNode {
  if (node.type !== 'term' || (node.form !== 'word' && node.form !== 'phrase')) return false;
  const isInChinese = node.field === null || (node.field.kind === 'text' && isChinese(node.field.language));
  return isInChinese && LATIN.test(node.text);
}

/** The units that the filters of a query let through, and its exclusions. */
function keepAllowed(found: Uint32Array, { nodes }: AllNode, corpus: Corpus): Uint32Array {
  let units = found;
  for (const node of nodes) {
    if (node.type === 'filter') units = buildFinder(node, corpus).findCandidates(units);
    if (node.type === 'not' && node.node.type !== 'not') {
      units = subtractFound(units, buildFinder(node.node, corpus));
    }
  }
  return units;
}

/** Less than 0, and larger for a larger weight: see `SearchResult.score`. */
function scoreOf(weight: number): number {
  return -1 / (1 + weight);
}
