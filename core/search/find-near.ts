import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { Corpus } from './corpus.ts';
import { findInNotes, type NotesFound } from './find-in-notes.ts';
import type { TermFinder } from './find-term.ts';
import type { Finder, TermHit } from './finder.ts';
import { findNearby, standNearby } from './nearby-spans.ts';
import {
  hasUnit,
  intersectUnits,
  NO_UNITS,
  pickUnits,
  scoreOf,
  uniteUnits,
  uniteWeighed,
  type WeighedUnits,
} from './position-sets.ts';

/** The terms in the texts of one language. */
interface NearInTexts {
  readonly language: LanguageTag;
  /** Those wordings of each term that are looked for in the language. */
  readonly terms: readonly (readonly TermFinder[])[];
  /** The units in whose text all the terms may stand. */
  units: Uint32Array;
}

/** Finds terms that stand close to each other in one text, note or tag; see `NearNode`. */
export class NearFinder implements Finder {
  readonly mostUnits: number;
  readonly isSure = false;
  readonly #distances: readonly number[];
  readonly #corpus: Corpus;
  readonly #texts: readonly NearInTexts[];
  readonly #notes: NotesFound;

  constructor(terms: readonly (readonly TermFinder[])[], distances: readonly number[], corpus: Corpus) {
    this.#distances = distances;
    this.#corpus = corpus;
    this.#texts = corpus.languages
      .map((language): NearInTexts => {
        const admitted = terms.map((wordings) => wordings.filter((wording) => wording.admits(language)));
        return { language, terms: admitted, units: NO_UNITS.units };
      })
      .filter((texts) => texts.terms.every((wordings) => wordings.length > 0));
    this.#notes = findInNotes(corpus.notes(), (note) => {
      const wordings = terms.map((term) => term.filter((wording) => wording.admitsNote(note)));
      if (wordings.some((wording) => wording.length === 0)) return null;
      return this.#findIn(note.folded.text, undefined, wordings);
    });
    this.mostUnits = this.#texts.reduce((sum, texts) => sum + countAtMost(texts), this.#notes.hits.size);
  }

  findCandidates(within?: Uint32Array): Uint32Array {
    for (const texts of this.#texts) texts.units = unitsWithAll(texts, within);
    const { units: inNotes } = this.#notes.weighed;
    return uniteUnits([
      ...this.#texts.map(({ units }) => units),
      within === undefined ? inNotes : intersectUnits(within, inNotes),
    ]);
  }

  confirm(units: Uint32Array): WeighedUnits {
    const inTexts = this.#texts.flatMap((texts): readonly WeighedUnits[] => {
      const { language, terms } = texts;
      const held = intersectUnits(units, texts.units).filter((position) => {
        const { text } = this.#corpus.foldedAt(language, position);
        return standNearby(text, listSpans(text, language, terms), this.#distances);
      });
      return terms.flat().map((wording) => {
        const postings = wording.foundIn(language);
        return pickUnits(postings, intersectUnits(held, postings.units));
      });
    });
    const { weighed } = this.#notes;
    return uniteWeighed([...inTexts, pickUnits(weighed, intersectUnits(units, weighed.units))]);
  }

  look(position: number): readonly TermHit[] | undefined {
    const inTexts = this.#texts.flatMap((texts): readonly TermHit[] => {
      const { language, terms, units } = texts;
      if (!hasUnit(units, position)) return [];
      const folded = this.#corpus.foldedAt(language, position);
      const spans = this.#findAt(texts, position).map(folded.toOriginal);
      if (spans.length === 0) return [];
      const weight = weighAt(terms.flat(), language, position);
      return [{ field: { kind: 'text', language }, folded: folded.text, spans, weight }];
    });
    const hits = [...inTexts, ...(this.#notes.hits.get(position) ?? [])];
    return hits.length === 0 ? undefined : hits;
  }

  #findAt({ language, terms }: NearInTexts, position: number): readonly TextSpan[] {
    return this.#findIn(this.#corpus.foldedAt(language, position).text, language, terms);
  }

  #findIn(
    folded: string,
    language: LanguageTag | undefined,
    terms: readonly (readonly TermFinder[])[],
  ): readonly TextSpan[] {
    return findNearby(folded, listSpans(folded, language, terms), this.#distances);
  }
}

/** Where each of some terms stands in a folded text. */
function listSpans(
  folded: string,
  language: LanguageTag | undefined,
  terms: readonly (readonly TermFinder[])[],
): readonly (readonly TextSpan[])[] {
  return terms.map((wordings) => wordings.flatMap((wording) => wording.findIn(folded, language)));
}

function countAtMost({ language, terms }: NearInTexts): number {
  return Math.min(...terms.map((wordings) => countWordings(wordings, language)));
}

function countWordings(wordings: readonly TermFinder[], language: LanguageTag): number {
  return wordings.reduce((sum, wording) => sum + wording.countIn(language), 0);
}

/** The rarest term is looked up first, the others only where it stands. */
function unitsWithAll({ language, terms }: NearInTexts, within: Uint32Array | undefined): Uint32Array {
  let units = within;
  const rarestFirst = terms.toSorted((a, b) => countWordings(a, language) - countWordings(b, language));
  for (const wordings of rarestFirst) {
    const before = units;
    units = uniteUnits(wordings.map((wording) => wording.postingsIn(language, before).units));
    if (units.length === 0) break;
  }
  return units ?? NO_UNITS.units;
}

function weighAt(wordings: readonly TermFinder[], language: LanguageTag, position: number): number {
  return wordings.reduce((sum, wording) => sum + (scoreOf(wording.foundIn(language), position) ?? 0), 0);
}
