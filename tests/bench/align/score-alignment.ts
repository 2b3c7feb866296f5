/** The places of the sentences on both sides of a bead. */
export type BeadPlaces = readonly [source: readonly number[], target: readonly number[]];

/** How well an alignment agrees with one made by hand, from 0 to 1. */
export interface AlignmentScore {
  /** Counting beads that are exactly as made by hand. */
  readonly strictF1: number;
  /** Counting beads that share a pair of sentences with one made by hand. */
  readonly laxF1: number;
}

interface Counts {
  strict: number;
  lax: number;
  all: number;
}

/**
 * Scores alignments of several texts together, as Thompson and Koehn do for Vecalign (EMNLP 2019): beads without an
 * answer count for precision only, and a bead counts once.
 */
export function scoreAlignments(
  texts: readonly { readonly gold: readonly BeadPlaces[]; readonly beads: readonly BeadPlaces[] }[],
): AlignmentScore {
  const precision: Counts = { strict: 0, lax: 0, all: 0 };
  const recall: Counts = { strict: 0, lax: 0, all: 0 };
  for (const { gold, beads } of texts) {
    countAgreements(beads, gold, precision);
    countAgreements(gold.filter(isAnswered), beads.filter(isAnswered), recall);
  }
  return {
    strictF1: harmonicMean(precision.strict / (precision.all || 1), recall.strict / (recall.all || 1)),
    laxF1: harmonicMean(precision.lax / (precision.all || 1), recall.lax / (recall.all || 1)),
  };
}

/** Whether a bead is exactly one of those made by hand. */
export function isExactly(bead: BeadPlaces, gold: ReadonlySet<string>): boolean {
  return gold.has(keyOf(bead));
}

/** A bead as a text that is the same for the same sentences. */
export function keyOf([source, target]: BeadPlaces): string {
  return `${source.join(',')}|${target.join(',')}`;
}

function countAgreements(
  beads: readonly BeadPlaces[],
  reference: readonly BeadPlaces[],
  counts: Counts,
): void {
  const exact = new Set(reference.map(keyOf));
  const pairs = new Set(reference.flatMap(listPairs));
  for (const bead of new Map(beads.map((bead) => [keyOf(bead), bead])).values()) {
    if (bead[0].length + bead[1].length === 0) continue;
    const isExact = isExactly(bead, exact);
    counts.all += 1;
    counts.strict += isExact ? 1 : 0;
    counts.lax += isExact || listPairs(bead).some((pair) => pairs.has(pair)) ? 1 : 0;
  }
}

function listPairs([source, target]: BeadPlaces): readonly string[] {
  return source.flatMap((from) => target.map((to) => `${from}-${to}`));
}

function isAnswered([source, target]: BeadPlaces): boolean {
  return source.length > 0 && target.length > 0;
}

function harmonicMean(first: number, second: number): number {
  return first + second === 0 ? 0 : (2 * first * second) / (first + second);
}
