import type { TextSpan } from '../text/text-span.ts';
import { NO_UNITS, type WeighedUnits } from './position-sets.ts';
import type { MatchedField } from './search-result.ts';

/**
 * A part of a query made ready to be asked, once: first for candidates, then which of them match, then what is found there.
 * All lists of units are ascending positions in the corpus. Its functions are methods: those made anew with each finder would
 * lose their machine code whenever garbage is collected (`keep-shape.ts`).
 */
export interface Finder {
  /** No more units than so many are candidates; known before any are looked for. */
  readonly mostUnits: number;
  /** The units that may match, those of `within` only if it is given. Found in the index alone, without looking into texts. */
  findCandidates(within?: Uint32Array): Uint32Array;
  /** Whether all the candidates match. */
  readonly isSure: boolean;
  /** Those of some of the candidates that match, with lunr's BM25 weights, or what they would be for notes. */
  confirm(units: Uint32Array): WeighedUnits;
  /** What is found in one of the candidates; undefined when the unit does not match. */
  look(position: number): readonly TermHit[] | undefined;
}

/** One term found in one field of one unit. */
export interface TermHit {
  readonly field: MatchedField;
  /** The folded text of the field. */
  readonly folded: string;
  /** In the field's own text. Empty where the field as a whole was asked for. */
  readonly spans: readonly TextSpan[];
  readonly weight: number;
}

/** Finds nothing. */
export const NO_FINDER: Finder = {
  mostUnits: 0,
  findCandidates: () => NO_UNITS.units,
  isSure: true,
  confirm: () => NO_UNITS,
  look: () => undefined,
};
