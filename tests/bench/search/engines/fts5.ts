import path from 'node:path';
import { splitRuns } from '../../../../core/search/word-runs.ts';
import type { BenchQuery, QueryPart } from '../bench-query.ts';
import type { SearchEngine } from '../engine.ts';
import { preparePair, stemEnglish } from '../prepared-pairs.ts';
import { describeSqlite, openSqlite, type SqlDatabase } from '../sqlite.ts';

const FILE = 'index.sqlite';

/**
 * SQLite's full-text index. Han as pairs of neighbours in order, so that its phrases find every stretch exactly and
 * nothing has to be looked into; a last character of a run stands alone, so that single ones are found as prefixes.
 */
export const fts5Engine: SearchEngine = {
  name: 'SQLite FTS5',
  describe: () =>
    `${describeSqlite()}; three columns (pairs of Han, words, stems), contentless, optimized, bm25`,
  build: (pairs, folder) => {
    const database = openSqlite(path.join(folder, FILE));
    database.exec(`pragma journal_mode = off; pragma synchronous = off;
      create virtual table f using fts5(zh, words, stems, content='', tokenize='unicode61 remove_diacritics 0');
      begin`);
    pairs.forEach((pair, id) => {
      const { zh, words } = preparePair(pair);
      database.run('insert into f(rowid, zh, words, stems) values (?, ?, ?, ?)', [
        id,
        listPairsInOrder(zh).join(' '),
        words.join(' '),
        words.map(stemEnglish).join(' '),
      ]);
    });
    database.exec(`commit; insert into f(f) values('optimize')`);
    database.close();
    return Promise.resolve();
  },
  open: (_pairs, folder) => {
    const database = openSqlite(path.join(folder, FILE));
    return Promise.resolve({ search: (query, limit) => search(database, query, limit) });
  },
};

function listPairsInOrder(folded: string): readonly string[] {
  return splitRuns(folded).flatMap(({ kind, text }) => {
    if (kind === 'word') return [text];
    const characters = Array.from(text);
    return characters.map((character, index) => `${character}${characters[index + 1] ?? ''}`);
  });
}

function search(database: SqlDatabase, { parts }: BenchQuery, limit: number) {
  const match = formatMatch(parts);
  const top = database.list('select rowid from f where f match ? order by rank limit ?', [match, limit]);
  if (top.length < limit) return { total: top.length, top };
  const [total = 0] = database.list('select count(*) from f where f match ?', [match]);
  return { total, top };
}

function formatMatch(parts: readonly QueryPart[]): string {
  const sought = parts.filter(({ isExcluded }) => !isExcluded).map(formatPart);
  const excluded = parts.filter(({ isExcluded }) => isExcluded).map(formatPart);
  return [sought.join(' AND '), ...excluded].join(' NOT ');
}

function formatPart(part: QueryPart): string {
  switch (part.form) {
    case 'han': {
      const characters = Array.from(part.text);
      if (characters.length === 1) return `zh : "${part.text}" *`;
      const pairs = characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
      return `zh : "${pairs.join(' ')}"`;
    }
    case 'word':
      return `stems : "${stemEnglish(part.text)}"`;
    case 'prefix':
      return `words : "${part.text}" *`;
    case 'phrase':
      return `words : "${part.words.join(' ')}"`;
  }
}
