import type { AlignedSide } from './aligned-side.ts';
import type { WordPair } from './word-pairs.ts';

/** Words of a source and a target sentence that answer each other, by their places in the two. */
export interface WordLink {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** From 0 to 1. */
  readonly confidence: number;
}

/** Two words that may answer each other. */
interface Candidate {
  readonly source: number;
  readonly target: number;
  readonly score: number;
}

/** How much of the probability of a word its partner takes; the rest is chance. */
const TRUST = 0.3;
/** What it costs to stand at quite different places of the two sentences. */
const DISTANCE_COST = 3;
/** Farther costs no more: dates and places stand first in one language and last in another. */
const FARTHEST = 0.5;
/** What a neighbour adds whose answer is a neighbour too. */
const NEIGHBOUR_GAIN = 0.8;
/** A link must be so much better than none. */
const LEAST_SCORE = 0.5;
/** A further word of the same phrase may be weaker. */
const LEAST_SCORE_OF_NEXT = 0.2;
/** No neighbours make a link of that. */
const HOPELESS_SCORE = LEAST_SCORE_OF_NEXT - 2 * NEIGHBOUR_GAIN;
/**
 * More than a page of text has. What has more is no clause, and comparing all of its words with each other would take the
 * memory that there is.
 */
const MOST_CANDIDATES = 400_000;

/**
 * Links the words of a pair of sentences, the best first, each word once but for phrases: words that stand side by side may
 * answer the same word ("competitive linking", Melamed, 2000). Sentences too long to be compared have no links.
 */
export function linkWords(
  source: AlignedSide,
  target: AlignedSide,
  place: number,
  pairs: readonly (readonly WordPair[])[],
): readonly WordLink[] {
  const sourceWords = source.sentences[place]?.words ?? new Int32Array(0);
  const targetWords = target.sentences[place]?.words ?? new Int32Array(0);
  const listed = listCandidates(source, target, sourceWords, targetWords, pairs);
  if (listed.length > MOST_CANDIDATES) return [];
  // What is too weak to be linked is no alternative either: in a long text everything has been learned to go with a little of everything.
  const candidates = supportNeighbours(listed, targetWords.length).filter(
    ({ score }) => score >= LEAST_SCORE_OF_NEXT,
  );
  const ofSource = sumAlternatives(candidates, ({ source }) => source);
  const ofTarget = sumAlternatives(candidates, ({ target }) => target);
  const links: { source: number[]; target: number[]; confidence: number }[] = [];
  const bySource = new Map<number, (typeof links)[number]>();
  const byTarget = new Map<number, (typeof links)[number]>();
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    const left = bySource.get(candidate.source);
    const right = byTarget.get(candidate.target);
    const weight = Math.exp(candidate.score);
    const confidence =
      weight / Math.sqrt((ofSource.get(candidate.source) ?? 1) * (ofTarget.get(candidate.target) ?? 1));
    if (left === undefined && right === undefined) {
      if (candidate.score < LEAST_SCORE) continue;
      const link = { source: [candidate.source], target: [candidate.target], confidence };
      links.push(link);
      bySource.set(candidate.source, link);
      byTarget.set(candidate.target, link);
    } else if (left !== undefined && right === undefined) {
      if (candidate.score < LEAST_SCORE_OF_NEXT || !isBeside(candidate.target, left.target)) continue;
      left.target.push(candidate.target);
      byTarget.set(candidate.target, left);
    } else if (left === undefined && right !== undefined) {
      if (candidate.score < LEAST_SCORE_OF_NEXT || !isBeside(candidate.source, right.source)) continue;
      right.source.push(candidate.source);
      bySource.set(candidate.source, right);
    }
  }
  return links;
}

function listCandidates(
  source: AlignedSide,
  target: AlignedSide,
  sourceWords: Int32Array,
  targetWords: Int32Array,
  pairs: readonly (readonly WordPair[])[],
): readonly Candidate[] {
  const placesOf = new Map<number, number[]>();
  targetWords.forEach((word, place) => {
    const places = placesOf.get(word);
    if (places === undefined) placesOf.set(word, [place]);
    else places.push(place);
  });
  const candidates: Candidate[] = [];
  for (const [place, word] of sourceWords.entries()) {
    if (candidates.length > MOST_CANDIDATES) break;
    for (const pair of pairs[word] ?? []) {
      const forward = Math.log1p(
        (TRUST * pair.forward * Math.exp(target.rarity[pair.target] ?? 0)) / sourceWords.length,
      );
      const backward = Math.log1p(
        (TRUST * pair.backward * Math.exp(source.rarity[word] ?? 0)) / targetWords.length,
      );
      for (const other of placesOf.get(pair.target) ?? []) {
        const distance = Math.min(
          FARTHEST,
          Math.abs(place / sourceWords.length - other / targetWords.length),
        );
        const score = (forward + backward) / 2 - DISTANCE_COST * distance;
        if (score >= HOPELESS_SCORE) candidates.push({ source: place, target: other, score });
      }
    }
  }
  return candidates;
}

function supportNeighbours(candidates: readonly Candidate[], targetCount: number): readonly Candidate[] {
  // Two columns more at both sides: what stands behind the end of a row is not the beginning of the next.
  const width = targetCount + 4;
  const keyOf = (source: number, target: number): number => source * width + target + 2;
  const scores = new Map(candidates.map(({ source, target, score }) => [keyOf(source, target), score]));
  const hasNear = (source: number, target: number): boolean =>
    [-2, -1, 1, 2].some((step) => (scores.get(keyOf(source, target + step)) ?? 0) > 0);
  return candidates.map((candidate) => {
    const { source, target, score } = candidate;
    const neighbours = Number(hasNear(source - 1, target)) + Number(hasNear(source + 1, target));
    return { ...candidate, score: score + NEIGHBOUR_GAIN * neighbours };
  });
}

function sumAlternatives(
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const candidate of candidates) {
    // Linking to nothing is the alternative that is always there.
    const key = keyOf(candidate);
    sums.set(key, (sums.get(key) ?? Math.exp(LEAST_SCORE)) + Math.exp(candidate.score));
  }
  return sums;
}

function isBeside(place: number, places: readonly number[]): boolean {
  return places.some((other) => Math.abs(other - place) === 1);
}
