import type { AlignedSide } from './aligned-side.ts';
import type { BeadWeights } from './bead-weights.ts';
import { BEAD_SHAPES, MOST_SENTENCES, type BeadShape } from './bead-shapes.ts';
import type { Region } from './find-band.ts';
import { Lattice, type Band } from './lattice.ts';
import { WordMatches } from './match-words.ts';
import { BEAD_FEATURES, BeadMeasure } from './measure-bead.ts';
import type { WordPair } from './word-pairs.ts';

/** What a region is aligned by. */
export interface Evidence {
  readonly source: AlignedSide;
  readonly target: AlignedSide;
  /** By source word. */
  readonly pairs: readonly (readonly WordPair[])[];
}

/** What one edition of the source says. */
export interface EditionEvidence extends Evidence {
  /** How much its word counts beside that of the other editions; above 0. */
  readonly trust: number;
}

/** A bead of a region, in places of the whole texts. */
export interface RegionBead {
  readonly firstSource: number;
  readonly firstTarget: number;
  readonly shape: BeadShape;
  /** From 0 to 1. */
  readonly confidence: number;
  /** How probable it is that a bead ends where this one does, from 0 to 1. */
  readonly border: number;
}

/**
 * Aligns a region inside a band, whose rows and columns count from its first sentences. Each step says how many rows are done.
 * @param evidence of one edition of the source, or of several whose sentences stand at the same places: beads are scored by
 * the mean of what the editions say that have a sentence there.
 */
export function* alignRegion(
  evidence: readonly EditionEvidence[],
  weights: BeadWeights,
  region: Region,
  band: Band,
): Generator<number, readonly RegionBead[], undefined> {
  const lattice = new Lattice(band);
  yield* scoreBeads(lattice, evidence, weights, region);
  const path = lattice.bestPath(lattice.scores);
  const { probabilities, borders } = lattice.posteriors();
  return path.map(({ row, column, shape: number }) => {
    const shape = BEAD_SHAPES[number] ?? { source: 0, target: 0 };
    const end = lattice.cellAt(row + shape.source, column + shape.target);
    return {
      firstSource: region.firstSource + row,
      firstTarget: region.firstTarget + column,
      shape,
      confidence: Math.min(1, probabilities[lattice.beadAt(row, column, number)] ?? 0),
      border: Math.min(1, borders[end] ?? 0),
    };
  });
}

/** What an edition without a sentence in the bead counts: nothing, unless all are without one. */
const HARDLY = 1e-6;

function* scoreBeads(
  lattice: Lattice,
  evidence: readonly EditionEvidence[],
  weights: BeadWeights,
  region: Region,
): Generator<number, void, undefined> {
  const factors = Float64Array.from(BEAD_FEATURES, (name) => weights[name]);
  const weigh = (features: Float64Array): number => {
    let score = 0;
    for (let at = 0; at < factors.length; at += 1) score += (factors[at] ?? 0) * (features[at] ?? 0);
    return score;
  };
  const [only, ...others] = evidence;
  if (only !== undefined && others.length === 0) {
    yield* measureBeads(lattice, only, region, (bead, features) => {
      lattice.scores[bead] = weigh(features);
    });
    return;
  }
  const sums = new Float32Array(lattice.scores.length);
  const counts = new Float32Array(lattice.scores.length);
  for (const [index, edition] of evidence.entries()) {
    const { source, trust } = edition;
    const steps = measureBeads(lattice, edition, region, (bead, features, firstSource, { source: size }) => {
      const hasAll = isThere(source, firstSource, size);
      // Sentences that no edition has together are joined by none.
      if (size > 1 && !hasAll) return;
      const counted = hasAll ? trust : trust * HARDLY;
      sums[bead] = (sums[bead] ?? 0) + counted * weigh(features);
      counts[bead] = (counts[bead] ?? 0) + counted;
    });
    const rows = region.endSource - region.firstSource;
    for (const row of steps) yield (row + index * rows) / evidence.length;
  }
  counts.forEach((count, bead) => {
    if (count > 0) lattice.scores[bead] = (sums[bead] ?? 0) / count;
  });
}

function isThere(side: AlignedSide, first: number, size: number): boolean {
  for (let place = first; place < first + size; place += 1) {
    if (side.sentences[place]?.length === 0) return false;
  }
  return true;
}

/**
 * Measures every bead that may stand in the band of a lattice, by its place in `scores`. What is measured, by the order of
 * `BEAD_FEATURES`, is written over for the next bead.
 */
export function* measureBeads(
  lattice: Lattice,
  { source, target, pairs }: Evidence,
  region: Region,
  take: (bead: number, features: Float64Array, firstSource: number, shape: BeadShape) => void,
): Generator<number, void, undefined> {
  const { band } = lattice;
  const matches = new WordMatches(source, target, pairs);
  const measure = new BeadMeasure(source, target, matches);
  const features = new Float64Array(BEAD_FEATURES.length);
  const rowCount = region.endSource - region.firstSource;
  let preparedRows = 0;
  for (let row = 0; row <= rowCount; row += 1) {
    for (; preparedRows < Math.min(rowCount, row + MOST_SENTENCES); preparedRows += 1) {
      const last = Math.min(rowCount, preparedRows + MOST_SENTENCES);
      matches.prepareRow(
        region.firstSource + preparedRows,
        region.firstTarget + (band.first[Math.max(0, preparedRows - MOST_SENTENCES)] ?? 0),
        region.firstTarget + (band.end[last] ?? 1) - 1,
      );
    }
    for (let column = band.first[row] ?? 0; column < (band.end[row] ?? 0); column += 1) {
      BEAD_SHAPES.forEach((shape, number) => {
        const bead = lattice.beadAt(row, column, number);
        if (bead < 0 || holdsGap(source, region.firstSource + row, shape.source)) return;
        if (holdsGap(target, region.firstTarget + column, shape.target)) return;
        if (!measure.isPlausible(region.firstSource + row, region.firstTarget + column, shape)) return;
        measure.measure(region.firstSource + row, region.firstTarget + column, shape, features);
        take(bead, features, region.firstSource + row, shape);
      });
    }
    yield row;
  }
}

function holdsGap(side: AlignedSide, first: number, size: number): boolean {
  for (let place = first + 1; place < first + size; place += 1) {
    if (side.sentences[place]?.isBehindGap === true) return true;
  }
  return false;
}
