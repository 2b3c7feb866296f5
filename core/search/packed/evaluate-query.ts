import type lunr from 'lunr';
import { intersectUnits, NO_UNITS, pickUnits } from '../position-sets.ts';
import { WorkingMemory } from '../working-memory.ts';
import { keepListed, weighList } from './join-lists.ts';
import { ListReader } from './list-reader.ts';
import type { PackedData } from './packed-data.ts';
import { readPostings } from './postings.ts';
import {
  createExpander,
  planQuery,
  type PlannedClause,
  type TermExpander,
  type WeighedList,
} from './query-plan.ts';
import { measureSkips, type SkipTable } from './skip-table.ts';
import { Weigher } from './weigh-postings.ts';

/** Units by position, ascending, with lunr's score of each. */
export interface Postings {
  readonly units: Uint32Array;
  readonly scores: Float64Array;
}

/** A query whose terms are known. */
export interface PreparedQuery {
  /** No more units than so many match; known without reading postings. */
  readonly mostUnits: number;
  /**
   * The units that match, those of `within` (ascending) only if it is given. What they weigh does not depend on it.
   * @param memory where the answer may stand, so that it is valid only until it is cleared; a new one if not given.
   */
  readonly find: (within?: Uint32Array, memory?: WorkingMemory) => Postings;
}

/**
 * Answers queries over a packed index as lunr.Index.query does: the same units and, but for the last bits, the same
 * scores. The clause that admits the fewest units is read first, and nothing is kept of units that are out.
 */
export class QueryEvaluator {
  readonly #data: PackedData;
  readonly #expand: TermExpander;
  readonly #reader: ListReader;
  readonly #weigher: Weigher;
  /** Those that were needed, by where their list begins. All together they take an eighth of a byte a posting at most. */
  readonly #skips = new Map<number, SkipTable>();
  // Room for the work of one query, by unit. Between queries `stages`, `scores` and `marks` are all 0.
  /** 0: not seen; n > 0: admitted by n clauses; -1: out. */
  readonly #stages: Int32Array;
  readonly #scores: Float64Array;
  readonly #seen: Uint32Array;
  #seenCount = 0;
  /** A bit for each unit. */
  readonly #marks: Uint32Array;
  // The postings of one list.
  readonly #units: Uint32Array;
  readonly #frequencies: Uint32Array;

  constructor(data: PackedData) {
    this.#data = data;
    this.#expand = createExpander(data);
    this.#reader = new ListReader(data);
    this.#weigher = new Weigher(data);
    this.#marks = new Uint32Array(Math.ceil(data.unitCount / 32));
    this.#stages = new Int32Array(data.unitCount);
    this.#scores = new Float64Array(data.unitCount);
    this.#seen = new Uint32Array(data.unitCount);
    this.#units = new Uint32Array(data.unitCount);
    this.#frequencies = new Uint32Array(data.unitCount);
  }

  /** Looks up the terms of a query; no postings are read yet. */
  prepare(query: lunr.Query): PreparedQuery {
    const clauses = planQuery(this.#data, query, this.#expand, this.#reader);
    const required: PlannedClause[] = [];
    for (const clause of clauses) if (clause.presence === 'required') required.push(clause);
    required.sort(compareSizes);
    const lists = required.length === clauses.length ? onlyLists(required) : [];
    return {
      mostUnits: this.#countAtMost(clauses, required),
      find: (within, memory = NO_MEMORY) => {
        if (lists.length > 0) return this.#join(lists, within, memory);
        const found = this.#evaluate(clauses, required);
        return within === undefined ? found : pickUnits(found, intersectUnits(found.units, within));
      },
    };
  }

  #countAtMost(clauses: readonly PlannedClause[], [rarest]: readonly PlannedClause[]): number {
    const { unitCount } = this.#data;
    if (rarest !== undefined) return Math.min(rarest.size, unitCount);
    const optional = clauses.filter(({ presence }) => presence === 'optional');
    // lunr: a query that only forbids finds everything else.
    if (optional.length === 0) return unitCount;
    return Math.min(
      optional.reduce((sum, { size }) => sum + size, 0),
      unitCount,
    );
  }

  #evaluate(clauses: readonly PlannedClause[], required: readonly PlannedClause[]): Postings {
    const optional = clauses.filter(({ presence }) => presence === 'optional');
    const prohibited = clauses.filter(({ presence }) => presence === 'prohibited');
    const [rarest, ...others] = required;
    if (rarest?.size === 0) return NO_UNITS;
    if (rarest !== undefined) this.#admit([rarest]);
    else if (optional.length > 0) this.#admit(optional);
    else this.#admitAll();
    const last = this.#sortSeen();

    others.forEach((clause, index) => this.#pass(clause, index + 1, index + 2, last));
    const stage = Math.max(1, required.length);
    if (rarest !== undefined) for (const clause of optional) this.#pass(clause, stage, stage, last);
    for (const clause of prohibited) this.#remove(clause, last);
    return this.#collect(stage);
  }

  /** The units that are in all of these lists, the shortest of which comes first; only those of `within` if it is given. */
  #join(lists: readonly WeighedList[], within: Uint32Array | undefined, memory: WorkingMemory): Postings {
    const { records } = this.#data;
    const weigher = this.#weigher;
    const [rarest, ...others] = lists;
    if (rarest === undefined) return NO_UNITS;
    if (within !== undefined && within.length < rarest.unitCount) {
      const units = memory.takeUnits(within.length);
      units.set(within);
      return this.#keepInAll(lists, units, memory.takeScores(within.length).fill(0));
    }
    const units = memory.takeUnits(rarest.unitCount);
    const scores = memory.takeScores(rarest.unitCount);
    weighList(records, rarest, weigher, units, scores);
    const found = this.#keepInAll(others, units, scores);
    return within === undefined ? found : pickUnits(found, intersectUnits(found.units, within));
  }

  /** Keeps those of some units that are in all of these lists; writes over both arrays. */
  #keepInAll(lists: readonly WeighedList[], units: Uint32Array, scores: Float64Array): Postings {
    let count = units.length;
    for (const list of lists) {
      const skips = count * SKIPPED_RATIO < list.unitCount ? this.#skipsOf(list) : undefined;
      count = keepListed(this.#data.records, list, skips, this.#weigher, units, scores, count);
    }
    if (count === units.length) return { units, scores };
    return { units: units.subarray(0, count), scores: scores.subarray(0, count) };
  }

  #skipsOf(list: WeighedList): SkipTable | undefined {
    if (list.unitCount < LONG) return undefined;
    let skips = this.#skips.get(list.start);
    if (skips === undefined) {
      skips = measureSkips(this.#data.records, list);
      this.#skips.set(list.start, skips);
    }
    return skips;
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
    const weigher = this.#weigher;
    let seenCount = 0;
    for (const { lists } of clauses) {
      for (const list of lists) {
        weigher.begin(list);
        const count = this.#read(list, this.#data.unitCount);
        for (let index = 0; index < count; index += 1) {
          const unit = units[index] ?? 0;
          if (stages[unit] === 0) {
            stages[unit] = 1;
            seen[seenCount++] = unit;
          }
          scores[unit] = (scores[unit] ?? 0) + weigher.weigh(unit, frequencies[index] ?? 0);
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
    const weigher = this.#weigher;
    for (const list of lists) {
      weigher.begin(list);
      const count = this.#read(list, last);
      for (let index = 0; index < count; index += 1) {
        const unit = units[index] ?? 0;
        const stage = stages[unit] ?? 0;
        // Another list of the same clause may have let it pass already.
        if (stage !== from && stage !== to) continue;
        stages[unit] = to;
        scores[unit] = (scores[unit] ?? 0) + weigher.weigh(unit, frequencies[index] ?? 0);
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

  /** Brings the seen units into order and gives the last; -1 when there is none. */
  #sortSeen(): number {
    const seen = this.#seen.subarray(0, this.#seenCount);
    if (!isAscending(seen)) {
      // Going through a bit for every unit is faster than sorting, unless there are only a few.
      if (seen.length < FEW) seen.sort();
      else this.#sortByMarks(seen);
    }
    return seen[seen.length - 1] ?? -1;
  }

  #sortByMarks(seen: Uint32Array): void {
    const marks = this.#marks;
    for (const unit of seen) marks[unit >>> 5] = (marks[unit >>> 5] ?? 0) | (1 << (unit & 31));
    let count = 0;
    for (let word = 0; word < marks.length; word += 1) {
      let rest = marks[word] ?? 0;
      if (rest === 0) continue;
      marks[word] = 0;
      while (rest !== 0) {
        const bit = 31 - Math.clz32(rest & -rest);
        seen[count++] = word * 32 + bit;
        rest &= rest - 1;
      }
    }
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

function compareSizes(a: PlannedClause, b: PlannedClause): number {
  return a.size - b.size;
}

/** Most queries are so: each term stands in one field. None where one does not. */
function onlyLists(clauses: readonly PlannedClause[]): readonly WeighedList[] {
  const only: WeighedList[] = [];
  for (const { lists } of clauses) {
    const [list] = lists;
    if (list === undefined || lists.length > 1) return [];
    only.push(list);
  }
  return only;
}

// So few are sorted faster.
const FEW = 256;

const NO_MEMORY = new WorkingMemory(0);

/** Shorter lists are read whole. */
const LONG = 512;

/** Where units are so many fewer than the postings of a list, those between are skipped. */
const SKIPPED_RATIO = 16;

function isAscending(units: Uint32Array): boolean {
  for (let index = 1; index < units.length; index += 1) {
    if ((units[index] ?? 0) < (units[index - 1] ?? 0)) return false;
  }
  return true;
}
