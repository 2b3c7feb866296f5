import { isChinese } from '../text/language.ts';
import { buildFinder } from './build-finder.ts';
import type { Corpus } from './corpus.ts';
import { findByPinyin, type PinyinHit } from './pinyin/find-by-pinyin.ts';
import { intersectUnits, subtractUnits } from './position-sets.ts';
import type { AllNode, QueryNode, TermNode } from './query.ts';
import type { FieldMatch, SearchResult } from './search-result.ts';

const LATIN = /^[\p{Script=Latin}\p{Mark}\d\s'’·.-]+$/u;

/**
 * Every unit whose Chinese sounds as the query is spelled, best first, marked as found by Pinyin. Only for queries that
 * nothing else answers: Latin words, looked for everywhere or in Chinese. Their exclusions and filters hold.
 */
export function searchBySound(query: AllNode, typed: string, corpus: Corpus): readonly SearchResult[] {
  const words = query.nodes.filter(({ type }) => type !== 'not' && type !== 'filter');
  if (words.length === 0 || !words.every(isLatinWord)) return [];
  const latin = words.map(({ text }) => text).join(' ');
  const byPosition = new Map<number, PinyinHit[]>();
  for (const hit of findByPinyin(latin, corpus, typed)) {
    const known = byPosition.get(hit.position);
    if (known === undefined) byPosition.set(hit.position, [hit]);
    else known.push(hit);
  }
  return Array.from(keepAllowed([...byPosition.keys()], query, corpus))
    .flatMap((position): readonly SearchResult[] => {
      const hits = byPosition.get(position) ?? [];
      const unit = corpus.unitAt(position)?.unit;
      if (unit === undefined) return [];
      const matches = hits.map(({ language, spans, weight }): FieldMatch => {
        return { field: { kind: 'text', language }, spans, score: scoreOf(weight) };
      });
      const score = Math.max(...matches.map((match) => match.score));
      return [{ unitId: unit.id, position, score, matches, via: 'pinyin' }];
    })
    .toSorted((a, b) => b.score - a.score || a.position - b.position);
}

function isLatinWord(node: QueryNode): node is TermNode {
  if (node.type !== 'term' || (node.form !== 'word' && node.form !== 'phrase')) return false;
  const isInChinese = node.field === null || (node.field.kind === 'text' && isChinese(node.field.language));
  return isInChinese && LATIN.test(node.text);
}

/** The units that the filters of a query let through, and its exclusions. */
function keepAllowed(found: readonly number[], { nodes }: AllNode, corpus: Corpus): Uint32Array {
  let units: Uint32Array = Uint32Array.from(found).sort();
  for (const node of nodes) {
    if (node.type === 'filter') units = intersectUnits(units, buildFinder(node, corpus).candidates);
    if (node.type === 'not' && node.node.type !== 'not') {
      const { candidates, confirm } = buildFinder(node.node, corpus);
      units = subtractUnits(units, confirm(intersectUnits(units, candidates)).units);
    }
  }
  return units;
}

/** Less than 0, and larger for a larger weight: see `SearchResult.score`. */
function scoreOf(weight: number): number {
  return -1 / (1 + weight);
}
