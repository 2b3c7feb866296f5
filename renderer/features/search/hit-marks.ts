import { hitsBySegment } from '../../../core/search/hits-by-segment.ts';
import { findLinkedSpans } from '../../../core/search/linked-spans.ts';
import type { SearchResult } from '../../../core/search/search-result.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { LinkIndex } from '../../../core/text/link-index.ts';
import type { TextSpan } from '../../../core/text/text-span.ts';
import type { SpansByLanguage } from '../../../core/text/work.ts';

/** A stretch of the text to mark: words that were found, or words of another language that answer them. */
export interface HitMark {
  readonly kind: 'hit' | 'linked';
  readonly unit: string;
  readonly language: LanguageTag;
  readonly span: TextSpan;
}

/** What a search marks in the text, by unit; units in whose text nothing was found are absent. */
export type HitMarks = ReadonlyMap<string, readonly HitMark[]>;

/** Marks the hits in the text and, by the links of the work, the words that answer them. */
export function markHits(results: readonly SearchResult[], links: LinkIndex): HitMarks {
  return new Map(
    [...hitsBySegment(results)].flatMap(
      ([unitId, hits]): readonly (readonly [string, readonly HitMark[]])[] => {
        const marks = [
          ...toMarks('hit', unitId, hits),
          ...toMarks('linked', unitId, findLinkedSpans(links, unitId, hits)),
        ];
        return marks.length === 0 ? [] : [[unitId, marks]];
      },
    ),
  );
}

function toMarks(kind: HitMark['kind'], unit: string, spans: SpansByLanguage): readonly HitMark[] {
  return Object.entries(spans).flatMap(([language, list]) =>
    list.map((span) => ({ kind, unit, language, span })),
  );
}
