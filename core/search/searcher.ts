import type { Annotation } from '../annotation/annotation.ts';
import type { Work } from '../text/work.ts';
import { matchQuery } from './match-query.ts';
import { NoteFields } from './note-fields.ts';
import type { PackedIndex } from './packed-index.ts';
import { parseQuery } from './parse-query.ts';
import { rankHits } from './rank-hits.ts';
import type { SearchOutcome } from './search-result.ts';
import { listTextFields } from './text-fields.ts';

/** Searches one work and what its reader has added to it. */
export interface Searcher {
  /** Replaces the notes and tags that are searched; takes next to no time. */
  readonly setAnnotations: (annotations: readonly Annotation[]) => void;
  /** Answers a query in the language `parseQuery` reads. Never throws for what a reader could type. */
  readonly search: (text: string) => SearchOutcome;
}

/** Opens a work for searching. The index must be the work's own: see `loadTextIndex`. */
export function createSearcher(work: Work, index: PackedIndex): Searcher {
  const languages = work.editions.map(({ language }) => language);
  const texts = listTextFields(work);
  const notes = new NoteFields(new Map(work.units.map((unit, position) => [unit.id, position])));
  return {
    setAnnotations: (annotations) => notes.replace(annotations),
    search: (text) => {
      const { query, problems } = parseQuery(text, languages);
      if (query === null) return { results: [], problems };
      const hits = matchQuery(query, { index, texts, notes: notes.list() });
      return { results: rankHits(query, hits, work), problems };
    },
  };
}
