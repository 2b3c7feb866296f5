import type { AlignedSide } from './aligned-side.ts';
import type { Band } from './lattice.ts';
import type { WordPair } from './word-pairs.ts';

/** A stretch of both texts: from a first sentence up to, not including, an end. */
export interface Region {
  readonly firstSource: number;
  readonly endSource: number;
  readonly firstTarget: number;
  readonly endTarget: number;
}

/** Sentences that very probably answer each other. */
export interface Anchor {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/** So many cells are looked at whole. */
const FEW_CELLS = 30_000;
/** A band leaves so many columns free around what the anchors say. */
const MARGIN = 6;
/** So many anchors to both sides may be wrong. */
const DISTRUSTED = 3;
/** How far the diagonal between two anchors is left, in roots of the rows that lie between them. */
const DRIFT = 2;
/** A second look goes so far from the first, to all sides. */
const NARROW = 5;

/**
 * The cells of a region that are worth looking at: around the anchors that go up together, so that the work grows
 * with the length of the texts and not with its square.
 */
export function findBand(region: Region, anchors: readonly Anchor[]): Band {
  const rows = region.endSource - region.firstSource;
  const columns = region.endTarget - region.firstTarget;
  const first = new Int32Array(rows + 1);
  const end = new Int32Array(rows + 1).fill(columns + 1);
  if (rows * columns <= FEW_CELLS) return { first, end };
  const inside = anchors
    .filter(({ source, target }) => isInside(region, source, target))
    .map(({ source, target, weight }) => ({
      source: source - region.firstSource,
      target: target - region.firstTarget,
      weight,
    }));
  const chain = [
    { source: 0, target: 0, weight: 0 },
    ...chainAnchors(inside),
    { source: rows, target: columns, weight: 0 },
  ];
  let next = 0;
  for (let row = 0; row <= rows; row += 1) {
    while (next < chain.length - 1 && (chain[next]?.source ?? 0) <= row) next += 1;
    const before = chain[Math.max(0, next - DISTRUSTED)];
    const after = chain[Math.min(chain.length - 1, next - 1 + DISTRUSTED)];
    if (before === undefined || after === undefined) continue;
    const share = after.source === before.source ? 0 : (row - before.source) / (after.source - before.source);
    const middle = before.target + share * (after.target - before.target);
    const drift =
      MARGIN + DRIFT * Math.sqrt(Math.max(after.source - before.source, after.target - before.target));
    first[row] = Math.max(0, Math.floor(Math.max(before.target - MARGIN, middle - drift)));
    end[row] = Math.min(columns, Math.ceil(Math.min(after.target + MARGIN, middle + drift))) + 1;
  }
  return widenSteps({ first, end }, columns);
}

/** The cells around an alignment that was found before, to look for a better one. */
export function bandAround(
  region: Region,
  beads: readonly { readonly firstSource: number; readonly firstTarget: number }[],
): Band {
  const rows = region.endSource - region.firstSource;
  const columns = region.endTarget - region.firstTarget;
  const first = new Int32Array(rows + 1).fill(columns);
  const end = new Int32Array(rows + 1);
  const last = { firstSource: region.endSource, firstTarget: region.endTarget };
  const inside = beads.filter(
    (bead) =>
      bead.firstSource >= region.firstSource &&
      bead.firstTarget >= region.firstTarget &&
      bead.firstSource <= region.endSource &&
      bead.firstTarget <= region.endTarget,
  );
  for (const { firstSource, firstTarget } of [...inside, last]) {
    const middle = firstSource - region.firstSource;
    const column = firstTarget - region.firstTarget;
    for (let row = Math.max(0, middle - NARROW); row <= Math.min(rows, middle + NARROW); row += 1) {
      first[row] = Math.max(0, Math.min(first[row] ?? 0, column - NARROW));
      end[row] = Math.min(columns, Math.max((end[row] ?? 1) - 1, column + NARROW)) + 1;
    }
  }
  return widenSteps({ first, end }, columns);
}

function isInside(region: Region, source: number, target: number): boolean {
  return (
    source >= region.firstSource &&
    source < region.endSource &&
    target >= region.firstTarget &&
    target < region.endTarget
  );
}

/** Makes a band passable: no row begins before the one above or behind its end. */
function widenSteps({ first, end }: Band, columns: number): Band {
  first[0] = 0;
  end[end.length - 1] = columns + 1;
  for (let row = first.length - 2; row >= 0; row -= 1) {
    first[row] = Math.min(first[row] ?? 0, first[row + 1] ?? 0);
  }
  for (let row = 1; row < end.length; row += 1) end[row] = Math.max(end[row] ?? 0, end[row - 1] ?? 0);
  for (let row = 1; row < first.length; row += 1)
    first[row] = Math.min(first[row] ?? 0, (end[row - 1] ?? 1) - 1);
  return { first, end };
}

/** Of some anchors those that go up together in both texts, with the largest sum of weights. */
export function chainAnchors(anchors: readonly Anchor[]): readonly Anchor[] {
  const ordered = anchors.toSorted((a, b) => a.source - b.source || b.target - a.target);
  const size = ordered.reduce((most, { target }) => Math.max(most, target), 0) + 2;
  // A Fenwick tree of the best chain that ends at a target up to a place.
  const bestAt = new Int32Array(size).fill(-1);
  const sums = new Float64Array(ordered.length);
  const before = new Int32Array(ordered.length).fill(-1);
  const better = (a: number, b: number): number =>
    b < 0 || (a >= 0 && (sums[a] ?? 0) >= (sums[b] ?? 0)) ? a : b;
  ordered.forEach(({ target, weight }, index) => {
    let best = -1;
    for (let at = target; at > 0; at -= at & -at) best = better(best, bestAt[at] ?? -1);
    before[index] = best;
    sums[index] = weight + (best < 0 ? 0 : (sums[best] ?? 0));
    for (let at = target + 1; at < size; at += at & -at) bestAt[at] = better(bestAt[at] ?? -1, index);
  });
  let last = -1;
  for (let index = 0; index < ordered.length; index += 1) last = better(last, index);
  const chain: Anchor[] = [];
  for (let index = last; index >= 0; index = before[index] ?? -1) {
    const anchor = ordered[index];
    if (anchor !== undefined) chain.push(anchor);
  }
  return chain.toReversed();
}

/** A word in more sentences than these, and this share of a long text, finds no place. */
const MOST_SENTENCES_OF_WORD = 60;
const MOST_SHARE_OF_WORD = 0.01;
const LEAST_WEIGHT = 6;
/** A sentence may be like several others, as in texts full of formulas: so many are kept, if they come near the best. */
const MOST_PARTNERS = 10;
const NEAR_BEST = 0.6;

/** For each source sentence the target sentences whose rare words answer its own best. */
export function findAnchors(
  source: AlignedSide,
  target: AlignedSide,
  pairs: readonly (readonly WordPair[])[],
): readonly Anchor[] {
  const sentencesOf = listSentences(target);
  const weights = new Float64Array(target.sentences.length);
  const mostPlaces = Math.max(MOST_SENTENCES_OF_WORD, MOST_SHARE_OF_WORD * target.sentences.length);
  return source.sentences.flatMap(({ words }, index): readonly Anchor[] => {
    const met = new Set<number>();
    for (const word of new Set(words)) {
      for (const { target: partner, forward, backward } of pairs[word] ?? []) {
        const places = sentencesOf[partner] ?? [];
        if (places.length > mostPlaces) continue;
        const rarity = Math.min(source.rarity[word] ?? 0, target.rarity[partner] ?? 0);
        for (const place of places) {
          met.add(place);
          weights[place] = (weights[place] ?? 0) + Math.sqrt(forward * backward) * rarity;
        }
      }
    }
    const found = Array.from(met, (place) => ({ source: index, target: place, weight: weights[place] ?? 0 }));
    for (const place of met) weights[place] = 0;
    const best = found.reduce((most, { weight }) => Math.max(most, weight), LEAST_WEIGHT / NEAR_BEST);
    return found
      .filter(({ weight }) => weight >= NEAR_BEST * best)
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, MOST_PARTNERS);
  });
}

function listSentences(side: AlignedSide): readonly (readonly number[])[] {
  const places = Array.from(side.counts, (): number[] => []);
  side.sentences.forEach(({ words }, index) => {
    for (const word of new Set(words)) places[word]?.push(index);
  });
  return places;
}
