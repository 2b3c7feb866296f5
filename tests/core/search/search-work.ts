import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { QueryNames } from '../../../core/search/query.ts';
import { createSearcher } from '../../../core/search/searcher.ts';
import type { FieldMatch, SearchResult } from '../../../core/search/search-result.ts';
import { buildTextIndex, loadTextIndex } from '../../../core/search/text-index.ts';
import type { Work } from '../../../core/text/work.ts';

/** A way to search a work as the program does: through a serialized index. */
export function openSearch(
  work: Work,
  annotations: readonly Annotation[] = [],
  colors: QueryNames['colors'] = {},
  limit?: number,
): (query: string) => readonly SearchResult[] {
  const searcher = createSearcher(work, loadTextIndex(buildTextIndex(work), work).index);
  searcher.setAnnotations(annotations);
  searcher.setColors(colors);
  return (query) => searcher.search(query, limit).results;
}

/** The ids of the units a query finds, best first. */
export function unitsFound(results: readonly SearchResult[]): readonly string[] {
  return results.map(({ unitId }) => unitId);
}

/** The words that are marked, per field: 'en: new order'. */
export function marksIn(
  work: Work,
  result: SearchResult | undefined,
  notes: readonly Annotation[] = [],
): readonly string[] {
  const unit = work.units.find(({ id }) => id === result?.unitId);
  const textOf = ({ field }: FieldMatch): readonly [string, string] => {
    switch (field.kind) {
      case 'text':
        return [field.language, unit?.segments[field.language] ?? ''];
      case 'note':
        return ['note', notes.find(({ id }) => id === field.annotationId)?.body ?? ''];
      case 'tag':
        return ['tag', field.tag];
    }
  };
  return (result?.matches ?? []).flatMap((match) => {
    const [name, text] = textOf(match);
    return match.spans.map(({ start, end }) => `${name}: ${text.slice(start, end)}`);
  });
}
