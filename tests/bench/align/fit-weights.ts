import { readSide } from '../../../core/alignment/aligned-side.ts';
import { measureBeads } from '../../../core/alignment/align-region.ts';
import { BEAD_SHAPES } from '../../../core/alignment/bead-shapes.ts';
import type { BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import { bandAround } from '../../../core/alignment/find-band.ts';
import { findKnownPairs } from '../../../core/alignment/known-pairs.ts';
import { Lattice } from '../../../core/alignment/lattice.ts';
import { BEAD_FEATURES } from '../../../core/alignment/measure-bead.ts';
import { runToEnd } from '../../../core/steps.ts';
import { findMinimum } from './find-minimum.ts';
import type { GoldText } from './read-gold.ts';
import type { BeadPlaces } from './score-alignment.ts';

/** A text with everything measured that weights are fitted to. */
export interface MeasuredText {
  readonly text: GoldText;
  readonly lattice: Lattice;
  /** The places of the beads in the scores of the lattice. */
  readonly beads: Int32Array;
  /** Of each bead whether the alignment made by hand allows it. */
  readonly isRight: Uint8Array;
  /** Of each bead all features, one after the other. */
  readonly features: Float32Array;
}

const FEATURE_COUNT = BEAD_FEATURES.length;
const SHAPE_COUNT = BEAD_SHAPES.length;

/** Measures all beads near the alignment that was made by hand. */
export function measureText(text: GoldText, lexicon: BilingualLexicon): MeasuredText {
  const source = readSide(text.source, 'zh', lexicon);
  const target = readSide(text.target, 'en', lexicon);
  const pairs = findKnownPairs(source, target, lexicon).list(source.counts.length);
  const region = {
    firstSource: 0,
    endSource: text.source.length,
    firstTarget: 0,
    endTarget: text.target.length,
  };
  const stretches = listStretches(text);
  const lattice = new Lattice(bandAround(region, stretches));
  const beads: number[] = [];
  const features: number[] = [];
  const steps = measureBeads(lattice, { source, target, pairs }, region, (bead, measured) => {
    beads.push(bead);
    for (const value of measured) features.push(value);
  });
  runToEnd(steps);
  const rightOnes = listRightBeads(lattice, stretches);
  return {
    text,
    lattice,
    beads: Int32Array.from(beads),
    isRight: Uint8Array.from(beads, (bead) => (rightOnes.has(bead) ? 1 : 0)),
    features: Float32Array.from(features),
  };
}

/** A stretch of both texts that the alignment made by hand keeps together. */
interface Stretch {
  readonly firstSource: number;
  readonly firstTarget: number;
  readonly sourceSize: number;
  readonly targetSize: number;
}

/** The beads made by hand in order; what crosses or leaves sentences out is one stretch. */
function listStretches({ source, target, gold }: GoldText): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let firstSource = 0;
  let firstTarget = 0;
  let [endSource, endTarget, held] = [0, 0, 0];
  const close = (): void => {
    const [sourceSize, targetSize] = [endSource - firstSource, endTarget - firstTarget];
    if (sourceSize + targetSize > 0) stretches.push({ firstSource, firstTarget, sourceSize, targetSize });
    firstSource = endSource;
    firstTarget = endTarget;
    held = 0;
  };
  for (const [from, to] of gold) {
    held += from.length + to.length;
    endSource = Math.max(endSource, ...from.map((place) => place + 1));
    endTarget = Math.max(endTarget, ...to.map((place) => place + 1));
    if (held === endSource - firstSource + endTarget - firstTarget) close();
  }
  endSource = source.length;
  endTarget = target.length;
  close();
  return stretches;
}

/** The beads that are a stretch, or lie in one that has no shape of a bead. */
function listRightBeads(lattice: Lattice, stretches: readonly Stretch[]): ReadonlySet<number> {
  const right = new Set<number>();
  for (const { firstSource, firstTarget, sourceSize, targetSize } of stretches) {
    const shape = BEAD_SHAPES.findIndex((one) => one.source === sourceSize && one.target === targetSize);
    if (shape >= 0) {
      right.add(lattice.beadAt(firstSource, firstTarget, shape));
      continue;
    }
    for (let row = 0; row <= sourceSize; row += 1) {
      for (let column = 0; column <= targetSize; column += 1) {
        BEAD_SHAPES.forEach((one, number) => {
          if (row + one.source > sourceSize || column + one.target > targetSize) return;
          right.add(lattice.beadAt(firstSource + row, firstTarget + column, number));
        });
      }
    }
  }
  return right;
}

/**
 * Weights under which the alignments made by hand are most probable: the maximum of the conditional likelihood with a
 * Gaussian prior around the given weights.
 * @param strictness of the prior; small numbers let the texts speak.
 */
export function fitWeights(
  texts: readonly MeasuredText[],
  prior: Float64Array,
  strictness: number,
  start = prior,
): Float64Array {
  return findMinimum(start, (weights) => {
    const slope = new Float64Array(FEATURE_COUNT);
    let loss = 0;
    for (const text of texts) {
      scoreText(text, weights, true);
      const right = text.lattice.posteriors();
      scoreText(text, weights, false);
      const all = text.lattice.posteriors();
      // An alignment made by hand that lengths forbid teaches nothing.
      if (!Number.isFinite(right.total)) continue;
      loss += all.total - right.total;
      text.beads.forEach((bead, index) => {
        const surplus = (all.probabilities[bead] ?? 0) - (right.probabilities[bead] ?? 0);
        if (surplus === 0) return;
        for (let at = 0; at < FEATURE_COUNT; at += 1) {
          slope[at] = (slope[at] ?? 0) + surplus * (text.features[index * FEATURE_COUNT + at] ?? 0);
        }
      });
    }
    weights.forEach((weight, at) => {
      const distance = weight - (prior[at] ?? 0);
      loss += (strictness / 2) * distance * distance;
      slope[at] = (slope[at] ?? 0) + strictness * distance;
    });
    return { loss, slope };
  });
}

/** The best alignment of a measured text. */
export function alignMeasured(text: MeasuredText, weights: Float64Array): readonly BeadPlaces[] {
  scoreText(text, weights, false);
  return text.lattice.bestPath(text.lattice.scores).map(({ row, column, shape }): BeadPlaces => {
    const size = BEAD_SHAPES[shape % SHAPE_COUNT] ?? { source: 0, target: 0 };
    return [
      Array.from({ length: size.source }, (_, at) => row + at),
      Array.from({ length: size.target }, (_, at) => column + at),
    ];
  });
}

function scoreText(
  { lattice, beads, isRight, features }: MeasuredText,
  weights: Float64Array,
  isRightOnly: boolean,
): void {
  beads.forEach((bead, index) => {
    let score = 0;
    for (let at = 0; at < FEATURE_COUNT; at += 1) {
      score += (weights[at] ?? 0) * (features[index * FEATURE_COUNT + at] ?? 0);
    }
    lattice.scores[bead] = isRightOnly && isRight[index] === 0 ? -Infinity : score;
  });
}
