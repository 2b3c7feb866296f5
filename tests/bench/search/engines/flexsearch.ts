import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Index } from 'flexsearch';
import type { BenchQuery, QueryPart } from '../bench-query.ts';
import type { Answer, SearchEngine } from '../engine.ts';
import {
  createLooker,
  listHanTerms,
  needsLook,
  preparePair,
  stemEnglish,
  termsOfHan,
} from '../prepared-pairs.ts';

/** FlexSearch searches one field at a time; words are indexed by all their beginnings, for prefixes. */
const FIELDS = { zh: 'strict', words: 'forward', stems: 'strict' } as const;

type Field = keyof typeof FIELDS;

const FIELD_NAMES: readonly Field[] = ['zh', 'words', 'stems'];

/** More than there are units: the total is asked for as well. */
const EVERYTHING = 10_000_000;

type Indexes = Readonly<Record<Field, Index>>;

function createIndexes(): Indexes {
  const create = (field: Field): Index =>
    // Terms are made here, so that all engines look for the same ones.
    new Index({ tokenize: FIELDS[field], encode: (text) => text.split(' '), resolution: 9, cache: false });
  return { zh: create('zh'), words: create('words'), stems: create('stems') };
}

export const flexSearchEngine: SearchEngine = {
  name: 'FlexSearch',
  describe: () =>
    'flexsearch 0.8.212, the same terms in three indexes (words "forward"), Han and phrases looked into',
  build: (pairs, folder) => {
    const indexes = createIndexes();
    pairs.forEach((pair, id) => {
      const { zh, words } = preparePair(pair);
      indexes.zh.add(id, listHanTerms(zh).join(' '));
      indexes.words.add(id, words.join(' '));
      indexes.stems.add(id, words.map(stemEnglish).join(' '));
    });
    for (const field of FIELD_NAMES) {
      indexes[field].export((key, data) => {
        if (data !== undefined) writeFileSync(path.join(folder, `${field}-${key}`), data);
      });
    }
    return Promise.resolve();
  },
  open: (pairs, folder) => {
    const indexes = createIndexes();
    for (const file of readdirSync(folder)) {
      const [field, key] = file.split('-', 2);
      const name = FIELD_NAMES.find((known) => known === field);
      if (name !== undefined && key !== undefined)
        indexes[name].import(key, readFileSync(path.join(folder, file), 'utf8'));
    }
    const look = createLooker(pairs);
    return Promise.resolve({ search: (query, limit) => search(indexes, look, query, limit) });
  },
};

function search(
  indexes: Indexes,
  look: (id: number, part: QueryPart) => boolean,
  { parts }: BenchQuery,
  limit: number,
): Answer {
  // The words are indexed by their beginnings, so that a phrase of one word must be looked at as well.
  const looked = parts.filter((part) => needsLook(part) || part.form === 'phrase');
  const sought = parts.filter(({ isExcluded }) => !isExcluded);
  const excluded = parts.filter((part) => part.isExcluded && !looked.includes(part));
  let found: readonly number[] | undefined;
  // One call for all terms of a field: FlexSearch intersects them itself.
  for (const field of FIELD_NAMES) {
    const terms = sought.filter((part) => fieldOf(part) === field).flatMap(termsOf);
    if (terms.length === 0) continue;
    const ids = lookUp(indexes[field], terms);
    if (found === undefined) found = ids;
    else {
      const holds = new Set(ids);
      found = found.filter((id) => holds.has(id));
    }
  }
  for (const part of excluded) {
    const holds = new Set(lookUp(indexes[fieldOf(part)], termsOf(part)));
    found = found?.filter((id) => !holds.has(id));
  }
  const top: number[] = [];
  let total = 0;
  for (const id of found ?? []) {
    if (!looked.every((part) => look(id, part))) continue;
    total += 1;
    if (top.length < limit) top.push(id);
  }
  return { total, top };
}

function lookUp(index: Index, terms: readonly string[]): readonly number[] {
  const found = index.search([...new Set(terms)].join(' '), { limit: EVERYTHING, suggest: false });
  return found.map(Number);
}

function fieldOf(part: QueryPart): Field {
  return part.form === 'han' ? 'zh' : part.form === 'word' ? 'stems' : 'words';
}

function termsOf(part: QueryPart): readonly string[] {
  switch (part.form) {
    case 'han':
      return termsOfHan(part.text);
    case 'word':
      return [stemEnglish(part.text)];
    case 'prefix':
      return [part.text];
    case 'phrase':
      return part.words;
  }
}
