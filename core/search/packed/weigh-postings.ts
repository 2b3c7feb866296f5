import { BM25 } from '../bm25.ts';
import type { PackedData } from './packed-data.ts';
import type { WeighedList } from './query-plan.ts';

/** Texts of more terms are so few that their weights are not kept. */
const LONGEST_KEPT = 512;

/**
 * Weighs the postings of one list after another as lunr does. Most terms stand once in a text: what they weigh there
 * depends on its length alone and is computed once for a length.
 */
export class Weigher {
  readonly #data: PackedData;
  /** Per field the part of BM25 that depends on the length of a text, by length. */
  readonly #normsOfFields: (Float64Array | undefined)[] = [];
  /** What a term that stands once weighs, by the length of the text; NaN where it is not known yet. */
  readonly #once = new Float64Array(LONGEST_KEPT);
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
    this.#once.fill(Number.NaN, 0, this.#norms.length);
  }

  /** The weight of a term that stands so many times in the text of a unit. */
  weigh(unit: number, frequency: number): number {
    const length = this.#lengths[unit] ?? 0;
    if (frequency > 1 || length >= LONGEST_KEPT) return this.#compute(length, frequency);
    const known = this.#once[length] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const weight = this.#compute(length, 1);
    this.#once[length] = weight;
    return weight;
  }

  /** lunr's weight, rounded as lunr rounds it (createFieldVectors in lunr.Builder), times the clause's share. */
  #compute(length: number, frequency: number): number {
    const norm = this.#norms[length] ?? 0;
    const weight = ((this.#idf * ((BM25.k1 + 1) * frequency)) / (norm + frequency)) * 1000;
    return this.#factor * (Math.round(weight) / 1000);
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
