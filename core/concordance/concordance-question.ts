import type { Excerpt } from '../search/excerpt.ts';
import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { UnitPlace } from '../text/unit-label.ts';
import type { GramList, GramSearch } from './count-grams.ts';
import type { Counterpart } from './counterpart.ts';
import type { Division } from './divide-works.ts';
import type { FormulaSearch } from './find-formulas.ts';
import type { ConcordanceQuery, RenderingKey } from './find-lines.ts';
import type { MatrixRow } from './rendering-matrix.ts';
import type { LineSorting } from './sort-lines.ts';
import type { RenderingForm } from './tabulate-renderings.ts';

/** What a reader asks a concordance for. */
export type ConcordanceQuestion =
  | {
      readonly view: 'lines';
      readonly query: ConcordanceQuery;
      readonly sorting: LineSorting;
      /** Only lines rendered so; all where it is null. */
      readonly rendering: RenderingKey | null;
    }
  | { readonly view: 'renderings'; readonly query: ConcordanceQuery }
  | {
      readonly view: 'matrix';
      readonly query: ConcordanceQuery;
      /** The words of the query, or all terms the works list. */
      readonly rows: 'query' | 'terms';
      readonly division: Division;
    }
  | { readonly view: 'formulas'; readonly search: FormulaSearch }
  | { readonly view: 'frequencies'; readonly search: GramSearch };

/** Where words stand, as a list shows it and the reader goes there. */
export interface ShownPlace {
  readonly workId: string;
  /** The unit's id. */
  readonly unit: string;
  readonly language: LanguageTag;
  readonly span: TextSpan;
  /** What the unit is named with. */
  readonly place: UnitPlace;
}

/** A KWIC line as it is printed. */
export interface ShownLine extends ShownPlace {
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  readonly counterpart: Counterpart['type'];
  /** The other language around the answering words, which are marked. */
  readonly answer: Excerpt;
}

/** A row of the table of renderings. */
export interface ShownRendering {
  readonly rendering: RenderingKey;
  readonly forms: readonly RenderingForm[];
  readonly count: number;
  /** How many of them rest on links that the program has proposed. */
  readonly proposedCount: number;
  /** The places, at most {@link SHOWN_PLACES}. */
  readonly places: readonly ShownPlace[];
  readonly spread: readonly number[];
}

/** A column of the matrix. */
export interface ShownColumn {
  readonly workId: string;
  /** The id of the part's first unit. */
  readonly unit: string;
  readonly unitCount: number;
  readonly titles: Readonly<Record<string, string>> | undefined;
  readonly place: UnitPlace;
}

/** A formula as it is shown. */
export interface ShownFormula {
  readonly text: string;
  readonly length: number;
  readonly count: number;
  readonly places: readonly ShownPlace[];
  readonly renderings: readonly {
    readonly rendering: RenderingKey;
    readonly forms: readonly RenderingForm[];
    readonly count: number;
  }[];
}

/** What a concordance answers. `total` counts what there is, shown or not. */
export type ConcordanceAnswer =
  | {
      readonly view: 'lines';
      readonly lines: readonly ShownLine[];
      readonly total: number;
      readonly spread: readonly number[];
    }
  | {
      readonly view: 'renderings';
      readonly rows: readonly ShownRendering[];
      readonly total: number;
    }
  | {
      readonly view: 'matrix';
      readonly columns: readonly ShownColumn[];
      readonly rows: readonly MatrixRow[];
    }
  | { readonly view: 'formulas'; readonly formulas: readonly ShownFormula[]; readonly total: number }
  | ({ readonly view: 'frequencies' } & GramList);

/** How many lines are given at most; their number is told, and the tables count all. */
export const SHOWN_LINES = 20_000;

/** How many places of a rendering or formula are given at most. */
export const SHOWN_PLACES = 200;

/** How many stretches a dispersion plot has. */
export const SPREAD_BARS = 120;
