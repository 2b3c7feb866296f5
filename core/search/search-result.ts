import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { QueryProblem } from './query.ts';

/** What a search gave. */
export interface SearchOutcome {
  /** Best first; one per unit. */
  readonly results: readonly SearchResult[];
  /** What the reader should know about how the query was read; there may be results beside it. */
  readonly problems: readonly QueryProblem[];
}

/** A unit in which everything asked for was found. */
export interface SearchResult {
  readonly unitId: string;
  /**
   * Larger is better. The whole part is the rank: 2 for a hit in the work's title, plus 1 where several words follow
   * each other just as they were typed; the fraction is lunr's weight s brought between 0 and 1 as s / (1 + s).
   */
  readonly score: number;
  /** The text by edition first, then notes and tags in their own order. Never empty. */
  readonly matches: readonly FieldMatch[];
}

/** Where in one field something was found. */
export interface FieldMatch {
  readonly field: MatchedField;
  /** In UTF-16 code units of the field's own text; in order and without overlaps. Never empty. */
  readonly spans: readonly TextSpan[];
  /** On the scale of {@link SearchResult.score}. */
  readonly score: number;
}

/** A text, a note (the annotation's `body`) or one tag. */
export type MatchedField =
  | { readonly kind: 'text'; readonly language: LanguageTag }
  | { readonly kind: 'note'; readonly annotationId: string }
  | { readonly kind: 'tag'; readonly annotationId: string; readonly tag: string };
