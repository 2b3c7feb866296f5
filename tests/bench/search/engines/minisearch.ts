import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import MiniSearch, { type Options, type Query, type QueryCombination } from 'minisearch';
import type { BenchQuery, QueryPart } from '../bench-query.ts';
import type { Answer, SearchEngine } from '../engine.ts';
import type { Pair } from '../pairs.ts';
import {
  createLooker,
  listHanTerms,
  needsLook,
  preparePair,
  stemEnglish,
  termsOfHan,
} from '../prepared-pairs.ts';

interface IndexedPair {
  readonly id: number;
  readonly zh: readonly string[];
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

const FILE = 'index.json';

/** Terms are made here, so that all engines look for the same ones. */
const OPTIONS: Options<IndexedPair> = {
  fields: ['zh', 'words', 'stems'],
  extractField: (pair, field) => (field === 'id' ? String(pair.id) : termsOfField(pair, field).join(' ')),
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
};

function termsOfField(pair: IndexedPair, field: string): readonly string[] {
  return field === 'zh' ? pair.zh : field === 'words' ? pair.words : pair.stems;
}

export const miniSearchEngine: SearchEngine = {
  name: 'MiniSearch',
  describe: () => 'minisearch 7.2.0, the same terms as ours in three fields, Han and phrases looked into',
  build: (pairs, folder) => {
    const index = new MiniSearch<IndexedPair>(OPTIONS);
    index.addAll(pairs.map(toIndexed));
    writeFileSync(path.join(folder, FILE), JSON.stringify(index));
    return Promise.resolve();
  },
  open: (pairs, folder) => {
    const index = MiniSearch.loadJSON<IndexedPair>(readFileSync(path.join(folder, FILE), 'utf8'), OPTIONS);
    const look = createLooker(pairs);
    return Promise.resolve({ search: (query, limit) => search(index, look, query, limit) });
  },
};

function toIndexed(pair: Pair, id: number): IndexedPair {
  const { zh, words } = preparePair(pair);
  return { id, zh: listHanTerms(zh), words, stems: words.map(stemEnglish) };
}

function search(
  index: MiniSearch<IndexedPair>,
  look: (id: number, part: QueryPart) => boolean,
  { parts }: BenchQuery,
  limit: number,
): Answer {
  const looked = parts.filter(needsLook);
  const sought = parts.filter(({ isExcluded }) => !isExcluded).map(toQuery);
  // What terms do not settle cannot be excluded by them.
  const excluded = parts.filter((part) => part.isExcluded && !needsLook(part)).map(toQuery);
  const all: QueryCombination = { combineWith: 'AND', queries: sought };
  const found = index.search(
    excluded.length === 0 ? all : { combineWith: 'AND_NOT', queries: [all, ...excluded] },
  );
  const top: number[] = [];
  let total = 0;
  for (const { id } of found) {
    if (!looked.every((part) => look(Number(id), part))) continue;
    total += 1;
    if (top.length < limit) top.push(Number(id));
  }
  return { total, top };
}

function toQuery(part: QueryPart): Query {
  switch (part.form) {
    case 'han':
      return { fields: ['zh'], combineWith: 'AND', queries: [...termsOfHan(part.text)] };
    case 'word':
      return { fields: ['stems'], queries: [stemEnglish(part.text)] };
    case 'prefix':
      return { fields: ['words'], prefix: true, queries: [part.text] };
    case 'phrase':
      return { fields: ['words'], combineWith: 'AND', queries: [...new Set(part.words)] };
  }
}
