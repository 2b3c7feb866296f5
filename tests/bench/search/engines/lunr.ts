import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import lunr from 'lunr';
import type { BenchQuery, QueryPart } from '../bench-query.ts';
import type { Answer, SearchEngine } from '../engine.ts';
import { cutIntoWorks, type Pair } from '../pairs.ts';
import {
  createLooker,
  listHanTerms,
  needsLook,
  preparePair,
  stemEnglish,
  termsOfHan,
} from '../prepared-pairs.ts';

const FILE = 'index.json';

// Words and stems in one field, as in ours: no word begins so.
const STEM_MARK = '=';

/** lunr as it comes, one index over everything. */
export const lunrEngine: SearchEngine = {
  name: 'lunr',
  mostUnits: 10_000,
  describe: () =>
    `lunr ${lunr.version} as it comes, the same terms in two fields, Han and phrases looked into`,
  build: (pairs, folder) => {
    writeFileSync(path.join(folder, FILE), JSON.stringify(buildIndex(pairs)));
    return Promise.resolve();
  },
  open: (pairs, folder) => {
    const index = lunr.Index.load(JSON.parse(readFileSync(path.join(folder, FILE), 'utf8')) as object);
    const look = createLooker(pairs);
    return Promise.resolve({ search: (query, limit) => search(index, look, query, limit) });
  },
};

/** lunr as it comes, an index for each work: only built, as a measure for building. */
export const lunrPerWorkEngine: SearchEngine = {
  name: 'lunr, one index per work',
  describe: () => `lunr ${lunr.version} as it comes; only built`,
  isOnlyBuilt: true,
  build: (pairs, folder) => {
    cutIntoWorks(pairs).forEach((work, index) =>
      writeFileSync(path.join(folder, `${index}.json`), JSON.stringify(buildIndex(work))),
    );
    return Promise.resolve();
  },
  open: () => Promise.reject(new Error('lunr per work is only built')),
};

function buildIndex(pairs: readonly Pair[]): lunr.Index {
  const builder = new lunr.Builder();
  builder.ref('id');
  builder.field('zh');
  builder.field('en');
  builder.tokenizer = Object.assign(toTokens, { separator: lunr.tokenizer.separator });
  pairs.forEach((pair, id) => {
    const { zh, words } = preparePair(pair);
    const en = words.flatMap((word) => [word, STEM_MARK + stemEnglish(word)]);
    builder.add({ id, zh: listHanTerms(zh), en });
  });
  return builder.build();
}

function toTokens(terms: unknown): lunr.Token[] {
  return Array.isArray(terms) ? terms.map((term) => new lunr.Token(String(term), {})) : [];
}

function search(
  index: lunr.Index,
  look: (id: number, part: QueryPart) => boolean,
  { parts }: BenchQuery,
  limit: number,
): Answer {
  const looked = parts.filter(needsLook);
  const found = index.query((query) => {
    for (const part of parts) {
      // What terms do not settle cannot be excluded by them.
      if (part.isExcluded && needsLook(part)) continue;
      for (const term of termsOf(part)) {
        query.term(term, {
          fields: [part.form === 'han' ? 'zh' : 'en'],
          usePipeline: false,
          presence: part.isExcluded ? lunr.Query.presence.PROHIBITED : lunr.Query.presence.REQUIRED,
          wildcard: part.form === 'prefix' ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
        });
      }
    }
  });
  const top: number[] = [];
  let total = 0;
  for (const { ref } of found) {
    const id = Number(ref);
    if (!looked.every((part) => look(id, part))) continue;
    total += 1;
    if (top.length < limit) top.push(id);
  }
  return { total, top };
}

function termsOf(part: QueryPart): readonly string[] {
  switch (part.form) {
    case 'han':
      return termsOfHan(part.text);
    case 'word':
      return [STEM_MARK + stemEnglish(part.text)];
    case 'prefix':
      return [part.text];
    case 'phrase':
      return part.words;
  }
}
