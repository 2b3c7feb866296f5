import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { Corpus } from './corpus.ts';
import type { Finder, TermHit } from './finder.ts';
import { pairFieldOf } from './common-pairs.ts';
import { isAnsweredByTerms, pairsOfPattern, termsOfPattern } from './index-terms.ts';
import type { NoteField } from './note-fields.ts';
import { createLunrQuery, type QueryClause } from './packed-index.ts';
import {
  intersectUnits,
  pickUnits,
  scoreOf,
  uniteUnits,
  uniteWeighed,
  type WeighedUnits,
} from './position-sets.ts';
import type { FieldFilter, TermNode } from './query.ts';
import { stemmerFor, type Stemmer } from './stem-word.ts';
import { compilePattern, createPatternTest, findPattern, type TermPattern } from './term-pattern.ts';
import { findInNotes, type NotesFound } from './find-in-notes.ts';

/** A term in the texts of one language. */
interface TermInTexts {
  readonly language: LanguageTag;
  readonly stem: Stemmer;
  /** The units that may hold it. */
  readonly postings: WeighedUnits;
  /** Whether all of them do. */
  readonly isSure: boolean;
}

/** Finds one term in texts, notes and tags. */
export class TermFinder implements Finder {
  readonly candidates: Uint32Array;
  readonly isSure: boolean;
  readonly #term: TermNode;
  readonly #corpus: Corpus;
  readonly #pattern: TermPattern;
  readonly #texts: readonly TermInTexts[];
  readonly #notes: NotesFound;

  constructor(term: TermNode, corpus: Corpus) {
    this.#term = term;
    this.#corpus = corpus;
    this.#pattern = compilePattern(term);
    this.#texts = corpus.languages
      .filter((language) => admitsLanguage(term.field, language))
      .map((language) => {
        const stem = stemmerFor(language);
        const pairs = corpus.index.hasPairs(language) ? pairsOfPattern(this.#pattern, language) : [];
        return {
          language,
          stem,
          postings: lookUp(this.#pattern, pairs, language, corpus),
          isSure: isAnsweredByTerms(this.#pattern, pairs),
        };
      });
    this.isSure = this.#texts.every((texts) => texts.isSure);
    this.#notes = findInNotes(corpus.notes(), (note) =>
      admitsNote(term.field, note) ? this.findIn(note.folded.text, undefined) : null,
    );
    this.candidates = uniteUnits([
      ...this.#texts.map(({ postings }) => postings.units),
      this.#notes.weighed.units,
    ]);
  }

  readonly confirm = (units: Uint32Array): WeighedUnits => {
    const inTexts = this.#texts.map(({ language, stem, postings }) => {
      const common = intersectUnits(units, postings.units);
      if (this.isSure) return pickUnits(postings, common);
      const isHeld = createPatternTest(this.#pattern, stem);
      const held = common.filter((position) => isHeld(this.#corpus.foldedAt(language, position).text));
      return pickUnits(postings, held);
    });
    const { weighed } = this.#notes;
    return uniteWeighed([...inTexts, pickUnits(weighed, intersectUnits(units, weighed.units))]);
  };

  readonly look = (position: number): readonly TermHit[] | undefined => {
    const inTexts = this.#texts.flatMap(({ language, postings }): readonly TermHit[] => {
      const weight = scoreOf(postings, position);
      if (weight === undefined) return [];
      const folded = this.#corpus.foldedAt(language, position);
      const spans = this.findIn(folded.text, language).map(folded.toOriginal);
      return spans.length === 0
        ? []
        : [{ field: { kind: 'text', language }, folded: folded.text, spans, weight }];
    });
    const hits = [...inTexts, ...(this.#notes.hits.get(position) ?? [])];
    return hits.length === 0 ? undefined : hits;
  };

  /** Whether it is looked for in the texts of a language. */
  admits(language: LanguageTag): boolean {
    return admitsLanguage(this.#term.field, language);
  }

  /** Whether it is looked for in a note or tag. */
  admitsNote(note: NoteField): boolean {
    return admitsNote(this.#term.field, note);
  }

  /** The units that may hold it in a language. */
  postingsIn(language: LanguageTag): WeighedUnits | undefined {
    return this.#texts.find((texts) => texts.language === language)?.postings;
  }

  /** Where it stands in a folded text of a language, or in a note; in that text's own offsets. */
  findIn(folded: string, language: LanguageTag | undefined): readonly TextSpan[] {
    return findPattern(folded, this.#pattern, stemmerFor(language));
  }
}

/** Whether a filter lets a language through; 'zh' lets 'zh-Hans' through. */
function admitsLanguage(filter: FieldFilter | null, language: LanguageTag): boolean {
  return filter === null || (filter.kind === 'text' && isOfLanguage(language, filter.language));
}

function admitsNote(filter: FieldFilter | null, { field }: NoteField): boolean {
  return filter === null || filter.kind === field.kind;
}

function lookUp(
  pattern: TermPattern,
  pairs: readonly string[],
  language: LanguageTag,
  corpus: Corpus,
): WeighedUnits {
  const ofTerms = termsOfPattern(pattern, stemmerFor(language)).map(
    ({ text, isPrefix, editDistance }): QueryClause => ({
      term: text,
      presence: 'required',
      languages: [language],
      isPrefix,
      editDistance,
    }),
  );
  const pairField = pairFieldOf(language) ?? '';
  // Pairs only narrow down: the words themselves bear the weight.
  const ofPairs = pairs.map((term): QueryClause => ({
    term,
    presence: 'required',
    languages: [pairField],
    boost: 0,
  }));
  return corpus.index.query(createLunrQuery([...ofTerms, ...ofPairs]));
}
