import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { UnitPlace } from '../text/unit-label.ts';
import type { Excerpt } from './excerpt.ts';
import type { QueryProblem } from './query.ts';
import type { MatchedField, SearchResult } from './search-result.ts';

/** What a search of the whole library gave, ready to be shown without the works at hand. */
export interface LibraryOutcome {
  /** The works with the best results first. */
  readonly works: readonly LibraryWorkResults[];
  /** In how many units of how many works something was found, those that are not among `works` counted in. */
  readonly unitCount: number;
  readonly workCount: number;
  readonly problems: readonly QueryProblem[];
}

/** What was found in one work. */
export interface LibraryWorkResults {
  readonly workId: string;
  /** In how many of its units something was found; only the best of them are among `units`. */
  readonly unitCount: number;
  /** The best first. */
  readonly units: readonly LibraryUnitResult[];
}

/** A unit in which everything asked for was found. */
export interface LibraryUnitResult {
  readonly unitId: string;
  readonly place: UnitPlace;
  /** Never empty. */
  readonly lines: readonly LibraryLine[];
  /** See `SearchResult.via`. */
  readonly via: SearchResult['via'];
}

/** What was found in one field of a unit. */
export interface LibraryLine {
  readonly field: MatchedField;
  readonly excerpt: Excerpt;
  /** Where in the text it is: of a note, the words it stands on where they are known. */
  readonly language: LanguageTag;
  readonly span: TextSpan | undefined;
}
