import type { AlignedSide } from './aligned-side.ts';
import { PairTable } from './word-pairs.ts';

/** Sentences that answer each other, with how far that is to be trusted, above 0 and at most 1. */
export interface WeightedBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly confidence: number;
}

/** Words that stand in so large a share of the beads go with everything. */
const MOST_COMMON = 0.15;
/** Pairs must be met so often, in beads weighed by confidence. */
const LEAST_MEETINGS = 1.6;
/**
 * The log-likelihood ratio (Dunning, 1993) above which two words are taken for partners. 10.83 is p < 0.001, but some
 * pairs of very many will reach that by chance.
 */
const LEAST_ASSOCIATION = 18;
/** What was learned repeats mistakes of the alignment it was learned from, and counts less than a dictionary. */
const TRUST = 0.3;
/** Few meetings prove less than their share says. */
const DISCOUNT = 1.5;

/** Adds to the known pairs the words that stand together in beads far more often than by chance. */
export function learnPairs(
  source: AlignedSide,
  target: AlignedSide,
  beads: readonly WeightedBead[],
  known: PairTable,
): PairTable {
  const table = new PairTable(known);
  const sourceWords = beads.map((bead) => gatherWords(source, bead.source));
  const targetWords = beads.map((bead) => gatherWords(target, bead.target));
  const weights = beads.map(({ confidence }) => confidence);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sourceCounts = countWords(sourceWords, weights, source.counts.length);
  const targetCounts = countWords(targetWords, weights, target.counts.length);
  const beadsOf = listBeads(sourceWords, source.counts.length);
  const meetings = new Float64Array(target.counts.length);
  beadsOf.forEach((places, word) => {
    const ofWord = sourceCounts[word] ?? 0;
    if (ofWord < LEAST_MEETINGS || ofWord > total * MOST_COMMON) return;
    const met = new Set<number>();
    for (const place of places) {
      for (const other of targetWords[place] ?? []) {
        met.add(other);
        meetings[other] = (meetings[other] ?? 0) + (weights[place] ?? 0);
      }
    }
    for (const other of met) {
      const together = meetings[other] ?? 0;
      meetings[other] = 0;
      const ofOther = targetCounts[other] ?? 0;
      if (together < LEAST_MEETINGS || ofOther > total * MOST_COMMON) continue;
      const expected = (ofWord * ofOther) / total;
      if (together <= expected || associate(together, ofWord, ofOther, total) < LEAST_ASSOCIATION) continue;
      const surplus = together - expected;
      table.add(
        word,
        other,
        (TRUST * surplus) / (ofWord + DISCOUNT),
        (TRUST * surplus) / (ofOther + DISCOUNT),
      );
    }
  });
  return table;
}

function gatherWords(side: AlignedSide, sentences: readonly number[]): ReadonlySet<number> {
  return new Set(sentences.flatMap((index) => [...(side.sentences[index]?.words ?? [])]));
}

function countWords(
  words: readonly ReadonlySet<number>[],
  weights: readonly number[],
  size: number,
): Float64Array {
  const counts = new Float64Array(size);
  words.forEach((ofBead, place) => {
    for (const word of ofBead) counts[word] = (counts[word] ?? 0) + (weights[place] ?? 0);
  });
  return counts;
}

function listBeads(words: readonly ReadonlySet<number>[], size: number): readonly (readonly number[])[] {
  const places = Array.from({ length: size }, (): number[] => []);
  words.forEach((ofBead, place) => {
    for (const word of ofBead) places[word]?.push(place);
  });
  return places;
}

/** Dunning's log-likelihood ratio of two words standing in the same bead. */
function associate(together: number, first: number, second: number, total: number): number {
  const cell = (observed: number, expected: number): number =>
    observed <= 0 || expected <= 0 ? 0 : observed * Math.log(observed / expected);
  const withoutFirst = total - first;
  const withoutSecond = total - second;
  return (
    2 *
    (cell(together, (first * second) / total) +
      cell(first - together, (first * withoutSecond) / total) +
      cell(second - together, (withoutFirst * second) / total) +
      cell(total - first - second + together, (withoutFirst * withoutSecond) / total))
  );
}
