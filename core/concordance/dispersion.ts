/**
 * Gries' DP, normalised: how unevenly something is spread over the parts of a corpus, from 0 (as the sizes of the parts
 * would have it) to 1 (all of it in the smallest part).
 *
 * DP is half the sum of the differences between the share of the corpus a part is and the share of the occurrences that
 * stand in it; divided by `1 - (smallest share)` its greatest value is 1 whatever the parts. Unlike Juilland's D it does
 * not ask for parts of equal size, which sections are not. Stefan Th. Gries, "Dispersions and adjusted frequencies in
 * corpora", International Journal of Corpus Linguistics 13:4 (2008), 403–437; the normalisation after Jefrey Lijffijt
 * and Stefan Th. Gries, the same journal 17:1 (2012), 147–149.
 *
 * `counts` and `sizes` are per part, in any unit. 0 where there is nothing to be uneven: no occurrence, or one part.
 */
export function measureDispersion(counts: ArrayLike<number>, sizes: readonly number[]): number {
  const total = sum(Array.from(counts));
  const size = sum(sizes);
  const shares = sizes.filter((part) => part > 0).map((part) => part / size);
  const smallest = Math.min(...shares);
  if (total === 0 || shares.length < 2) return 0;
  const differences = sizes.map((part, index) => Math.abs((counts[index] ?? 0) / total - part / size));
  return Math.min(1, sum(differences) / 2 / (1 - smallest));
}

function sum(values: readonly number[]): number {
  return values.reduce((before, value) => before + value, 0);
}
