import { createSearcher } from '../../core/search/searcher.ts';
import { buildTextIndex, loadTextIndex } from '../../core/search/text-index.ts';
import { segmentText, type Work } from '../../core/text/work.ts';
import { work } from '../e2e/desk.ts';
import { judge, unmeasured, type Bench, type BenchResult } from './bench.ts';
import { generateWork } from './generate-work.ts';

const SIZES = [1000, 10_000] as const;

const LARGE_SIZE = 100_000;

const BUDGET = { limit: 100, on: 'p95' } as const;

const ROUNDS = 5;

/** Common and rare, both languages, found and not found; `words` is what a literal scan looks for instead. */
const QUERIES = [
  { text: '网络主权', words: '网络主权' },
  { text: '信息网络空间', words: '信息网络空间' },
  { text: '权', words: '权' },
  { text: 'sovereignty', words: 'sovereignty' },
  { text: 'information space', words: 'information space' },
  { text: '"digital divide"', words: 'digital divide' },
  { text: 'cooperat*', words: 'cooperat' },
  { text: '777', words: '777' },
  { text: '海洋', words: '海洋' },
] as const;

/** The searcher of core/search over long generated works, beside a literal scan of the same text. */
export const searcherBench: Bench = {
  name: 'searcher',
  run: async ({ isLarge }) => {
    const results = SIZES.flatMap(measureSize);
    if (isLarge) return [...results, ...measureSize(LARGE_SIZE)];
    const why = 'plain lunr takes more than a gigabyte and minutes to index so much; run with --large';
    return [...results, unmeasured(nameOf(LARGE_SIZE), 'ms', BUDGET, why)];
  },
};

function nameOf(size: number): string {
  return `search in ${size.toLocaleString('en')} units`;
}

function measureSize(size: number): readonly BenchResult[] {
  const generated = generateWork(work, size);
  const built = timed(() => buildTextIndex(generated));
  const loaded = timed(() => loadTextIndex(built.value, generated));
  const searcher = createSearcher(generated, loaded.value.index);
  const segments = listSegments(generated);

  const search: number[] = [];
  const scan: number[] = [];
  // The first round folds the texts and warms both up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { text, words } of QUERIES) {
      const searched = timed(() => searcher.search(text).results.length);
      const scanned = timed(() => segments.filter((segment) => segment.includes(words)).length);
      if (round === 0) continue;
      search.push(searched.ms);
      scan.push(scanned.ms);
    }
  }
  const searched = judge(nameOf(size), 'ms', BUDGET, search, '');
  const scanned = judge(
    `– a literal scan of ${size.toLocaleString('en')} units`,
    'ms',
    null,
    scan,
    'String.includes over the same segments in lower case: exact, but without stems, operators, ranking and places',
  );
  const ratio = (searched.measured?.mean ?? 0) / (scanned.measured?.mean ?? 1);
  return [
    {
      ...searched,
      detail:
        `core/search without the window, ${QUERIES.length} queries; ${ratio.toFixed(1)} times as long as the scan on average; ` +
        `index built in ${built.ms.toFixed(0)} ms, loaded in ${loaded.ms.toFixed(0)} ms, ${(built.value.length / 1e6).toFixed(1)} MB as JSON`,
    },
    scanned,
  ];
}

function listSegments(work: Work): readonly string[] {
  return work.units.flatMap((unit) =>
    work.editions.map(({ language }) => segmentText(unit, language).toLowerCase()),
  );
}

function timed<Value>(act: () => Value): { readonly value: Value; readonly ms: number } {
  const start = performance.now();
  const value = act();
  return { value, ms: performance.now() - start };
}
