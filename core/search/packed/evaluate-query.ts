import type lunr from 'lunr';
import { BM25 } from '../bm25.ts';
import type { PackedData } from './packed-data.ts';
import { readPostings } from './postings.ts';
import { planQuery, type PlannedClause, type WeighedList } from './query-plan.ts';

/** Units by position, ascending, with lunr's score of each. */
export interface Postings {
  readonly units: Uint32Array;
  readonly scores: Float64Array;
}

/** What the weights of one list are made of, at hand for the innermost loop. */
interface Weigher {
  /** Of each unit, in terms. */
  readonly lengths: Uint32Array;
  /** The part of BM25 that depends on the length, by length. */
  readonly norms: Float64Array;
  readonly idf: number;
  readonly factor: number;
}

/**
 * Answers queries over a packed index as lunr.Index.query does: the same units and, but for the last bits, the same
 * scores. The clause that admits the fewest units is read first, and nothing is kept of units that are out.
 */
export class QueryEvaluator {
  readonly #data: PackedData;
  /** Per field; see {@link Weigher}. */
  readonly #norms: (Float64Array | undefined)[] = [];
  // Room for the work of one query, by unit. Between queries `stages` and `scores` are all 0.
  /** 0: not seen; n > 0: admitted by n clauses; -1: out. */
  readonly #stages: Int32Array;
  readonly #scores: Float64Array;
  readonly #seen: Uint32Array;
  #seenCount = 0;
  // The postings of one list.
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

    others.forEach((clause, index) => this.#pass(clause, index + 1, index + 2, last));
    const stage = Math.max(1, required.length);
    if (rarest !== undefined) for (const clause of optional) this.#pass(clause, stage, stage, last);
    for (const clause of prohibited) this.#remove(clause, last);
    return this.#collect(stage);
  }

  /** The units that have any of these terms. */
  #admit(clauses: readonly PlannedClause[]): void {
    const [units, frequencies, stages, scores, seen] = [
      this.#units,
      this.#frequencies,
      this.#stages,
      this.#scores,
      this.#seen,
    ];
    let seenCount = 0;
    for (const { lists } of clauses) {
      for (const list of lists) {
        const weigher = this.#weigherOf(list);
        const count = this.#read(list, this.#data.unitCount);
        for (let index = 0; index < count; index += 1) {
          const unit = units[index] ?? 0;
          if (stages[unit] === 0) {
            stages[unit] = 1;
            seen[seenCount++] = unit;
          }
          scores[unit] = (scores[unit] ?? 0) + weigh(weigher, unit, frequencies[index] ?? 0);
        }
      }
    }
    this.#seenCount = seenCount;
  }

  #admitAll(): void {
    for (let unit = 0; unit < this.#data.unitCount; unit += 1) this.#seen[unit] = unit;
    this.#seenCount = this.#data.unitCount;
    this.#stages.fill(1);
  }

  /** Adds to the units that have come to stage `from` what the clause weighs there, and lets them come to `to`. */
  #pass({ lists }: PlannedClause, from: number, to: number, last: number): void {
    const [units, frequencies, stages, scores] = [this.#units, this.#frequencies, this.#stages, this.#scores];
    for (const list of lists) {
      const weigher = this.#weigherOf(list);
      const count = this.#read(list, last);
      for (let index = 0; index < count; index += 1) {
        const unit = units[index] ?? 0;
        const stage = stages[unit] ?? 0;
        // Another list of the same clause may have let it pass already.
        if (stage !== from && stage !== to) continue;
        stages[unit] = to;
        scores[unit] = (scores[unit] ?? 0) + weigh(weigher, unit, frequencies[index] ?? 0);
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

  #weigherOf({ field, idf, factor }: WeighedList): Weigher {
    const lengths = this.#data.fieldLengths[field] ?? new Uint32Array(0);
    const norms = (this.#norms[field] ??= measureNorms(lengths));
    return { lengths, norms, idf, factor };
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
    const [seen, stages, scoreOf] = [this.#seen, this.#stages, this.#scores];
    const seenCount = this.#seenCount;
    const units = new Uint32Array(seenCount);
    const scores = new Float64Array(seenCount);
    let count = 0;
    for (let index = 0; index < seenCount; index += 1) {
      const unit = seen[index] ?? 0;
      if (stages[unit] === stage) {
        units[count] = unit;
        scores[count] = scoreOf[unit] ?? 0;
        count += 1;
      }
      stages[unit] = 0;
      scoreOf[unit] = 0;
    }
    this.#seenCount = 0;
    return { units: units.subarray(0, count), scores: scores.subarray(0, count) };
  }
}

/** lunr's weight, rounded as lunr rounds it (createFieldVectors in lunr.Builder), times the clause's share. */
function weigh({ lengths, norms, idf, factor }: Weigher, unit: number, frequency: number): number {
  const norm = norms[lengths[unit] ?? 0] ?? 0;
  const weight = Math.round(((idf * ((BM25.k1 + 1) * frequency)) / (norm + frequency)) * 1000) / 1000;
  return factor * weight;
}

const EMPTY: Postings = { units: new Uint32Array(0), scores: new Float64Array(0) };

function isAscending(units: Uint32Array): boolean {
  for (let index = 1; index < units.length; index += 1) {
    if ((units[index] ?? 0) < (units[index - 1] ?? 0)) return false;
  }
  return true;
}

function measureNorms(lengths: Uint32Array): Float64Array {
  const sum = lengths.reduce((so, length) => so + length, 0);
  const longest = lengths.reduce((so, length) => Math.max(so, length), 0);
  const average = sum / lengths.length;
  return Float64Array.from(
    { length: longest + 1 },
    (_none, length) => BM25.k1 * (1 - BM25.b + BM25.b * (length / average)),
  );
}
