import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Corpus } from '../../../../core/search/corpus.ts';
import {
  extendLibraryIndex,
  readLibraryIndex,
  writeLibraryIndex,
  type IndexedText,
  type LibraryIndex,
  type LibraryIndexPart,
} from '../../../../core/search/library-index.ts';
import type { PackedIndex } from '../../../../core/search/packed-index.ts';
import { searchCorpus } from '../../../../core/search/search-corpus.ts';
import { loadTextIndex } from '../../../../core/search/text-index.ts';
import type { Work } from '../../../../core/text/work.ts';
import { formatQuery } from '../bench-query.ts';
import type { SearchEngine } from '../engine.ts';
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
    keep(extend(null, toWorks(pairs)), folder);
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
        library = extend(library ?? null, toWorks(added));
        keep(library, folder);
      },
    });
  },
};

function extend(base: LibraryIndex | null, works: readonly Work[]): LibraryIndex {
  const first = base?.texts.length ?? 0;
  const missing = works.map((work, place): IndexedText => ({
    workId: work.id,
    revision: (first + place).toString(16).padStart(64, '0'),
    unitCount: work.units.length,
  }));
  return extendLibraryIndex({ base, missing }, works.map(indexWork));
}

function keep(library: LibraryIndex, folder: string): void {
  const { part, bytes } = writeLibraryIndex(library);
  writeFileSync(path.join(folder, FILES[part]), bytes);
}

function readPart(folder: string, part: LibraryIndexPart): Uint8Array | undefined {
  const file = path.join(folder, FILES[part]);
  return existsSync(file) ? readFileSync(file) : undefined;
}

function indexWork(work: Work): PackedIndex {
  // No index is the work's: it is built.
  return loadTextIndex('', work).index;
}

function toWorks(pairs: readonly Pair[]): readonly Work[] {
  return cutIntoWorks(pairs).map(makeWorkOfPairs);
}
