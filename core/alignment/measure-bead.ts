import { FlatWords } from './flat-words.ts';
import type { AlignedSide } from './aligned-side.ts';
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
  'lengthSpread',
  'nullLength',
  'question',
  'exclamation',
  'sameEnd',
  'speech',
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

/**
 * Words that answer each other stand at like places of a bead, though not at the same (Dyer and others, "fast_align", 2013):
 * by distance, in steps of which a bead is so many long, how much a match counts. 1 on average.
 */
const DISTANCE_STEPS = 100;
const DISTANCE_DECAY = 6;
const NEARNESS = Float64Array.from(
  { length: DISTANCE_STEPS + 1 },
  (_, distance) => (DISTANCE_DECAY / 2) * Math.exp((-DISTANCE_DECAY * distance) / DISTANCE_STEPS),
);

/** Measures beads: into an array by the order of {@link BEAD_FEATURES}. */
export class BeadMeasure {
  readonly #source: AlignedSide;
  readonly #target: AlignedSide;
  readonly #matches: WordMatches;
  /** Target characters for one source character. */
  readonly #ratio: number;
  /** How many characters there are before each sentence. */
  readonly #sourceEnds: Float64Array;
  readonly #targetEnds: Float64Array;
  readonly #sourceWords: FlatWords;
  readonly #targetWords: FlatWords;

  constructor(source: AlignedSide, target: AlignedSide, matches: WordMatches) {
    this.#source = source;
    this.#target = target;
    this.#matches = matches;
    this.#ratio = (target.length + 1) / (source.length + 1);
    this.#sourceEnds = sumLengths(source);
    this.#targetEnds = sumLengths(target);
    this.#sourceWords = new FlatWords(source);
    this.#targetWords = new FlatWords(target);
  }

  /** Whether the lengths allow a bead at all; one sentence may always answer one. */
  isPlausible(row: number, column: number, shape: BeadShape): boolean {
    if (shape.source * shape.target <= 1) return true;
    const { source, target } = this.#lengthsOf(row, column, shape);
    return spreadOf(source, target) <= MOST_SPREAD;
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
    const sources = this.#sourceWords;
    const targets = this.#targetWords;
    sources.clear();
    targets.clear();
    const firstSource = sources.starts[row] ?? 0;
    const firstTarget = targets.starts[column] ?? 0;
    const sourceStep = DISTANCE_STEPS / Math.max(1, sources.count(row, row + shape.source));
    const targetStep = DISTANCE_STEPS / Math.max(1, targets.count(column, column + shape.target));
    for (let source = row; source < row + shape.source; source += 1) {
      for (let target = column; target < column + shape.target; target += 1) {
        const cell = this.#matches.between(source, target);
        const sourceStart = sources.starts[source] ?? 0;
        const targetStart = targets.starts[target] ?? 0;
        for (let at = 0; at < cell.length; at += MATCH_SIZE) {
          const sourceWord = sourceStart + (cell[at] ?? 0);
          const targetWord = targetStart + (cell[at + 1] ?? 0);
          const sourcePlace = (sourceWord - firstSource + 0.5) * sourceStep;
          const targetPlace = (targetWord - firstTarget + 0.5) * targetStep;
          // To the nearest step: Math.round would take a sixth of all the time of an alignment.
          const nearness = NEARNESS[(Math.abs(sourcePlace - targetPlace) + 0.5) | 0] ?? 0;
          targets.support(targetWord, nearness * (cell[at + 2] ?? 0));
          sources.support(sourceWord, nearness * (cell[at + 3] ?? 0));
        }
      }
    }
    targets.weigh(column, column + shape.target, sources.count(row, row + shape.source));
    sources.weigh(row, row + shape.source, targets.count(column, column + shape.target));
    const mass = targets.mass(column, column + shape.target) + sources.mass(row, row + shape.source);
    const unanswered = mass - targets.answered - sources.answered;
    into[FEATURE_NUMBERS.evidence] = (targets.gain + sources.gain) / 2;
    into[FEATURE_NUMBERS.unanswered] = unanswered / 10;
    into[FEATURE_NUMBERS.weakest] =
      (shape.target > 1 ? targets.weakest : 0) + (shape.source > 1 ? sources.weakest : 0);
    into[FEATURE_NUMBERS.emptyMember] = targets.empty + sources.empty;
    into[FEATURE_NUMBERS.covered] = 1 - unanswered / (mass + 1);
  }

  #measureLength(row: number, column: number, shape: BeadShape, into: Float64Array): void {
    const { source, target } = this.#lengthsOf(row, column, shape);
    into[FEATURE_NUMBERS.lengthSpread] = Math.min(spreadOf(source, target), 20) / 5;
  }

  /** How long both sides of a bead are, in target characters. */
  #lengthsOf(row: number, column: number, shape: BeadShape): { source: number; target: number } {
    const source = (this.#sourceEnds[row + shape.source] ?? 0) - (this.#sourceEnds[row] ?? 0);
    const target = (this.#targetEnds[column + shape.target] ?? 0) - (this.#targetEnds[column] ?? 0);
    return { source: source * this.#ratio, target };
  }

  #measureMarks(row: number, column: number, shape: BeadShape, into: Float64Array): void {
    const firstSource = this.#source.sentences[row]?.marks;
    const firstTarget = this.#target.sentences[column]?.marks;
    const lastSource = this.#source.sentences[row + shape.source - 1]?.marks;
    const lastTarget = this.#target.sentences[column + shape.target - 1]?.marks;
    if (!firstSource || !firstTarget || !lastSource || !lastTarget) return;
    const sourceEnd = lastSource.end;
    const targetEnd = lastTarget.end;
    into[FEATURE_NUMBERS.question] = differ(sourceEnd === 'question', targetEnd === 'question');
    into[FEATURE_NUMBERS.exclamation] = differ(sourceEnd === 'exclamation', targetEnd === 'exclamation');
    into[FEATURE_NUMBERS.speech] = differ(lastSource.isInSpeechAfter, lastTarget.isInSpeechAfter);
    into[FEATURE_NUMBERS.closesQuote] = differ(lastSource.closesQuote, lastTarget.closesQuote);
    into[FEATURE_NUMBERS.sameEnd] = sourceEnd === targetEnd ? 1 : 0;
    if (firstSource.label !== '' || firstTarget.label !== '') {
      into[firstSource.label === firstTarget.label ? FEATURE_NUMBERS.sameLabel : FEATURE_NUMBERS.otherLabel] =
        1;
    }
    into[FEATURE_NUMBERS.innerLabel] =
      countInnerLabels(this.#source, row, shape.source) +
      countInnerLabels(this.#target, column, shape.target);
  }
}

/** Half as much again as the most uneven beads of translations have. */
const MOST_SPREAD = 7;

/** How far two lengths differ, in units of what is usual for such lengths (after Gale and Church, 1993). */
function spreadOf(source: number, target: number): number {
  const difference = target - source;
  return (difference * difference) / (10 * (target + source + 1));
}

function sumLengths({ sentences }: AlignedSide): Float64Array {
  const sums = new Float64Array(sentences.length + 1);
  sentences.forEach(({ length }, place) => {
    sums[place + 1] = (sums[place] ?? 0) + length;
  });
  return sums;
}

const SHAPE_FEATURES: readonly (readonly (BeadFeature | null)[])[] = [
  [null, 'oneTwo', 'oneThree', 'oneFour', 'oneFive', 'oneFive'],
  [null, 'twoTwo', 'twoThree', 'larger'],
  [null, null, 'larger'],
];

function differ(first: boolean, second: boolean): number {
  return first === second ? 0 : 1;
}

/** How many sentences behind the first open with a number. */
function countInnerLabels({ sentences }: AlignedSide, start: number, size: number): number {
  let count = 0;
  for (let place = start + 1; place < start + size; place += 1) {
    if (sentences[place]?.marks.label !== '') count += 1;
  }
  return count;
}
