import lunr from 'lunr';
import type { LanguageTag } from '../text/language.ts';
import { keepShape } from './keep-shape.ts';

// The only module that knows lunr's values. lunr's own tokenizer, trimmer and stop words are never used: they delete
// Chinese. Its index is not used either: it takes a hundred times the memory of the packed one that is made from its
// counts (docs/decisions/0015-packed-lunr.md).

/** The terms of one unit by language, with repetitions. */
export type IndexedUnit = Readonly<Record<LanguageTag, readonly string[]>>;

/** What lunr.Builder has counted in one field of one unit. */
export interface FieldCount {
  /** How often each term stands in it. */
  readonly frequencies: Readonly<Record<string, number>>;
  /** How many terms it has, repetitions included. */
  readonly length: number;
}

const REF = 'position';

/** The members of lunr.Builder 2.3.9 that its types do not have (they name those of lunr 2.0). */
interface BuilderCounts {
  readonly fieldTermFrequencies: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly fieldLengths: Readonly<Record<string, number>>;
}

/**
 * Lets lunr.Builder count the terms of units: of each unit in order, of each language in order.
 * @throws Error when lunr does not keep its counts where lunr 2.3.9 does.
 */
export function countTerms(
  languages: readonly LanguageTag[],
  units: readonly IndexedUnit[],
): readonly (readonly FieldCount[])[] {
  const builder = new lunr.Builder();
  builder.ref(REF);
  for (const language of languages) builder.field(language);
  builder.tokenizer = Object.assign(toTokens, { separator: lunr.tokenizer.separator });
  units.forEach((unit, position) => builder.add({ ...unit, [REF]: position }));
  const { fieldTermFrequencies, fieldLengths } = countsOf(builder);
  return units.map((_unit, position) =>
    languages.map((language) => {
      const frequencies = fieldTermFrequencies[`${language}/${position}`];
      const length = fieldLengths[`${language}/${position}`];
      if (frequencies === undefined || length === undefined) throw unknownLunr();
      return { frequencies, length };
    }),
  );
}

function countsOf(builder: object): BuilderCounts {
  const hasCounts =
    'fieldTermFrequencies' in builder &&
    typeof builder.fieldTermFrequencies === 'object' &&
    'fieldLengths' in builder &&
    typeof builder.fieldLengths === 'object';
  if (!hasCounts) throw unknownLunr();
  return builder as unknown as BuilderCounts;
}

function unknownLunr(): Error {
  return new Error(
    `lunr ${lunr.version} does not count as lunr 2.3.9 does: adapt core/search/lunr-index.ts to it.`,
  );
}

function toTokens(terms: unknown): lunr.Token[] {
  return Array.isArray(terms) ? terms.map((term) => new lunr.Token(String(term), {})) : [];
}

/** What a clause asks of a unit: to have its term, to have it if it can, not to have it. */
export type ClausePresence = 'required' | 'optional' | 'prohibited';

/** One clause of a query in lunr's sense. A `*` in `term` stands for any characters. */
export interface QueryClause {
  readonly term: string;
  readonly presence: ClausePresence;
  /** The fields it is looked for in. */
  readonly languages: readonly LanguageTag[];
  /** Terms that begin with `term` answer too. */
  readonly isPrefix?: boolean;
  /** Terms that are so many insertions, deletions, substitutions or swaps away answer too. */
  readonly editDistance?: number;
  /** Makes the term weigh so many times as much; 1 if not given. */
  readonly boost?: number;
}

/** What lunr 2.3.9 has in its clauses; its types do not know presence. */
type LunrClause = Omit<lunr.Query.Clause, 'editDistance'> & {
  readonly presence?: lunr.Query.presence;
  editDistance?: number;
};

const { TRAILING, NONE } = lunr.Query.wildcard;

/** A lunr query of these clauses. */
export function createLunrQuery(clauses: readonly QueryClause[]): lunr.Query {
  // Every clause names its fields: those of the query are for clauses that do not.
  const query = new lunr.Query([]);
  keepShape(query);
  for (const { term, presence, languages, isPrefix, editDistance, boost = 1 } of clauses) {
    const clause: LunrClause = {
      term,
      fields: languages as string[],
      usePipeline: false,
      presence: PRESENCES[presence],
      wildcard: isPrefix === true ? TRAILING : NONE,
      boost,
    };
    // lunr takes a term literally, wildcards included, when the clause names a distance.
    if (editDistance !== undefined) clause.editDistance = editDistance;
    query.clause(clause as lunr.Query.Clause);
  }
  return query;
}

const PRESENCES: Readonly<Record<ClausePresence, lunr.Query.presence>> = {
  optional: lunr.Query.presence.OPTIONAL,
  required: lunr.Query.presence.REQUIRED,
  prohibited: lunr.Query.presence.PROHIBITED,
};

/** The clauses of a lunr query, however it was made. The term of a clause with wildcards has its `*`. */
export function readClauses(query: lunr.Query): readonly Required<Omit<QueryClause, 'isPrefix'>>[] {
  return query.clauses.map((clause: lunr.Query.Clause & { readonly presence?: lunr.Query.presence }) => ({
    term: clause.term,
    presence: presenceOf(clause.presence),
    languages: clause.fields,
    // lunr looks a term up as it is when the clause does not name a distance.
    editDistance: 'editDistance' in clause ? clause.editDistance : 0,
    boost: clause.boost,
  }));
}

function presenceOf(presence: lunr.Query.presence | undefined): ClausePresence {
  switch (presence) {
    case lunr.Query.presence.REQUIRED:
      return 'required';
    case lunr.Query.presence.PROHIBITED:
      return 'prohibited';
    case lunr.Query.presence.OPTIONAL:
    case undefined:
      return 'optional';
  }
}
