import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createSearcher } from '../../../../core/search/searcher.ts';
import { buildTextIndex, loadTextIndex } from '../../../../core/search/text-index.ts';
import type { Edition, Work } from '../../../../core/text/work.ts';
import { formatQuery } from '../bench-query.ts';
import type { SearchEngine } from '../engine.ts';
import type { Pair } from '../pairs.ts';

const FILE = 'index';

/** The program's own search, whole: the query as typed, ranked results with the places of what was found. */
export const duizhaoEngine: SearchEngine = {
  name: 'Duizhao',
  describe: () => 'core/search as the reader of one work has it',
  build: (pairs, folder) => {
    writeFileSync(path.join(folder, FILE), buildTextIndex(toWork(pairs)));
    return Promise.resolve();
  },
  open: (pairs, folder) => {
    const work = toWork(pairs);
    const { index } = loadTextIndex(readFileSync(path.join(folder, FILE), 'utf8'), work);
    const searcher = createSearcher(work, index);
    return Promise.resolve({
      search: (query, limit) => {
        const { results } = searcher.search(formatQuery(query));
        return { total: results.length, top: results.slice(0, limit).map(({ unitId }) => Number(unitId)) };
      },
    });
  },
};

function toWork(pairs: readonly Pair[]): Work {
  const editions = ['zh-Hans', 'en'].map((language): Edition => ({
    language,
    title: 'Made for the bench',
    status: 'unknown',
    source: { name: 'tests/bench', date: '2026-01-01', notes: [] },
  }));
  return {
    id: 'made-for-the-bench',
    titles: { en: 'Made for the bench' },
    editions,
    units: pairs.map(({ zh, en }, index) => ({
      id: String(index),
      kind: 'paragraph',
      segments: { 'zh-Hans': zh, en },
    })),
    links: [],
    remarks: [],
    terms: [],
    outline: [],
  };
}
