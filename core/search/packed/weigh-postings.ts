import { BM25 } from '../bm25.ts';
import type { PackedData } from './packed-data.ts';
import type { WeighedList } from './query-plan.ts';

/** Weighs the postings of one list after another as lunr does. */
export class Weigher {
  readonly #data: PackedData;
  /** Per field the part of BM25 that depends on the length of a text, by length. */
  readonly #normsOfFields: (Float64Array | undefined)[] = [];
  // Those of the present list.
  #lengths: Uint32Array = new Uint32Array(0);
  #norms: Float64Array = new Float64Array(0);
  #idf = 0;
  #factor = 0;

  constructor(data: PackedData) {
    this.#data = data;
  }

  /** What is weighed from now on. */
  begin({ field, idf, factor }: WeighedList): void {
    this.#lengths = this.#data.fieldLengths[field] ?? new Uint32Array(0);
    this.#norms = this.#normsOfFields[field] ??= measureNorms(this.#lengths);
    this.#idf = idf;
    this.#factor = factor;
  }

  /**
   * The weight of a term that stands so many times in the text of a unit, rounded as lunr rounds it (createFieldVectors in
   * lunr.Builder), times the clause's share. `Math.round` would take most of the time there is for a posting.
   */
  weigh(unit: number, frequency: number): number {
    const norm = this.#norms[this.#lengths[unit] ?? 0] ?? 0;
    const weight = (this.#idf * ((BM25.k1 + 1) * frequency)) / (norm + frequency);
    return this.#factor * (Math.floor(weight * 1000 + 0.5) / 1000);
  }
}

function measureNorms(lengths: Uint32Array): Float64Array {
  let sum = 0;
  let longest = 0;
  for (const length of lengths) {
    sum += length;
    if (length > longest) longest = length;
  }
  const average = sum / lengths.length;
  return Float64Array.from(
    { length: longest + 1 },
    (_none, length) => BM25.k1 * (1 - BM25.b + BM25.b * (length / average)),
  );
}
