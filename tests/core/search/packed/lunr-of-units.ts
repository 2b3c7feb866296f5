import lunr from 'lunr';
import type { IndexedUnit, Postings } from '../../../../core/search/packed-index.ts';

/** lunr's own index over the same units, each under its position: what a packed index is measured against. */
export function indexWithLunr(languages: readonly string[], units: readonly IndexedUnit[]): lunr.Index {
  const builder = new lunr.Builder();
  builder.ref('position');
  for (const language of languages) builder.field(language);
  const tokenize = (terms: unknown): lunr.Token[] =>
    Array.isArray(terms) ? terms.map((term) => new lunr.Token(String(term), {})) : [];
  builder.tokenizer = Object.assign(tokenize, { separator: lunr.tokenizer.separator });
  units.forEach((unit, position) => builder.add({ ...unit, position }));
  return builder.build();
}

/** Asks lunr's index; units by position, ascending. */
export function askLunr(index: lunr.Index, query: lunr.Query): Postings {
  const found = index
    .query((asked) => {
      asked.clauses = query.clauses.map((clause) => ({ ...clause }));
    })
    .map(({ ref, score }) => ({ unit: Number(ref), score }))
    .toSorted((a, b) => a.unit - b.unit);
  return {
    units: Uint32Array.from(found, ({ unit }) => unit),
    scores: Float64Array.from(found, ({ score }) => score),
  };
}
