import type { TermPattern } from './walk-terms.ts';

const WILDCARD = 0x2a;

/** A term with `*` anywhere, each for any code units or none. The state is every place in the pattern one can be at. */
export class WildcardPattern implements TermPattern<readonly number[]> {
  readonly start: readonly number[];
  readonly minLength: number;
  readonly maxLength = Infinity;
  readonly #pattern: string;

  constructor(pattern: string) {
    this.#pattern = pattern;
    this.minLength = pattern.replaceAll('*', '').length;
    this.start = [...this.#passWildcards([0])];
  }

  step(places: readonly number[], codeUnit: number): readonly number[] | undefined {
    const next = places.flatMap((place) => {
      const expected = this.#pattern.charCodeAt(place);
      if (expected === WILDCARD) return [place];
      return expected === codeUnit ? [place + 1] : [];
    });
    return next.length === 0 ? undefined : [...this.#passWildcards(next)];
  }

  accepts(places: readonly number[]): boolean {
    return places.includes(this.#pattern.length);
  }

  /** A wildcard may stand for nothing: the place after it is reached at once. */
  #passWildcards(places: readonly number[]): ReadonlySet<number> {
    const reached = new Set(places);
    for (const place of reached) {
      if (this.#pattern.charCodeAt(place) === WILDCARD) reached.add(place + 1);
    }
    return reached;
  }
}
