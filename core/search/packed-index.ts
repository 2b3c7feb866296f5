import type lunr from 'lunr';
import type { LanguageTag } from '../text/language.ts';
import { isPairField, pairFieldOf } from './common-pairs.ts';
import type { IndexedUnit } from './lunr-index.ts';
import { packUnits } from './packed/build-packed.ts';
import { QueryEvaluator, type Postings, type PreparedQuery } from './packed/evaluate-query.ts';
import { mergePacked } from './packed/merge-packed.ts';
import type { PackedData } from './packed/packed-data.ts';
import { readPacked, writePacked } from './packed/packed-format.ts';
import { listsOf } from './packed/postings.ts';
import { findPrefix, findTerm, termAt } from './packed/term-dictionary.ts';

export { createLunrQuery, type IndexedUnit, type QueryClause } from './lunr-index.ts';
export type { Postings, PreparedQuery } from './packed/evaluate-query.ts';

/**
 * An index of units by their terms: lunr's postings, packed. It answers as lunr.Index would over the same units, in a
 * hundredth of the memory. See docs/decisions/0015-packed-lunr.md.
 */
export interface PackedIndex {
  /** The fields, but for those of pairs. */
  readonly languages: readonly LanguageTag[];
  readonly unitCount: number;
  /** Whether pairs of common words were indexed for a language (`common-pairs.ts`). */
  readonly hasPairs: (language: LanguageTag) => boolean;
  /**
   * What lunr.Index.query would answer: clauses, presence, fields, wildcards, edit distance and boosts as there. A
   * language that was not indexed has no terms.
   */
  readonly query: (query: lunr.Query) => Postings;
  /** The same in two steps. Whoever asks several queries of the same units begins with the one that finds the fewest. */
  readonly prepare: (query: lunr.Query) => PreparedQuery;
  /** How many units have the term in a language. */
  readonly countUnits: (language: LanguageTag, term: string) => number;
  /** Terms of a language that begin with a prefix, most frequent first. */
  readonly completeTerm: (language: LanguageTag, prefix: string, limit: number) => readonly string[];
}

/** How an index is built. */
export interface BuildOptions {
  /** Is told from time to time how many units have been indexed. */
  readonly onProgress?: (unitsDone: number) => void;
}

/** Units that are counted at once: lunr.Builder's memory grows with them, and progress is told after each slice. */
const SLICE_LENGTH = 2000;

/** Indexes units; the fields are languages and fields of pairs. Long works are built in slices, which are merged. */
export function buildPackedIndex(
  fields: readonly LanguageTag[],
  units: readonly IndexedUnit[],
  { onProgress }: BuildOptions = {},
): PackedIndex {
  if (units.length <= SLICE_LENGTH) {
    const data = packUnits(fields, units);
    onProgress?.(units.length);
    return openPacked(data);
  }
  const slices: PackedData[] = [];
  for (let from = 0; from < units.length; from += SLICE_LENGTH) {
    const slice = units.slice(from, from + SLICE_LENGTH);
    slices.push(packUnits(fields, slice));
    onProgress?.(from + slice.length);
  }
  return openPacked(mergePacked(slices));
}

/**
 * One index over the units of several, in this order, with their languages together: exactly what would have been built
 * of all of them at once, hence with scores that can be compared. A unit without a text in a language counts there as
 * an empty one, as it does in lunr.
 */
export function mergePackedIndexes(indexes: readonly PackedIndex[]): PackedIndex {
  return openPacked(mergePacked(indexes.map(dataOf)));
}

/** The bytes of an index; always the same for the same index. */
export function writePackedIndex(index: PackedIndex): Uint8Array {
  return writePacked(dataOf(index));
}

/**
 * Takes back what {@link writePackedIndex} gave. `bytes` are kept and must not change.
 * @throws Error when they are damaged or of another format.
 */
export function readPackedIndex(bytes: Uint8Array): PackedIndex {
  return openPacked(readPacked(bytes));
}

class OpenPackedIndex implements PackedIndex {
  readonly data: PackedData;
  readonly #languages: readonly LanguageTag[];
  #evaluator: QueryEvaluator | undefined;

  constructor(data: PackedData) {
    this.data = data;
    this.#languages = data.languages.filter((field) => !isPairField(field));
  }

  get languages(): readonly LanguageTag[] {
    return this.#languages;
  }

  get unitCount(): number {
    return this.data.unitCount;
  }

  readonly hasPairs = (language: LanguageTag): boolean => {
    const field = pairFieldOf(language);
    return field !== undefined && this.data.languages.includes(field);
  };

  readonly query = (query: lunr.Query): Postings => {
    return this.prepare(query).find();
  };

  readonly prepare = (query: lunr.Query): PreparedQuery => {
    this.#evaluator ??= new QueryEvaluator(this.data);
    return this.#evaluator.prepare(query);
  };

  readonly countUnits = (language: LanguageTag, term: string): number => {
    const { from, to } = findTerm(this.data.dictionary, term);
    return to === from ? 0 : this.#countAt(from, this.data.languages.indexOf(language));
  };

  readonly completeTerm = (language: LanguageTag, prefix: string, limit: number): readonly string[] => {
    const field = this.data.languages.indexOf(language);
    const { from, to } = findPrefix(this.data.dictionary, prefix);
    const found: { readonly place: number; readonly count: number }[] = [];
    for (let place = from; place < to; place += 1) {
      const count = this.#countAt(place, field);
      if (count > 0) found.push({ place, count });
    }
    return found
      .toSorted((a, b) => b.count - a.count || a.place - b.place)
      .slice(0, limit)
      .map(({ place }) => termAt(this.data.dictionary, place));
  };

  #countAt(term: number, field: number): number {
    return listsOf(this.data, term).find((list) => list.field === field)?.unitCount ?? 0;
  }
}

function openPacked(data: PackedData): PackedIndex {
  return new OpenPackedIndex(data);
}

function dataOf(index: PackedIndex): PackedData {
  if (index instanceof OpenPackedIndex) return index.data;
  throw new TypeError('Only indexes made by this module can be merged and written.');
}
