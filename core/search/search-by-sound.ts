import { isChinese } from '../text/language.ts';
import type { Corpus } from './corpus.ts';
import { findByPinyin, type PinyinHit } from './pinyin/find-by-pinyin.ts';
import type { AllNode, QueryNode, TermNode } from './query.ts';
import type { FieldMatch, SearchResult } from './search-result.ts';

const LATIN = /^[\p{Script=Latin}\p{Mark}\d\s'’·.-]+$/u;

/**
 * Every unit whose Chinese sounds as the query is spelled, best first, marked as found by Pinyin. Only for queries that
 * nothing else answers: Latin words, looked for everywhere or in Chinese.
 */
export function searchBySound(query: AllNode, typed: string, corpus: Corpus): readonly SearchResult[] {
  if (!query.nodes.every(isLatinWord)) return [];
  const latin = query.nodes.map(({ text }) => text).join(' ');
  const byPosition = new Map<number, PinyinHit[]>();
  for (const hit of findByPinyin(latin, corpus, typed)) {
    const known = byPosition.get(hit.position);
    if (known === undefined) byPosition.set(hit.position, [hit]);
    else known.push(hit);
  }
  return [...byPosition]
    .flatMap(([position, hits]): readonly SearchResult[] => {
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

/** Less than 0, and larger for a larger weight: see `SearchResult.score`. */
function scoreOf(weight: number): number {
  return -1 / (1 + weight);
}
