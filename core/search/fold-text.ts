import type { TextSpan } from '../text/text-span.ts';

/**
 * A text as search compares it, with the way back. `text` has one writing for what readers take as the same: lower case,
 * no Latin, Greek or Cyrillic accents, half-width forms, no invisible characters.
 */
export interface FoldedText {
  readonly text: string;
  /** The stretch of the original that a non-empty stretch of `text` was made from; both in UTF-16 code units. */
  readonly toOriginal: (span: TextSpan) => TextSpan;
}

// A character with the marks that belong to it: what NFKC may rewrite as a whole, hence the grain of the offset map.
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
// Accents go, but й stays apart from и. Marks of other scripts are letters of their words and stay.
const ACCENTS = /(?<![иИ])[\u0300-\u036f]/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
// Official texts print the zero of Chinese dates (二○一六年) as a geometric circle; keyboards type U+3007.
const CIRCLES = /[○◯]/gu;
const ASCII_ONLY = /^[\0-\x7f]*$/;

const foldedClusters = new Map<string, string>();
// Enough for every character of a library in three languages; a bound only against a text made to exhaust memory.
const CLUSTER_CACHE_SIZE = 50_000;

function foldCluster(cluster: string): string {
  const known = foldedClusters.get(cluster);
  if (known !== undefined) return known;
  const folded = cluster
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(CIRCLES, '〇');
  if (foldedClusters.size < CLUSTER_CACHE_SIZE) foldedClusters.set(cluster, folded);
  return folded;
}

/** Folds a text for comparison; see {@link FoldedText}. Folding a folded text changes nothing. */
export function foldText(original: string): FoldedText {
  if (ASCII_ONLY.test(original)) return { text: original.toLowerCase(), toOriginal: (span) => span };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let hasMoved = false;
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const folded = foldCluster(cluster);
    if (folded.length !== cluster.length) hasMoved = true;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    text += folded;
  }
  if (!hasMoved) return { text, toOriginal: (span) => span };
  return {
    text,
    toOriginal: ({ start, end }) => ({
      start: starts[start] ?? original.length,
      end: ends[end - 1] ?? original.length,
    }),
  };
}
