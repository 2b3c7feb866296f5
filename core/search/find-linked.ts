import { spansOverlap, type TextSpan } from '../text/text-span.ts';
import type { LanguageTag } from '../text/language.ts';
import type { Corpus } from './corpus.ts';
import { sumOfWeights } from './find-in-notes.ts';
import type { TermFinder } from './find-term.ts';
import type { Finder, TermHit } from './finder.ts';
import { intersectUnits, scoreOf, uniteUnits, type WeighedUnits } from './position-sets.ts';

/** Two languages in which linked words are looked for. */
interface LanguagePair {
  readonly from: LanguageTag;
  readonly to: LanguageTag;
}

/** Finds words that answer each other; see `LinkedNode`. */
export class LinkedFinder implements Finder {
  readonly mostUnits: number;
  readonly isSure = false;
  readonly #from: TermFinder;
  readonly #to: TermFinder;
  readonly #corpus: Corpus;
  readonly #pairs: readonly LanguagePair[];

  constructor(from: TermFinder, to: TermFinder, corpus: Corpus) {
    this.#from = from;
    this.#to = to;
    this.#corpus = corpus;
    const pairs = corpus.languages.flatMap((language) =>
      corpus.languages.flatMap((other) => (other === language ? [] : [{ from: language, to: other }])),
    );
    this.#pairs = pairs.filter((pair) => this.#countAtMost(pair) > 0);
    this.mostUnits = this.#pairs.reduce((sum, pair) => sum + this.#countAtMost(pair), 0);
  }

  /** Only where links are may words be linked. */
  findCandidates(within?: Uint32Array): Uint32Array {
    const linked = this.#corpus.linkedUnits();
    const units = within === undefined ? linked : intersectUnits(within, linked);
    return uniteUnits(
      this.#pairs.map(({ from, to }) => {
        // The rarer words first: the others are looked up only where those stand.
        if (this.#from.countIn(from) > this.#to.countIn(to)) {
          return this.#from.postingsIn(from, this.#to.postingsIn(to, units).units).units;
        }
        return this.#to.postingsIn(to, this.#from.postingsIn(from, units).units).units;
      }),
    );
  }

  confirm(units: Uint32Array): WeighedUnits {
    const scores: number[] = [];
    const found = units.filter((position) => {
      const hits = this.look(position);
      if (hits !== undefined) scores.push(sumOfWeights(hits));
      return hits !== undefined;
    });
    return { units: found, scores: Float64Array.from(scores) };
  }

  look(position: number): readonly TermHit[] | undefined {
    const links = this.#corpus.linksAt(position);
    if (links.length === 0) return undefined;
    const hits = this.#pairs.flatMap(({ from, to }): readonly TermHit[] => {
      const source = this.#findAt(this.#from, from, position);
      const target = this.#findAt(this.#to, to, position);
      if (source.spans.length === 0 || target.spans.length === 0) return [];
      const answered = links.filter(
        ({ spans }) => touches(source.spans, spans[from]) && touches(target.spans, spans[to]),
      );
      if (answered.length === 0) return [];
      const keep = (hit: TermHit, language: LanguageTag): TermHit => ({
        ...hit,
        spans: hit.spans.filter((span) => answered.some(({ spans }) => touches([span], spans[language]))),
      });
      return [keep(source, from), keep(target, to)];
    });
    return hits.length === 0 ? undefined : hits;
  }

  #countAtMost({ from, to }: LanguagePair): number {
    return Math.min(this.#from.countIn(from), this.#to.countIn(to));
  }

  #findAt(term: TermFinder, language: LanguageTag, position: number): TermHit {
    const weight = scoreOf(term.foundIn(language), position);
    const folded = this.#corpus.foldedAt(language, position);
    const spans =
      weight === undefined ? [] : term.findIn(folded.text, language).map((span) => folded.toOriginal(span));
    return { field: { kind: 'text', language }, folded: folded.text, spans, weight: weight ?? 0 };
  }
}

function touches(spans: readonly TextSpan[], others: readonly TextSpan[] | undefined): boolean {
  return others?.some((other) => spans.some((span) => spansOverlap(span, other))) === true;
}
