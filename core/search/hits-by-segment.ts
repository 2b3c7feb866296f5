import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { SearchResult } from './search-result.ts';

/** The spans to paint in the text, by unit id and language. Hits in notes and tags are not among them. */
export type HitsBySegment = ReadonlyMap<string, Readonly<Record<LanguageTag, readonly TextSpan[]>>>;

/** Sorts the hits of a search by the segments they stand in. */
export function hitsBySegment(results: readonly SearchResult[]): HitsBySegment {
  return new Map(
    results.map(({ unitId, matches }) => [
      unitId,
      Object.fromEntries(
        matches.flatMap(({ field, spans }) => (field.kind === 'text' ? [[field.language, spans]] : [])),
      ),
    ]),
  );
}
