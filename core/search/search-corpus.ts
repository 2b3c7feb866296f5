import { buildFinder } from './build-finder.ts';
import type { Corpus } from './corpus.ts';
import { parseQuery } from './parse-query.ts';
import { NO_UNITS } from './position-sets.ts';
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
  if (query === null)
    return { results: [], total: 0, unitsByWork: corpus.countByWork(NO_UNITS.units), problems };
  corpus.memory.clear();
  const finder = buildFinder(query, corpus);
  const candidates = corpus.keepLoaded(finder.findCandidates());
  const found = candidates.length === 0 ? NO_UNITS : finder.confirm(candidates);
  if (found.units.length === 0) {
    // The last resort.
    const { results, units } = searchBySound(query, text, corpus, limit);
    return { results, total: units.length, unitsByWork: corpus.countByWork(units), problems };
  }
  return {
    results: rankHits(query, finder, found, corpus, limit),
    total: found.units.length,
    unitsByWork: corpus.countByWork(found.units),
    problems,
  };
}
