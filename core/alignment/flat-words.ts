import type { AlignedSide } from './aligned-side.ts';
import { MOST_SENTENCES } from './bead-shapes.ts';

/** How much of the probability of a word its known partners take. */
const TRUST = 0.3;
/** Sentences of few words prove little. */
const SMOOTHING_WORDS = 2;
const LARGE = 1e200;

/**
 * The words of all sentences of a side one after the other, and what speaks for those of one bead. It is made once and
 * written over for each bead, of which there are millions.
 */
export class FlatWords {
  /** Where each sentence begins, and where the last one ends. */
  readonly starts: Int32Array;
  /** Of what was weighed last: the logarithm of how many times more probable the words are beside the other side's. */
  gain = 0;
  /** The rarity of the words that anything speaks for. */
  answered = 0;
  /** The least gain of a sentence, as a share of what its words are worth. */
  weakest = 1;
  /** How many sentences nothing speaks for. */
  empty = 0;
  readonly #rarity: Float64Array;
  /** The sum of rarity before each word. */
  readonly #massBefore: Float64Array;
  /** The sentence of each word. */
  readonly #sentences: Int32Array;
  readonly #support: Float64Array;
  /** The words that anything speaks for. */
  readonly #supported: Int32Array;
  #supportedCount = 0;
  /** By sentence of the bead. */
  readonly #products = new Float64Array(MOST_SENTENCES);
  readonly #gains = new Float64Array(MOST_SENTENCES);

  constructor({ sentences, rarity }: AlignedSide) {
    this.starts = new Int32Array(sentences.length + 1);
    sentences.forEach(({ words }, place) => {
      this.starts[place + 1] = (this.starts[place] ?? 0) + words.length;
    });
    const wordCount = this.starts[sentences.length] ?? 0;
    this.#rarity = new Float64Array(wordCount);
    this.#massBefore = new Float64Array(wordCount + 1);
    this.#sentences = new Int32Array(wordCount);
    this.#support = new Float64Array(wordCount);
    this.#supported = new Int32Array(wordCount);
    sentences.forEach(({ words }, place) => {
      words.forEach((word, at) => {
        const index = (this.starts[place] ?? 0) + at;
        this.#sentences[index] = place;
        this.#rarity[index] = rarity[word] ?? 0;
        this.#massBefore[index + 1] = (this.#massBefore[index] ?? 0) + (rarity[word] ?? 0);
      });
    });
  }

  /** How many words the sentences from a place up to an end have. */
  count(from: number, end: number): number {
    return (this.starts[end] ?? 0) - (this.starts[from] ?? 0);
  }

  /** How much rarity these sentences have. */
  mass(from: number, end: number): number {
    return (this.#massBefore[this.starts[end] ?? 0] ?? 0) - (this.#massBefore[this.starts[from] ?? 0] ?? 0);
  }

  /** Forgets what spoke for the words of the last bead. */
  clear(): void {
    for (let at = 0; at < this.#supportedCount; at += 1) this.#support[this.#supported[at] ?? 0] = 0;
    this.#supportedCount = 0;
  }

  /** Lets something speak for a word, by how many times more probable it makes it. */
  support(index: number, ratio: number): void {
    if (this.#support[index] === 0) this.#supported[this.#supportedCount++] = index;
    this.#support[index] = (this.#support[index] ?? 0) + ratio;
  }

  /** Weighs sentences against so many words of the other side. */
  weigh(from: number, end: number, otherCount: number): void {
    const scale = TRUST / (otherCount + SMOOTHING_WORDS);
    const products = this.#products.fill(1);
    const gains = this.#gains.fill(0);
    this.answered = 0;
    for (let at = 0; at < this.#supportedCount; at += 1) {
      const index = this.#supported[at] ?? 0;
      const member = (this.#sentences[index] ?? 0) - from;
      const product = (products[member] ?? 1) * (1 + (this.#support[index] ?? 0) * scale);
      // One logarithm of a product is cheaper than the sum of many.
      if (product > LARGE) gains[member] = (gains[member] ?? 0) + Math.log(product);
      products[member] = product > LARGE ? 1 : product;
      this.answered += this.#rarity[index] ?? 0;
    }
    this.gain = 0;
    this.weakest = 1;
    this.empty = 0;
    for (let place = from; place < end; place += 1) {
      const product = products[place - from] ?? 1;
      const gain = (gains[place - from] ?? 0) + (product === 1 ? 0 : Math.log(product));
      this.gain += gain;
      if (gain === 0) this.empty += 1;
      this.weakest = Math.min(this.weakest, gain / (this.mass(place, place + 1) + 1));
    }
  }
}
