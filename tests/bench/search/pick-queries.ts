import { createRandom, type Random } from '../anchoring/random.ts';
import { QUERY_KINDS, type BenchQuery, type QueryKind, type QueryPart } from './bench-query.ts';
import { openScan } from './engines/scan.ts';
import type { Pair } from './pairs.ts';
import { preparePair, stemEnglish, type PreparedPair } from './prepared-pairs.ts';

const SEED = 7;

/** How many queries of a kind. */
const EACH = 5;

/** How many are drawn for each that is taken: they are taken evenly from the rarest to the most frequent. */
const DRAWN_FOR_EACH = 8;

type Draw = (random: Random, pair: PreparedPair) => readonly QueryPart[] | undefined;

const DRAWS: Readonly<Record<Exclude<QueryKind, 'common' | 'none'>, Draw>> = {
  word: (random, pair) => drawWord(random, pair, (word) => stemEnglish(word) === word),
  stem: (random, pair) => drawWord(random, pair, (word) => stemEnglish(word) !== word),
  prefix: (random, pair) => {
    const word = random.pick(longWords(pair));
    return [{ form: 'prefix', text: word.slice(0, random.between(3, 5)), isExcluded: false }];
  },
  phrase: (random, pair) => {
    const size = random.between(2, 3);
    const start = random.between(0, Math.max(0, pair.words.length - size));
    const words = pair.words.slice(start, start + size);
    return words.length < 2 ? undefined : [{ form: 'phrase', words, isExcluded: false }];
  },
  han1: (random, pair) => drawHan(random, pair, 1),
  han2: (random, pair) => drawHan(random, pair, 2),
  han3: (random, pair) => drawHan(random, pair, 3),
  han4: (random, pair) => drawHan(random, pair, 4),
  han5: (random, pair) => drawHan(random, pair, 5),
  han6: (random, pair) => drawHan(random, pair, 6),
  'han words': (random, pair) => join(drawHan(random, pair, 2), drawHan(random, pair, 2)),
  mixed: (random, pair) =>
    join(
      drawWord(random, pair, () => true),
      drawHan(random, pair, 2),
    ),
  negation: (random, pair) => {
    const sought = drawHan(random, pair, random.between(1, 2));
    const excluded = drawWord(random, pair, () => true);
    return join(
      sought,
      excluded?.map((part) => ({ ...part, isExcluded: true })),
    );
  },
};

/**
 * Queries of every kind that the pairs answer, from the rarest to the most frequent of each kind, and a few that nothing
 * answers. The same every time for the same pairs.
 */
export function pickQueries(pairs: readonly Pair[]): readonly BenchQuery[] {
  const random = createRandom(SEED);
  const prepared = pairs.map(preparePair).filter((pair) => longWords(pair).length > 0 && pair.zh.length > 0);
  const scan = openScan(pairs);
  const count = (parts: readonly QueryPart[]): number => scan.search({ kind: 'word', parts }, 0).total;
  return QUERY_KINDS.flatMap((kind): readonly BenchQuery[] => {
    if (kind === 'common') return pickCommon(prepared);
    if (kind === 'none') return pickNone(random, prepared, count);
    const drawn = new Map<string, { readonly parts: readonly QueryPart[]; readonly total: number }>();
    for (let tries = 0; tries < EACH * DRAWN_FOR_EACH; tries += 1) {
      const parts = DRAWS[kind](random, random.pick(prepared));
      const total = parts === undefined ? 0 : count(parts);
      if (parts !== undefined && total > 0) drawn.set(JSON.stringify(parts), { parts, total });
    }
    return takeEvenly(
      [...drawn.values()].toSorted((a, b) => a.total - b.total),
      EACH,
    ).map(({ parts }) => ({ kind, parts }));
  });
}

/** The most frequent words and characters: what makes an engine slow. */
function pickCommon(pairs: readonly PreparedPair[]): readonly BenchQuery[] {
  const words = mostFrequent(pairs.map((pair) => pair.words));
  const characters = mostFrequent(pairs.map(({ zh }) => zh.match(/\p{Script=Han}/gu) ?? []));
  const twos = mostFrequent(pairs.map(({ zh }) => zh.match(/\p{Script=Han}{2}/gu) ?? []));
  const [word = ''] = words;
  const [character = ''] = characters;
  return [
    ...words.slice(0, 3).map((text) => [{ form: 'word', text, isExcluded: false }] as const),
    ...characters.slice(0, 3).map((text) => [{ form: 'han', text, isExcluded: false }] as const),
    ...twos.slice(0, 2).map((text) => [{ form: 'han', text, isExcluded: false }] as const),
    [
      { form: 'word', text: word, isExcluded: false },
      { form: 'han', text: character, isExcluded: false },
    ] as const,
    [{ form: 'prefix', text: word.slice(0, 1), isExcluded: false }] as const,
  ].map((parts) => ({ kind: 'common', parts }));
}

function mostFrequent(lists: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const item of new Set(list)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** Words that are no words, and characters that are all there but never together. */
function pickNone(
  random: Random,
  pairs: readonly PreparedPair[],
  count: (parts: readonly QueryPart[]) => number,
): readonly BenchQuery[] {
  const found: (readonly QueryPart[])[] = [[{ form: 'word', text: 'zzqxv', isExcluded: false }]];
  while (found.length < EACH) {
    const halves = [random.pick(pairs), random.pick(pairs)].flatMap((pair) => drawHan(random, pair, 2) ?? []);
    const text = halves.map((part) => (part.form === 'han' ? part.text : '')).join('');
    const parts: readonly QueryPart[] = [{ form: 'han', text, isExcluded: false }];
    if (halves.length === 2 && count(parts) === 0) found.push(parts);
  }
  return found.map((parts) => ({ kind: 'none', parts }));
}

function drawWord(
  random: Random,
  pair: PreparedPair,
  isWanted: (word: string) => boolean,
): readonly QueryPart[] | undefined {
  const words = longWords(pair).filter(isWanted);
  return words.length === 0 ? undefined : [{ form: 'word', text: random.pick(words), isExcluded: false }];
}

function longWords(pair: PreparedPair): readonly string[] {
  return pair.words.filter((word) => /^[a-z]{4,}$/.test(word));
}

function drawHan(random: Random, pair: PreparedPair, size: number): readonly QueryPart[] | undefined {
  const runs = (pair.zh.match(/\p{Script=Han}+/gu) ?? []).map((run) => Array.from(run));
  const long = runs.filter(({ length }) => length >= size);
  if (long.length === 0) return undefined;
  const run = random.pick(long);
  const start = random.between(0, run.length - size);
  return [{ form: 'han', text: run.slice(start, start + size).join(''), isExcluded: false }];
}

function join(
  first: readonly QueryPart[] | undefined,
  second: readonly QueryPart[] | undefined,
): readonly QueryPart[] | undefined {
  return first === undefined || second === undefined ? undefined : [...first, ...second];
}

function takeEvenly<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) =>
    items.slice(Math.round((index * (items.length - 1)) / (count - 1))).slice(0, 1),
  ).flat();
}
