import type lunr from 'lunr';
import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { Corpus } from './corpus.ts';
import type { Finder, TermHit } from './finder.ts';
import { pairFieldOf } from './common-pairs.ts';
import { isAnsweredByTerms, pairsOfPattern, termsOfPattern } from './index-terms.ts';
import type { NoteField } from './note-fields.ts';
import { createLunrQuery, type PreparedQuery, type QueryClause } from './packed-index.ts';
import {
  intersectUnits,
  NO_UNITS,
  pickUnits,
  scoreOf,
  uniteUnits,
  uniteWeighed,
  type WeighedUnits,
} from './position-sets.ts';
import type { FieldFilter, TermNode } from './query.ts';
import { stemmerFor, type Stemmer } from './stem-word.ts';
import { compilePattern, createPatternTest, findPattern, type TermPattern } from './term-pattern.ts';
import { findInNotes, NOTHING_IN_NOTES, type NotesFound } from './find-in-notes.ts';

/** A term in the texts of one language. */
interface TermInTexts {
  readonly language: LanguageTag;
  readonly field: TermHit['field'];
  readonly stem: Stemmer;
  readonly query: PreparedQuery;
  /** Whether all units that the index finds hold it. */
  readonly isSure: boolean;
  /** What the index found, and among which units; undefined where it was not asked yet, or about all. */
  found: WeighedUnits | undefined;
  within: Uint32Array | undefined;
}

/** Finds one term in texts, notes and tags. Nothing is looked up before it is asked for. */
export class TermFinder implements Finder {
  readonly #term: TermNode;
  readonly #corpus: Corpus;
  readonly #pattern: TermPattern;
  #textsPrepared: readonly TermInTexts[] | undefined;
  #notesFound: NotesFound | undefined;

  constructor(term: TermNode, corpus: Corpus) {
    this.#term = term;
    this.#corpus = corpus;
    this.#pattern = compilePattern(term);
  }

  get mostUnits(): number {
    let most = this.#notes.weighed.units.length;
    for (const { query } of this.#texts) most += query.mostUnits;
    return most;
  }

  get isSure(): boolean {
    return this.#texts.every((texts) => texts.isSure);
  }

  findCandidates(within?: Uint32Array): Uint32Array {
    const { units: inNotes } = this.#notes.weighed;
    return uniteUnits([
      ...this.#texts.map((texts) => this.#findPostings(texts, within).units),
      within === undefined ? inNotes : intersectUnits(within, inNotes),
    ]);
  }

  confirm(units: Uint32Array): WeighedUnits {
    const { isSure } = this;
    const inTexts = this.#texts.map((texts) => {
      const postings = texts.found ?? this.#findPostings(texts, units);
      const common = intersectUnits(units, postings.units);
      return pickUnits(postings, isSure ? common : this.#keepHolders(common, texts.language, texts.stem));
    });
    const { weighed } = this.#notes;
    if (weighed.units.length === 0) return uniteWeighed(inTexts);
    return uniteWeighed([...inTexts, pickUnits(weighed, intersectUnits(units, weighed.units))]);
  }

  /** Those of some units that hold it, without a look into the index: for a few. */
  lookThrough(units: Uint32Array): Uint32Array {
    const inTexts = this.#corpus.languages
      .filter((language) => this.admits(language))
      .map((language) => this.#keepHolders(units, language, stemmerFor(language)));
    return uniteUnits([...inTexts, intersectUnits(units, this.#notes.weighed.units)]);
  }

  look(position: number): readonly TermHit[] | undefined {
    const hits: TermHit[] = [];
    for (const texts of this.#texts) {
      const { language, field, stem } = texts;
      const weight = scoreOf(texts.found ?? this.#findPostings(texts), position);
      if (weight === undefined) continue;
      const folded = this.#corpus.foldedAt(language, position);
      const spans = findPattern(folded.text, this.#pattern, stem).map(folded.toOriginal);
      if (spans.length > 0) hits.push({ field, folded: folded.text, spans, weight });
    }
    hits.push(...(this.#notes.hits.get(position) ?? []));
    return hits.length === 0 ? undefined : hits;
  }

  /** Whether it is looked for in the texts of a language. */
  admits(language: LanguageTag): boolean {
    return admitsLanguage(this.#term.field, language);
  }

  /** Whether it is looked for in a note or tag. */
  admitsNote(note: NoteField): boolean {
    return admitsNote(this.#term.field, note);
  }

  /** No more units than so many may hold it in a language. */
  countIn(language: LanguageTag): number {
    return this.#textsIn(language)?.query.mostUnits ?? 0;
  }

  /** The units that may hold it in a language, those of `within` only if it is given. */
  postingsIn(language: LanguageTag, within?: Uint32Array): WeighedUnits {
    const texts = this.#textsIn(language);
    return texts === undefined ? NO_UNITS : this.#findPostings(texts, within);
  }

  /** What {@link postingsIn} gave last. */
  foundIn(language: LanguageTag): WeighedUnits {
    return this.#textsIn(language)?.found ?? NO_UNITS;
  }

  /** Where it stands in a folded text of a language, or in a note; in that text's own offsets. */
  findIn(folded: string, language: LanguageTag | undefined): readonly TextSpan[] {
    return findPattern(folded, this.#pattern, stemmerFor(language));
  }

  get #texts(): readonly TermInTexts[] {
    this.#textsPrepared ??= this.#prepareAll();
    return this.#textsPrepared;
  }

  #prepareAll(): readonly TermInTexts[] {
    const prepared: TermInTexts[] = [];
    for (const language of this.#corpus.languages) {
      if (this.admits(language)) prepared.push(this.#prepare(language));
    }
    return prepared;
  }

  #textsIn(language: LanguageTag): TermInTexts | undefined {
    return this.#texts.find((texts) => texts.language === language);
  }

  /** What the index finds. Whoever asks first may ask about some units only; if others are asked about later, all are found. */
  #findPostings(texts: TermInTexts, within?: Uint32Array): WeighedUnits {
    const isKnown = texts.found !== undefined && (texts.within === undefined || texts.within === within);
    if (!isKnown) {
      texts.within = texts.found === undefined ? within : undefined;
      texts.found = texts.query.find(texts.within, this.#corpus.memory);
    }
    return texts.found ?? NO_UNITS;
  }

  #prepare(language: LanguageTag): TermInTexts {
    const { index } = this.#corpus;
    const stem = stemmerFor(language);
    const pairs =
      this.#pattern.length > 1 && index.hasPairs(language) ? pairsOfPattern(this.#pattern, language) : [];
    return {
      language,
      field: { kind: 'text', language },
      stem,
      query: index.prepare(queryFor(this.#pattern, pairs, language, stem)),
      isSure: isAnsweredByTerms(this.#pattern, pairs),
      found: undefined,
      within: undefined,
    };
  }

  get #notes(): NotesFound {
    this.#notesFound ??=
      this.#term.field?.kind === 'text'
        ? NOTHING_IN_NOTES
        : findInNotes(this.#corpus.notes(), (note) =>
            this.admitsNote(note) ? this.findIn(note.folded.text, undefined) : null,
          );
    return this.#notesFound;
  }

  #keepHolders(units: Uint32Array, language: LanguageTag, stem: Stemmer): Uint32Array {
    const isHeld = createPatternTest(this.#pattern, stem);
    return units.filter((position) => isHeld(this.#corpus.foldedAt(language, position).text));
  }
}

/** Whether a filter lets a language through; 'zh' lets 'zh-Hans' through. */
function admitsLanguage(filter: FieldFilter | null, language: LanguageTag): boolean {
  return filter === null || (filter.kind === 'text' && isOfLanguage(language, filter.language));
}

function admitsNote(filter: FieldFilter | null, { field }: NoteField): boolean {
  return filter === null || filter.kind === field.kind;
}

function queryFor(
  pattern: TermPattern,
  pairs: readonly string[],
  language: LanguageTag,
  stem: Stemmer,
): lunr.Query {
  const languages = [language];
  const ofTerms = termsOfPattern(pattern, stem).map(({ text, isPrefix, editDistance }): QueryClause => ({
    term: text,
    presence: 'required',
    languages,
    isPrefix,
    editDistance,
  }));
  if (pairs.length === 0) return createLunrQuery(ofTerms);
  const pairFields = [pairFieldOf(language) ?? ''];
  // Pairs only narrow down: the words themselves bear the weight.
  const ofPairs = pairs.map((term): QueryClause => ({
    term,
    presence: 'required',
    languages: pairFields,
    boost: 0,
  }));
  return createLunrQuery([...ofTerms, ...ofPairs]);
}
