import type { AlignedSide } from './aligned-side.ts';
import { MOST_SENTENCES } from './bead-shapes.ts';
import type { WordPair } from './word-pairs.ts';

/** How many numbers a match takes in the list of a pair of sentences; see {@link WordMatches.between}. */
export const MATCH_SIZE = 4;

const NONE = new Float32Array(0);

/**
 * Which words of a source and a target sentence may answer each other. Made row by row, with those of the last
 * source sentences kept, for a bead asks for its neighbours too.
 */
export class WordMatches {
  readonly #source: AlignedSide;
  readonly #target: AlignedSide;
  readonly #pairs: readonly (readonly WordPair[])[];
  readonly #rows: (Map<number, Float32Array> | undefined)[] = [];
  /** Of each target word: the row it was last reached from, and how. */
  readonly #reachedIn: Int32Array;
  readonly #reached: number[][];

  constructor(source: AlignedSide, target: AlignedSide, pairs: readonly (readonly WordPair[])[]) {
    this.#source = source;
    this.#target = target;
    this.#pairs = pairs;
    this.#reachedIn = new Int32Array(target.counts.length).fill(-1);
    this.#reached = target.vocabulary.forms.map(() => []);
  }

  /** Makes the matches of a source sentence with the target sentences from `first` up to `end`. */
  prepareRow(row: number, first: number, end: number): void {
    this.#rows[row - 2 * MOST_SENTENCES] = undefined;
    this.#reach(row);
    const cells = new Map<number, Float32Array>();
    for (let column = first; column < end; column += 1) {
      const cell = this.#match(row, column);
      if (cell.length > 0) cells.set(column, cell);
    }
    this.#rows[row] = cells;
  }

  /**
   * The matches of two sentences, {@link MATCH_SIZE} numbers each: the places of the two words in their sentences, and how
   * many times more probable the target word is where the source word stands, and the other way round.
   */
  between(source: number, target: number): Float32Array {
    return this.#rows[source]?.get(target) ?? NONE;
  }

  #reach(row: number): void {
    this.#source.sentences[row]?.words.forEach((word, place) => {
      const gain = Math.exp(this.#source.rarity[word] ?? 0);
      for (const { target, forward, backward } of this.#pairs[word] ?? []) {
        const reached = this.#reached[target] ?? [];
        if (this.#reachedIn[target] !== row) reached.length = 0;
        this.#reachedIn[target] = row;
        reached.push(place, forward * Math.exp(this.#target.rarity[target] ?? 0), backward * gain);
      }
    });
  }

  #match(row: number, column: number): Float32Array {
    const found: number[] = [];
    this.#target.sentences[column]?.words.forEach((word, place) => {
      if (this.#reachedIn[word] !== row) return;
      const reached = this.#reached[word] ?? [];
      for (let at = 0; at < reached.length; at += 3) {
        found.push(reached[at] ?? 0, place, reached[at + 1] ?? 0, reached[at + 2] ?? 0);
      }
    });
    return found.length === 0 ? NONE : Float32Array.from(found);
  }
}
