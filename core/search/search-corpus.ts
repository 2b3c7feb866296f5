import { buildFinder } from './build-finder.ts';
import type { Corpus } from './corpus.ts';
import { parseQuery } from './parse-query.ts';
import { findFrom, NO_UNITS } from './position-sets.ts';
import type { QueryNames } from './query.ts';
import { rankHits } from './rank-hits.ts';
import { searchBySound } from './search-by-sound.ts';
import type { CorpusOutcome } from './search-result.ts';

/** How a corpus is searched. */
export interface SearchOptions {
  /** How many results are wanted at most; all if not given. */
  readonly limit?: number;
  /** What the reader calls the highlight colours. */
  readonly colors?: QueryNames['colors'];
}

/**
 * Answers a query in the language `parseQuery` reads. Never throws for what a reader could type. Takes time with the
 * units that may match, not with all there are.
 */
export function searchCorpus(
  corpus: Corpus,
  text: string,
  { limit = Infinity, colors = {} }: SearchOptions = {},
): CorpusOutcome {
  const { query, problems } = parseQuery(text, { languages: corpus.languages, colors });
  if (query === null) return { results: [], total: 0, totals: new Map(), problems };
  const finder = buildFinder(query, corpus);
  const candidates = corpus.keepLoaded(finder.candidates);
  const found = candidates.length === 0 ? NO_UNITS : finder.confirm(candidates);
  if (found.units.length === 0) {
    // The last resort.
    const { results, units } = searchBySound(query, text, corpus, limit);
    return { results, total: units.length, totals: countByWork(units, corpus), problems };
  }
  return {
    results: rankHits(query, finder, found, corpus, limit),
    total: found.units.length,
    totals: countByWork(found.units, corpus),
    problems,
  };
}

/** Goes from work to work, not from unit to unit. */
function countByWork(units: Uint32Array, corpus: Corpus): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  let place = 0;
  while (place < units.length) {
    const workIndex = corpus.workIndexOf(units[place] ?? 0);
    const next = findFrom(units, corpus.starts[workIndex + 1] ?? Infinity, place);
    totals.set(workIndex, next - place);
    place = next;
  }
  return totals;
}
