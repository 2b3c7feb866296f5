import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { Corpus } from './corpus.ts';
import { findInNotes, type NotesFound } from './find-in-notes.ts';
import type { TermFinder } from './find-term.ts';
import type { Finder, TermHit } from './finder.ts';
import { findNearby } from './nearby-spans.ts';
import {
  intersectUnits,
  pickUnits,
  scoreOf,
  uniteUnits,
  uniteWeighed,
  type WeighedUnits,
} from './position-sets.ts';

/** Finds terms that stand close to each other in one text, note or tag; see `NearNode`. */
export class NearFinder implements Finder {
  readonly candidates: Uint32Array;
  readonly isSure = false;
  readonly #terms: readonly (readonly TermFinder[])[];
  readonly #distances: readonly number[];
  readonly #corpus: Corpus;
  /** The units in whose text all the terms may stand, by language. */
  readonly #texts: readonly { readonly language: LanguageTag; readonly units: Uint32Array }[];
  readonly #notes: NotesFound;

  constructor(terms: readonly (readonly TermFinder[])[], distances: readonly number[], corpus: Corpus) {
    this.#terms = terms;
    this.#distances = distances;
    this.#corpus = corpus;
    this.#texts = corpus.languages.map((language) => ({ language, units: this.#unitsIn(language) }));
    this.#notes = findInNotes(corpus.notes(), (note) => {
      const wordings = terms.map((term) => term.filter((wording) => wording.admitsNote(note)));
      if (wordings.some((wording) => wording.length === 0)) return null;
      return this.#findIn(note.folded.text, undefined, wordings);
    });
    this.candidates = uniteUnits([...this.#texts.map(({ units }) => units), this.#notes.weighed.units]);
  }

  readonly confirm = (units: Uint32Array): WeighedUnits => {
    const inTexts = this.#texts.map(({ language, units: mayHold }): WeighedUnits => {
      const held = intersectUnits(units, mayHold).filter(
        (position) => this.#findAt(language, position).length > 0,
      );
      return { units: held, scores: Float64Array.from(held, (position) => this.#weigh(language, position)) };
    });
    const { weighed } = this.#notes;
    return uniteWeighed([...inTexts, pickUnits(weighed, intersectUnits(units, weighed.units))]);
  };

  readonly look = (position: number): readonly TermHit[] | undefined => {
    const inTexts = this.#texts.flatMap(({ language }): readonly TermHit[] => {
      const folded = this.#corpus.foldedAt(language, position);
      const spans = this.#findAt(language, position).map(folded.toOriginal);
      if (spans.length === 0) return [];
      const weight = this.#weigh(language, position);
      return [{ field: { kind: 'text', language }, folded: folded.text, spans, weight }];
    });
    const hits = [...inTexts, ...(this.#notes.hits.get(position) ?? [])];
    return hits.length === 0 ? undefined : hits;
  };

  #wordingsIn(language: LanguageTag): readonly (readonly TermFinder[])[] {
    return this.#terms.map((term) => term.filter((wording) => wording.admits(language)));
  }

  #unitsIn(language: LanguageTag): Uint32Array {
    return this.#wordingsIn(language)
      .map((wordings) => uniteUnits(wordings.map((wording) => wording.postingsIn(language)?.units ?? NONE)))
      .reduce(intersectUnits);
  }

  #findAt(language: LanguageTag, position: number): readonly TextSpan[] {
    const { text } = this.#corpus.foldedAt(language, position);
    return this.#findIn(text, language, this.#wordingsIn(language));
  }

  #findIn(
    folded: string,
    language: LanguageTag | undefined,
    terms: readonly (readonly TermFinder[])[],
  ): readonly TextSpan[] {
    const found = terms.map((wordings) => wordings.flatMap((wording) => wording.findIn(folded, language)));
    return findNearby(folded, found, this.#distances);
  }

  #weigh(language: LanguageTag, position: number): number {
    return this.#wordingsIn(language)
      .flat()
      .reduce((sum, wording) => {
        const postings = wording.postingsIn(language);
        return sum + (postings === undefined ? 0 : (scoreOf(postings, position) ?? 0));
      }, 0);
  }
}

const NONE = new Uint32Array(0);
