import type { Annotation } from '../annotation/annotation.ts';
import type { Work } from '../text/work.ts';
import { Corpus } from './corpus.ts';
import type { PackedIndex } from './packed-index.ts';
import type { QueryNames } from './query.ts';
import { searchCorpus } from './search-corpus.ts';
import type { SearchOutcome } from './search-result.ts';

/** Searches one work and what its reader has added to it. */
export interface Searcher {
  /** Replaces the notes and tags that are searched; takes next to no time. */
  readonly setAnnotations: (annotations: readonly Annotation[]) => void;
  /** Says what the reader calls the highlight colours. */
  readonly setColors: (colors: QueryNames['colors']) => void;
  /**
   * Answers a query in the language `parseQuery` reads, with no more than `limit` results if given. Never throws for
   * what a reader could type.
   */
  readonly search: (text: string, limit?: number) => SearchOutcome;
  /** Terms of a language that begin with a prefix, most frequent first. */
  readonly completeTerm: PackedIndex['completeTerm'];
}

/** Opens a work for searching. The index must be the work's own: see `loadTextIndex`. */
export function createSearcher(work: Work, index: PackedIndex): Searcher {
  const corpus = new Corpus(index, [{ work, unitCount: work.units.length }]);
  let colors: QueryNames['colors'] = {};
  return {
    setAnnotations: (annotations) => corpus.setAnnotations(0, annotations),
    setColors: (names) => {
      colors = names;
    },
    search: (text, limit) => {
      const { results, total, problems } = searchCorpus(corpus, text, {
        colors,
        ...(limit === undefined ? {} : { limit }),
      });
      return { results, total, problems };
    },
    completeTerm: index.completeTerm,
  };
}
