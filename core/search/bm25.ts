/** The parameters of lunr's BM25, as lunr.Builder sets them. */
export const BM25 = { k1: 1.2, b: 0.75 } as const;

/** lunr.idf: what a term weighs that stands in so many of all units. The rarer, the more; never negative. */
export function inverseDocumentFrequency(withTerm: number, unitCount: number): number {
  return Math.log(1 + Math.abs((unitCount - withTerm + 0.5) / (withTerm + 0.5)));
}
