import type { LanguageTag } from '../../text/language.ts';
import type { TermDictionary } from './term-dictionary.ts';

/**
 * What a packed index holds: lunr's counts, not its weights, so that rarity and average length can be taken over
 * whatever is searched at once.
 */
export interface PackedData {
  /** The fields, in the order in which records number them. */
  readonly languages: readonly LanguageTag[];
  readonly unitCount: number;
  /** How many terms each unit has, by field; one number per unit. */
  readonly fieldLengths: readonly Uint32Array[];
  readonly dictionary: TermDictionary;
  /**
   * Per term one record: for every field that has the term, in order, a {@link PostingList}. As varints: field, number
   * of units, bytes of the list, then the list (`postings.ts`).
   */
  readonly records: Uint8Array;
  /** Where the record of each term begins; one more than there are terms. */
  readonly recordStarts: Uint32Array;
}

/** The units that have a term in one field. */
export interface PostingList {
  readonly field: number;
  readonly unitCount: number;
  /** Where the list lies in `records`, in bytes. */
  readonly start: number;
  readonly end: number;
}
