import lunr from 'lunr';
import type { LanguageTag } from '../text/language.ts';
import type { LookupTerm } from './index-terms.ts';

// The only module that knows lunr. lunr's own tokenizer, trimmer and stop words are never used: they delete Chinese.

/** The terms of one unit by language. */
export type IndexedUnit = Readonly<Record<LanguageTag, readonly string[]>>;

/** An index of units by their terms: finds candidates and weighs them by lunr's BM25. */
export interface LunrIndex {
  /**
   * The units whose text in one language has all the terms, by their position in the work, with lunr's score. A language
   * that was not indexed has none.
   */
  readonly findUnits: (language: LanguageTag, terms: readonly LookupTerm[]) => ReadonlyMap<number, number>;
  /** What `loadLunrIndex` takes; plain JSON. */
  readonly toJSON: () => object;
}

const REF = 'position';

/** Indexes units; `languages` are the fields. */
export function buildLunrIndex(languages: readonly LanguageTag[], units: readonly IndexedUnit[]): LunrIndex {
  const builder = new lunr.Builder();
  builder.ref(REF);
  for (const language of languages) builder.field(language);
  builder.tokenizer = Object.assign(toTokens, { separator: lunr.tokenizer.separator });
  units.forEach((unit, position) => builder.add({ ...unit, [REF]: position }));
  return wrapIndex(builder.build(), languages);
}

/**
 * Takes back what `toJSON` gave.
 * @throws Error when it was written by another version of lunr or is not an index at all.
 */
export function loadLunrIndex(serialized: object, languages: readonly LanguageTag[]): LunrIndex {
  // lunr itself only warns on the console here, and goes on to read weights that may mean something else.
  if (!('version' in serialized) || serialized.version !== lunr.version) {
    throw new Error(`The index was not written by lunr ${lunr.version}.`);
  }
  return wrapIndex(lunr.Index.load(serialized), languages);
}

function wrapIndex(index: lunr.Index, languages: readonly LanguageTag[]): LunrIndex {
  return {
    findUnits: (language, terms) => {
      if (!languages.includes(language)) return new Map();
      const found = index.query((query) => {
        for (const { text, isPrefix } of terms) {
          query.term(text, {
            fields: [language],
            usePipeline: false,
            presence: lunr.Query.presence.REQUIRED,
            wildcard: isPrefix ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
          });
        }
      });
      return new Map(found.map(({ ref, score }) => [Number(ref), score]));
    },
    toJSON: () => index.toJSON(),
  };
}

function toTokens(terms: unknown): lunr.Token[] {
  return Array.isArray(terms) ? terms.map((term) => new lunr.Token(String(term), {})) : [];
}
