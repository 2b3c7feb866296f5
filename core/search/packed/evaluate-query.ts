import type lunr from 'lunr';
import { BM25 } from '../lunr-index.ts';
import type { PackedData } from './packed-data.ts';
import { readPostings } from './postings.ts';
import { planQuery, type PlannedClause, type WeighedList } from './query-plan.ts';

/** Units by position, ascending, with lunr's score of each. */
export interface Postings {
  readonly units: Uint32Array;
  readonly scores: Float64Array;
}

/**
 * Answers queries over a packed index as lunr.Index.query does: the same units and, but for the last bits, the same
 * scores. The clause that admits the fewest units is read first, and nothing is kept of units that are out.
 */
export class QueryEvaluator {
  readonly #data: PackedData;
  /** Per field, the part of BM25 that depends on the length of a unit's text, by that length. */
  readonly #norms: (Float64Array | undefined)[] = [];
  // Room for the work of one query, by unit. Between queries `stages` and `scores` are all 0.
  /** 0: not seen; n > 0: admitted by n clauses; -1: out. */
  readonly #stages: Int32Array;
  readonly #scores: Float64Array;
  readonly #seen: Uint32Array;
  #seenCount = 0;
  readonly #units: Uint32Array;
  readonly #frequencies: Uint32Array;

  constructor(data: PackedData) {
    this.#data = data;
    this.#stages = new Int32Array(data.unitCount);
    this.#scores = new Float64Array(data.unitCount);
    this.#seen = new Uint32Array(data.unitCount);
    this.#units = new Uint32Array(data.unitCount);
    this.#frequencies = new Uint32Array(data.unitCount);
  }

  evaluate(query: lunr.Query): Postings {
    const clauses = planQuery(this.#data, query);
    const required = clauses
      .filter(({ presence }) => presence === 'required')
      .toSorted((a, b) => a.size - b.size);
    const optional = clauses.filter(({ presence }) => presence === 'optional');
    const prohibited = clauses.filter(({ presence }) => presence === 'prohibited');
    const [rarest, ...others] = required;
    if (rarest?.size === 0) return EMPTY;

    if (rarest !== undefined) this.#admit([rarest]);
    else if (optional.length > 0) this.#admit(optional);
    // lunr: a query that only forbids finds everything else.
    else this.#admitAll();
    const last = this.#sortSeen();

    others.forEach((clause, index) => this.#narrow(clause, index + 1, last));
    const stage = Math.max(1, required.length);
    if (rarest !== undefined) for (const clause of optional) this.#addTo(clause, stage, last);
    for (const clause of prohibited) this.#remove(clause, last);
    return this.#collect(stage);
  }

  /** The units that have any of these terms. */
  #admit(clauses: readonly PlannedClause[]): void {
    for (const list of clauses.flatMap(({ lists }) => lists)) {
      const count = this.#read(list, this.#data.unitCount);
      for (let index = 0; index < count; index += 1) {
        const unit = this.#units[index] ?? 0;
        if (this.#stages[unit] === 0) {
          this.#stages[unit] = 1;
          this.#seen[this.#seenCount++] = unit;
        }
        this.#addWeight(list, unit, this.#frequencies[index] ?? 0);
      }
    }
  }

  #admitAll(): void {
    for (let unit = 0; unit < this.#data.unitCount; unit += 1) this.#seen[unit] = unit;
    this.#seenCount = this.#data.unitCount;
    this.#stages.fill(1);
  }

  /** Leaves only the units that the clause admits too, of those that have passed `stage` clauses. */
  #narrow({ lists }: PlannedClause, stage: number, last: number): void {
    for (const list of lists) {
      const count = this.#read(list, last);
      for (let index = 0; index < count; index += 1) {
        const unit = this.#units[index] ?? 0;
        const passed = this.#stages[unit] ?? 0;
        if (passed < stage) continue;
        this.#stages[unit] = stage + 1;
        this.#addWeight(list, unit, this.#frequencies[index] ?? 0);
      }
    }
  }

  #addTo({ lists }: PlannedClause, stage: number, last: number): void {
    for (const list of lists) {
      const count = this.#read(list, last);
      for (let index = 0; index < count; index += 1) {
        const unit = this.#units[index] ?? 0;
        if (this.#stages[unit] === stage) this.#addWeight(list, unit, this.#frequencies[index] ?? 0);
      }
    }
  }

  #remove({ lists }: PlannedClause, last: number): void {
    for (const list of lists) {
      const count = this.#read(list, last);
      for (let index = 0; index < count; index += 1) {
        const unit = this.#units[index] ?? 0;
        if (this.#stages[unit] !== 0) this.#stages[unit] = -1;
      }
    }
  }

  #read(list: WeighedList, last: number): number {
    return readPostings(this.#data.records, list, last, this.#units, this.#frequencies);
  }

  /** lunr's weight, rounded as lunr rounds it: see createFieldVectors in lunr.Builder. */
  #addWeight({ field, idf, factor }: WeighedList, unit: number, frequency: number): void {
    const norm = this.#normsOf(field)[this.#data.fieldLengths[field]?.[unit] ?? 0] ?? 0;
    const weight = Math.round(((idf * ((BM25.k1 + 1) * frequency)) / (norm + frequency)) * 1000) / 1000;
    this.#scores[unit] = (this.#scores[unit] ?? 0) + factor * weight;
  }

  #normsOf(field: number): Float64Array {
    return (this.#norms[field] ??= measureNorms(this.#data.fieldLengths[field] ?? new Uint32Array(0)));
  }

  /** Brings the seen units into order and gives the last; -1 when there is none. */
  #sortSeen(): number {
    const seen = this.#seen.subarray(0, this.#seenCount);
    if (!isAscending(seen)) {
      // Looking at every unit once is faster than sorting, unless there are only a few.
      if (seen.length * 16 < this.#data.unitCount) seen.sort();
      else {
        let count = 0;
        this.#stages.forEach((stage, unit) => {
          if (stage !== 0) seen[count++] = unit;
        });
      }
    }
    return seen[seen.length - 1] ?? -1;
  }

  /** The units that have come to `stage`; makes room for the next query. */
  #collect(stage: number): Postings {
    const units = new Uint32Array(this.#seenCount);
    const scores = new Float64Array(this.#seenCount);
    let count = 0;
    for (let index = 0; index < this.#seenCount; index += 1) {
      const unit = this.#seen[index] ?? 0;
      if (this.#stages[unit] === stage) {
        units[count] = unit;
        scores[count] = this.#scores[unit] ?? 0;
        count += 1;
      }
      this.#stages[unit] = 0;
      this.#scores[unit] = 0;
    }
    this.#seenCount = 0;
    return { units: units.subarray(0, count), scores: scores.subarray(0, count) };
  }
}

const EMPTY: Postings = { units: new Uint32Array(0), scores: new Float64Array(0) };

function isAscending(units: Uint32Array): boolean {
  for (let index = 1; index < units.length; index += 1) {
    if ((units[index] ?? 0) < (units[index - 1] ?? 0)) return false;
  }
  return true;
}

function measureNorms(lengths: Uint32Array): Float64Array {
  let sum = 0;
  let longest = 0;
  for (const length of lengths) {
    sum += length;
    longest = Math.max(longest, length);
  }
  const average = sum / lengths.length;
  return Float64Array.from(
    { length: longest + 1 },
    (_none, length) => BM25.k1 * (1 - BM25.b + BM25.b * (length / average)),
  );
}
