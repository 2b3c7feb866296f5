import { createLibrarySearcher, type LibrarySearcher } from '../../core/search/library-searcher.ts';
import { judge, type Bench, type BenchResult } from './bench.ts';
import { generatePairs } from './search/generate-pairs.ts';
import { indexWorks } from './search/index-works.ts';
import { makeWorkOfPairs } from './search/make-work-of-pairs.ts';
import { cutIntoWorks, UNITS_OF_A_WORK } from './search/pairs.ts';

const WORKS = 500;

/** That of a key until its results are on screen: drawing them is not in it. */
const BUDGET = { limit: 100, on: 'p95' } as const;

const SHOWN_UNITS = 100;

const ROUNDS = 5;

/** What no peer can be asked, with what is dear in each: every text that may hold it is looked into. */
const KINDS = [
  {
    name: 'Chinese by its Pinyin',
    // Syllables, one that is not yet typed to its end, tones, initials; the commonest words, and some that stand nowhere.
    queries: [
      'wangluo',
      'fazhan',
      'fazha',
      'wǎngluò',
      'guojia',
      'guoji anquan',
      'xinxi',
      'shehui',
      'fz',
      'gj',
      'wlkj',
      'jichusheshi',
      'ximalaya',
    ],
  },
  {
    name: 'words near each other',
    queries: [
      'the NEAR/3 of',
      'state NEAR/5 development',
      '国家 NEAR/2 发展',
      '的 NEAR/1 和',
      'network NEAR sovereignty',
    ],
  },
  {
    name: 'words with a wrong letter',
    queries: ['developmant~', 'sovereinty~', 'statee~2', 'informaton~ securty~'],
  },
  {
    name: 'one language says it, the other does not',
    queries: ['zh:主权 & en:-sovereignty', 'zh:的 & en:-the', 'en:state & zh:-国家'],
  },
] as const;

/** Queries that a reader asks seldom and that cost most, in a library of 500 texts, without the window. */
export const seldomQueriesBench: Bench = {
  name: 'seldom-queries',
  run: () => {
    const searcher = openLibrary();
    return Promise.resolve(KINDS.map(({ name, queries }) => measureKind(searcher, name, queries)));
  },
};

function openLibrary(): LibrarySearcher {
  const works = cutIntoWorks(generatePairs(WORKS * UNITS_OF_A_WORK)).map(makeWorkOfPairs);
  const searcher = createLibrarySearcher(indexWorks(null, works));
  for (const work of works) searcher.addWork(work);
  return searcher;
}

function measureKind(searcher: LibrarySearcher, name: string, queries: readonly string[]): BenchResult {
  const cold: number[] = [];
  const warm: number[] = [];
  const slowest: string[] = [];
  for (const query of queries) {
    cold.push(timeSearch(searcher, query).ms);
    const rounds = Array.from({ length: ROUNDS }, () => timeSearch(searcher, query));
    warm.push(...rounds.map(({ ms }) => ms));
    const best = Math.min(...rounds.map(({ ms }) => ms));
    slowest.push(`${query} ${best.toFixed(1)} ms (${rounds[0]?.found ?? 0} clauses)`);
  }
  const first = `asked for the first time, when texts are folded, ${Math.max(...cold).toFixed(0)} ms at most`;
  return judge(
    `${name}, in ${WORKS} texts`,
    'ms',
    BUDGET,
    warm,
    `core/search without the window; ${first}; ${slowest.join(', ')}`,
  );
}

function timeSearch(
  searcher: LibrarySearcher,
  query: string,
): { readonly ms: number; readonly found: number } {
  const start = performance.now();
  const { unitCount } = searcher.search(query, SHOWN_UNITS, {});
  return { ms: performance.now() - start, found: unitCount };
}
