import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { QueryProblem } from './query.ts';

/** What a search gave. */
export interface SearchOutcome {
  /** Best first; one per unit. No more than were asked for. */
  readonly results: readonly SearchResult[];
  /** How many units match, those that are not among `results` counted in. */
  readonly total: number;
  /** What the reader should know about how the query was read; there may be results beside it. */
  readonly problems: readonly QueryProblem[];
}

/** What a search of several works gave. */
export interface CorpusOutcome extends SearchOutcome {
  /** How many units match in each work, by the work's place in the corpus. */
  readonly unitsByWork: readonly number[];
}

/** A unit in which everything asked for was found. */
export interface SearchResult {
  readonly unitId: string;
  /** Where the unit stands among all that were searched; its place in the work where only one work was. */
  readonly position: number;
  /**
   * Larger is better. The whole part is the rank: 2 for a hit in the work's title, plus 1 where several words follow
   * each other just as they were typed; the fraction is the weight s brought between 0 and 1 as s / (1 + s). What was
   * found by its sound only is less than 0.
   */
  readonly score: number;
  /** The text by edition first, then notes and tags in their own order. Never empty. */
  readonly matches: readonly FieldMatch[];
  /** How it was found where it was not by its writing: a last resort. */
  readonly via?: 'pinyin';
}

/** Where in one field something was found. */
export interface FieldMatch {
  readonly field: MatchedField;
  /**
   * In UTF-16 code units of the field's own text; in order and without overlaps. Empty where the field as a whole was
   * asked for, as in kind:heading or has:note.
   */
  readonly spans: readonly TextSpan[];
  /** On the scale of {@link SearchResult.score}. */
  readonly score: number;
}

/** Names a field: the same for the same field of a unit, different for different ones. */
export function fieldKey(field: MatchedField): string {
  switch (field.kind) {
    case 'text':
      return field.language;
    case 'note':
      return `note ${field.annotationId}`;
    case 'tag':
      return `tag ${field.annotationId} ${field.tag}`;
  }
}

/** A text, a note (the annotation's `body`) or one tag. */
export type MatchedField =
  | { readonly kind: 'text'; readonly language: LanguageTag }
  | { readonly kind: 'note'; readonly annotationId: string }
  | { readonly kind: 'tag'; readonly annotationId: string; readonly tag: string };
