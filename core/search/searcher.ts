import type { Annotation } from '../annotation/annotation.ts';
import type { Work } from '../text/work.ts';
import { completeQuery, type QueryCompletions } from './complete-query.ts';
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
  /** What could stand at the caret of a query; see `completeQuery`. */
  readonly complete: (text: string, caret: number, isAsked: boolean) => QueryCompletions;
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
    complete: (text, caret, isAsked) => {
      const tags = corpus.notes().flatMap(({ field }) => (field.kind === 'tag' ? [field.tag] : []));
      const { languages, completeTerm } = index;
      return completeQuery(text, caret, isAsked, { languages, colors, tags, completeTerm });
    },
  };
}
