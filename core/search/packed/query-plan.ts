import type lunr from 'lunr';
import { inverseDocumentFrequency } from '../bm25.ts';
import { readClauses, type ClausePresence } from '../lunr-index.ts';
import { expandTerm } from './expand-term.ts';
import type { ListReader } from './list-reader.ts';
import type { PackedData, PostingList } from './packed-data.ts';
import { createGuide, type TermRange } from './term-dictionary.ts';

/** A list to be added to the scores. */
export interface WeighedList extends PostingList {
  /** lunr.idf of the term: over all fields, a unit counted once for each that has the term. */
  readonly idf: number;
  /** What a posting's weight is multiplied by: the clause's share in the query's vector of the field. */
  readonly factor: number;
}

/** A clause with all that its term stands for. */
export interface PlannedClause {
  readonly presence: ClausePresence;
  readonly lists: readonly WeighedList[];
  /** How many postings there are to be read. */
  readonly size: number;
}

interface ExpandedClause {
  readonly presence: ClausePresence;
  readonly boost: number;
  readonly fields: readonly number[];
  readonly ranges: readonly TermRange[];
}

/** Gives the terms that a clause stands for; see `expandTerm`. */
export type TermExpander = (term: string, editDistance: number) => readonly TermRange[];

/**
 * Expands terms, and remembers the last one: it is asked for in one language after the other, and a misspelling is compared
 * with every term there is.
 */
export function createExpander({ dictionary }: Pick<PackedData, 'dictionary'>): TermExpander {
  let lastTerm = '';
  let lastDistance = 0;
  const guide = createGuide(dictionary);
  let last = expandTerm(dictionary, lastTerm, lastDistance, guide);
  return (term, editDistance) => {
    if (term === lastTerm && editDistance === lastDistance) return last;
    last = expandTerm(dictionary, term, editDistance, guide);
    lastTerm = term;
    lastDistance = editDistance;
    return last;
  };
}

/** Looks up the terms of a query, by a reader of the same data; no postings are read yet. */
export function planQuery(
  data: PackedData,
  query: lunr.Query,
  expand: TermExpander,
  reader: ListReader,
): readonly PlannedClause[] {
  const clauses: ExpandedClause[] = [];
  for (const { term, presence, languages, editDistance, boost } of readClauses(query)) {
    const fields: number[] = [];
    for (const language of languages) {
      const field = data.languages.indexOf(language);
      if (field >= 0) fields.push(field);
    }
    clauses.push({ presence, boost, fields, ranges: expand(term, editDistance) });
  }
  const magnitudes = data.languages.map((_language, field) => measureMagnitude(clauses, field));
  return clauses.map((clause) => planClause(data.unitCount, reader, clause, magnitudes));
}

function planClause(
  unitCount: number,
  reader: ListReader,
  { presence, boost, fields, ranges }: ExpandedClause,
  magnitudes: readonly number[],
): PlannedClause {
  const lists: WeighedList[] = [];
  let size = 0;
  for (const { from, to } of ranges) {
    for (let term = from; term < to; term += 1) {
      let withTerm = 0;
      reader.open(term);
      while (reader.next()) withTerm += reader.unitCount;
      const idf = inverseDocumentFrequency(withTerm, unitCount);
      reader.open(term);
      while (reader.next()) {
        const { field } = reader;
        if (!fields.includes(field)) continue;
        const magnitude = magnitudes[field] ?? 0;
        const factor = magnitude === 0 ? 0 : boost / magnitude;
        lists.push({ field, unitCount: reader.unitCount, start: reader.start, end: reader.end, idf, factor });
        size += reader.unitCount;
      }
    }
  }
  return { presence, lists, size };
}

/**
 * The length of lunr's query vector of a field. Each term a clause stands for adds its boost to one element, whether the
 * field has the term or not. The vector is not written out, since a prefix may stand for a hundred thousand terms: the
 * boosts are summed up over stretches of terms between which they do not change.
 */
function measureMagnitude(clauses: readonly ExpandedClause[], field: number): number {
  const [only] = clauses;
  if (clauses.length === 1 && only !== undefined) {
    if (only.presence === 'prohibited' || !only.fields.includes(field)) return 0;
    return Math.sqrt(only.boost * only.boost * only.ranges.reduce((sum, { from, to }) => sum + to - from, 0));
  }
  if (!clauses.some(({ fields }) => fields.includes(field))) return 0;
  const steps = new Map<number, number>();
  for (const { presence, boost, fields, ranges } of clauses) {
    if (presence === 'prohibited' || !fields.includes(field)) continue;
    for (const { from, to } of ranges) {
      steps.set(from, (steps.get(from) ?? 0) + boost);
      steps.set(to, (steps.get(to) ?? 0) - boost);
    }
  }
  let sumOfSquares = 0;
  let boost = 0;
  let from = 0;
  for (const place of [...steps.keys()].toSorted((a, b) => a - b)) {
    sumOfSquares += boost * boost * (place - from);
    boost += steps.get(place) ?? 0;
    from = place;
  }
  return Math.sqrt(sumOfSquares);
}
