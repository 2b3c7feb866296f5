import type { AlignedSentence, AlignedSide } from './aligned-side.ts';
import type { BeadShape } from './bead-shapes.ts';
import { MATCH_SIZE, type WordMatches } from './match-words.ts';

/** What is measured of a bead; each has a weight (`bead-weights.ts`). */
export const BEAD_FEATURES = [
  'evidence',
  'unanswered',
  'null',
  'oneTwo',
  'oneThree',
  'oneFour',
  'oneFive',
  'twoTwo',
  'twoThree',
  'larger',
  'length',
  'lengthSpread',
  'nullLength',
  'question',
  'exclamation',
  'colon',
  'sameEnd',
  'speech',
  'opensQuote',
  'closesQuote',
  'weakest',
  'emptyMember',
  'covered',
  'sameLabel',
  'otherLabel',
  'innerLabel',
] as const;

/** One of {@link BEAD_FEATURES}. */
export type BeadFeature = (typeof BEAD_FEATURES)[number];

const FEATURE_NUMBERS = Object.fromEntries(BEAD_FEATURES.map((name, number) => [name, number])) as Readonly<
  Record<BeadFeature, number>
>;

/** How much of the probability of a word its known partners take. */
const TRUST = 0.3;
/** Sentences of few words prove little. */
const SMOOTHING_WORDS = 2;

/** Measures beads: into an array by the order of {@link BEAD_FEATURES}. */
export class BeadMeasure {
  readonly #source: AlignedSide;
  readonly #target: AlignedSide;
  readonly #matches: WordMatches;
  /** Target characters for one source character. */
  readonly #ratio: number;
  readonly #sourceSupport = new Float64Array(100_000);
  readonly #targetSupport = new Float64Array(100_000);

  constructor(source: AlignedSide, target: AlignedSide, matches: WordMatches) {
    this.#source = source;
    this.#target = target;
    this.#matches = matches;
    this.#ratio = (target.length + 1) / (source.length + 1);
  }

  /** Measures the bead of a shape that begins with the given sentences. */
  measure(row: number, column: number, shape: BeadShape, into: Float64Array): void {
    into.fill(0);
    if (shape.source === 0 || shape.target === 0) {
      this.#measureNull(row, column, shape, into);
      return;
    }
    this.#measureWords(row, column, shape, into);
    this.#measureLength(row, column, shape, into);
    this.#measureMarks(row, column, shape, into);
    const name =
      SHAPE_FEATURES[Math.min(shape.source, shape.target) - 1]?.[Math.max(shape.source, shape.target) - 1];
    if (name !== undefined && name !== null) into[FEATURE_NUMBERS[name]] = 1;
  }

  #measureNull(row: number, column: number, shape: BeadShape, into: Float64Array): void {
    const [side, at] = shape.source === 0 ? [this.#target, column] : [this.#source, row];
    const sentence = side.sentences[at];
    into[FEATURE_NUMBERS.null] = 1;
    const scale = shape.source === 0 ? 1 : this.#ratio;
    into[FEATURE_NUMBERS.nullLength] = Math.log(1 + (sentence?.length ?? 0) * scale);
    let mass = 0;
    for (const word of sentence?.words ?? []) mass += side.rarity[word] ?? 0;
    into[FEATURE_NUMBERS.unanswered] = mass / 10;
  }

  #measureWords(row: number, column: number, shape: BeadShape, into: Float64Array): void {
    const sources = this.#source.sentences.slice(row, row + shape.source);
    const targets = this.#target.sentences.slice(column, column + shape.target);
    const sourceCount = countWords(sources);
    const targetCount = countWords(targets);
    const sourceSupport = this.#sourceSupport.fill(0, 0, sourceCount);
    const targetSupport = this.#targetSupport.fill(0, 0, targetCount);
    let sourceStart = 0;
    for (let s = 0; s < shape.source; s += 1) {
      let targetStart = 0;
      for (let t = 0; t < shape.target; t += 1) {
        const cell = this.#matches.between(row + s, column + t);
        for (let at = 0; at < cell.length; at += MATCH_SIZE) {
          const sourceAt = sourceStart + (cell[at] ?? 0);
          const targetAt = targetStart + (cell[at + 1] ?? 0);
          targetSupport[targetAt] = (targetSupport[targetAt] ?? 0) + (cell[at + 2] ?? 0);
          sourceSupport[sourceAt] = (sourceSupport[sourceAt] ?? 0) + (cell[at + 3] ?? 0);
        }
        targetStart += targets[t]?.words.length ?? 0;
      }
      sourceStart += sources[s]?.words.length ?? 0;
    }
    const forward = this.#weigh(targets, targetSupport, this.#target, sourceCount);
    const backward = this.#weigh(sources, sourceSupport, this.#source, targetCount);
    into[FEATURE_NUMBERS.evidence] = (forward.gain + backward.gain) / 2;
    into[FEATURE_NUMBERS.unanswered] = (forward.unanswered + backward.unanswered) / 10;
    into[FEATURE_NUMBERS.weakest] =
      (shape.target > 1 ? forward.weakest : 0) + (shape.source > 1 ? backward.weakest : 0);
    into[FEATURE_NUMBERS.emptyMember] = forward.empty + backward.empty;
    into[FEATURE_NUMBERS.covered] =
      1 - (forward.unanswered + backward.unanswered) / (forward.mass + backward.mass + 1);
  }

  #weigh(
    sentences: readonly AlignedSentence[],
    support: Float64Array,
    side: AlignedSide,
    otherCount: number,
  ): { gain: number; unanswered: number; weakest: number; empty: number; mass: number } {
    const scale = TRUST / (otherCount + SMOOTHING_WORDS);
    let at = 0;
    let gain = 0;
    let unanswered = 0;
    let mass = 0;
    let weakest = 1;
    let empty = 0;
    for (const { words } of sentences) {
      let ofSentence = 0;
      let massOfSentence = 0;
      for (const word of words) {
        const rarity = side.rarity[word] ?? 0;
        const supported = support[at++] ?? 0;
        massOfSentence += rarity;
        if (supported === 0) unanswered += rarity;
        else ofSentence += Math.log1p(supported * scale);
      }
      gain += ofSentence;
      mass += massOfSentence;
      weakest = Math.min(weakest, ofSentence / (massOfSentence + 1));
      if (ofSentence === 0) empty += 1;
    }
    return { gain, unanswered, weakest, empty, mass };
  }

  #measureLength(row: number, column: number, shape: BeadShape, into: Float64Array): void {
    let source = 0;
    let target = 0;
    for (let s = 0; s < shape.source; s += 1) source += this.#source.sentences[row + s]?.length ?? 0;
    for (let t = 0; t < shape.target; t += 1) target += this.#target.sentences[column + t]?.length ?? 0;
    const expected = source * this.#ratio;
    const log = Math.log((target + 5) / (expected + 5));
    into[FEATURE_NUMBERS.length] = Math.min(log * log, 9);
    const spread = target - expected;
    into[FEATURE_NUMBERS.lengthSpread] = Math.min((spread * spread) / (10 * (target + expected + 1)), 20) / 5;
  }

  #measureMarks(row: number, column: number, shape: BeadShape, into: Float64Array): void {
    const firstSource = this.#source.sentences[row]?.marks;
    const firstTarget = this.#target.sentences[column]?.marks;
    const lastSource = this.#source.sentences[row + shape.source - 1]?.marks;
    const lastTarget = this.#target.sentences[column + shape.target - 1]?.marks;
    if (!firstSource || !firstTarget || !lastSource || !lastTarget) return;
    const differ = (name: BeadFeature, ofSource: boolean, ofTarget: boolean): void => {
      into[FEATURE_NUMBERS[name]] = ofSource === ofTarget ? 0 : 1;
    };
    differ('question', lastSource.end === 'question', lastTarget.end === 'question');
    differ('exclamation', lastSource.end === 'exclamation', lastTarget.end === 'exclamation');
    differ('colon', lastSource.end === 'colon', lastTarget.end === 'colon');
    differ('speech', lastSource.isInSpeechAfter, lastTarget.isInSpeechAfter);
    differ('opensQuote', firstSource.opensQuote, firstTarget.opensQuote);
    differ('closesQuote', lastSource.closesQuote, lastTarget.closesQuote);
    into[FEATURE_NUMBERS.sameEnd] = lastSource.end === lastTarget.end ? 1 : 0;
    if (firstSource.label !== '' || firstTarget.label !== '') {
      into[firstSource.label === firstTarget.label ? FEATURE_NUMBERS.sameLabel : FEATURE_NUMBERS.otherLabel] =
        1;
    }
    into[FEATURE_NUMBERS.innerLabel] =
      countInnerLabels(this.#source, row, shape.source) +
      countInnerLabels(this.#target, column, shape.target);
  }
}

const SHAPE_FEATURES: readonly (readonly (BeadFeature | null)[])[] = [
  [null, 'oneTwo', 'oneThree', 'oneFour', 'oneFive', 'oneFive'],
  [null, 'twoTwo', 'twoThree', 'larger'],
  [null, null, 'larger'],
];

function countWords(sentences: readonly AlignedSentence[]): number {
  return sentences.reduce((sum, { words }) => sum + words.length, 0);
}

function countInnerLabels(side: AlignedSide, start: number, size: number): number {
  return side.sentences.slice(start + 1, start + size).filter(({ marks }) => marks.label !== '').length;
}
