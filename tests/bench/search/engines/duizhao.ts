import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Corpus } from '../../../../core/search/corpus.ts';
import {
  readLibraryIndex,
  writeLibraryIndex,
  type LibraryIndex,
  type LibraryIndexPart,
} from '../../../../core/search/library-index.ts';
import { searchCorpus } from '../../../../core/search/search-corpus.ts';
import type { Work } from '../../../../core/text/work.ts';
import { formatQuery } from '../bench-query.ts';
import type { SearchEngine } from '../engine.ts';
import { indexWorks } from '../index-works.ts';
import { makeWorkOfPairs } from '../make-work-of-pairs.ts';
import { cutIntoWorks, type Pair } from '../pairs.ts';

const FILES: Readonly<Record<LibraryIndexPart, string>> = {
  base: 'library.index',
  tail: 'library-tail.index',
};

/** The program's own search, whole: the query as typed is read, results are ranked and their words found in the text. */
export const duizhaoEngine: SearchEngine = {
  name: 'Duizhao',
  describe: () =>
    'core/search whole: an index of every work, merged into that of the library; queries as typed, results with the words to mark',
  build: (pairs, folder) => {
    keep(indexWorks(null, toWorks(pairs)), folder);
    return Promise.resolve();
  },
  open: (pairs, folder) => {
    const works = toWorks(pairs);
    let library = readLibraryIndex(readPart(folder, 'base'), readPart(folder, 'tail'));
    if (library === undefined) throw new Error('The index cannot be read');
    const corpus = new Corpus(
      library.index,
      works.map((work) => ({ work, unitCount: work.units.length })),
    );
    return Promise.resolve({
      search: (query, limit) => {
        const { results, total } = searchCorpus(corpus, formatQuery(query), { limit });
        return { total, top: results.map(({ position }) => position) };
      },
      addWork: (added) => {
        library = indexWorks(library ?? null, toWorks(added));
        keep(library, folder);
      },
    });
  },
};

function keep(library: LibraryIndex, folder: string): void {
  const { part, bytes } = writeLibraryIndex(library);
  writeFileSync(path.join(folder, FILES[part]), bytes);
}

function readPart(folder: string, part: LibraryIndexPart): Uint8Array | undefined {
  const file = path.join(folder, FILES[part]);
  return existsSync(file) ? readFileSync(file) : undefined;
}

function toWorks(pairs: readonly Pair[]): readonly Work[] {
  return cutIntoWorks(pairs).map(makeWorkOfPairs);
}
