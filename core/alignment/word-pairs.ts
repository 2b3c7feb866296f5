/** A source word and a target word that may answer each other. */
export interface WordPair {
  readonly target: number;
  /** Of the target word where the source word stands, between 0 and 1. */
  readonly forward: number;
  /** Of the source word where the target word stands. */
  readonly backward: number;
}

/** Pairs from several sources of evidence; the strongest counts. */
export class PairTable {
  readonly #bySource = new Map<number, Map<number, WordPair>>();

  constructor(other?: PairTable) {
    for (const [source, pairs] of other?.entries() ?? []) this.#bySource.set(source, new Map(pairs));
  }

  add(source: number, target: number, forward: number, backward: number): void {
    const pairs = this.#bySource.get(source) ?? new Map<number, WordPair>();
    this.#bySource.set(source, pairs);
    const known = pairs.get(target);
    pairs.set(target, {
      target,
      forward: Math.max(known?.forward ?? 0, forward),
      backward: Math.max(known?.backward ?? 0, backward),
    });
  }

  /** The pairs of each source word, by its number, of so many words. */
  list(wordCount: number): readonly (readonly WordPair[])[] {
    return Array.from({ length: wordCount }, (_, word) => [...(this.#bySource.get(word)?.values() ?? [])]);
  }

  entries(): Iterable<readonly [number, ReadonlyMap<number, WordPair>]> {
    return this.#bySource;
  }
}
