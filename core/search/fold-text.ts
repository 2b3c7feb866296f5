import type { TextSpan } from '../text/text-span.ts';
import { keepShape } from './keep-shape.ts';
import { SIMPLIFIED, TRADITIONAL } from './traditional-characters.ts';

/**
 * A text as search compares it, with the way back. `text` has one writing for what readers take as the same: lower case,
 * no Latin, Greek or Cyrillic accents, half-width forms, simplified characters, no invisible characters.
 */
export interface FoldedText {
  readonly text: string;
  /** The stretch of the original that a non-empty stretch of `text` was made from; both in UTF-16 code units. */
  readonly toOriginal: (span: TextSpan) => TextSpan;
}

// Accents go, but й stays apart from и. Marks of other scripts are letters of their words and stay.
const ACCENTS = /(?<![иИ])[\u0300-\u036f]/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
// Official texts print the zero of Chinese dates (二○一六年) as a geometric circle; keyboards type U+3007.
const CIRCLES = /[○◯]/gu;

const simplifiedOnes = Array.from(SIMPLIFIED);
const simplifiedCharacters = new Map(
  Array.from(TRADITIONAL, (traditional, index) => [traditional, simplifiedOnes[index] ?? traditional]),
);
const TRADITIONAL_CHARACTER = new RegExp(`[${TRADITIONAL}]`, 'gu');

// Most of any text: what folding leaves as it is but for the case of its letters.
const PLAIN = `[[\\0-\\x7f·А-я–—‘’“”、。〇-】\u4e00-\u9fff]--[${TRADITIONAL}]]`;
const ALL_PLAIN = new RegExp(`^${PLAIN}*$`, 'v');
// Plain stretches whole; of the rest a character with the marks that belong to it, the grain of what NFKC may rewrite.
// Written as a string because the set difference needs the flag v, which the compiler knows only from ES2024 on.
const PIECES = new RegExp(`(${PLAIN}+(?!\\p{M}))|\\P{M}\\p{M}*|\\p{M}+`, 'gv');

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
    .replace(CIRCLES, '〇')
    .replace(TRADITIONAL_CHARACTER, (character) => simplifiedCharacters.get(character) ?? character);
  if (foldedClusters.size < CLUSTER_CACHE_SIZE) foldedClusters.set(cluster, folded);
  return folded;
}

/** Folds a text for comparison; see {@link FoldedText}. Folding a folded text changes nothing. */
export function foldText(original: string): FoldedText {
  if (ALL_PLAIN.test(original)) return foldedEvenly(original.toLowerCase());
  const offsets = new OffsetMap(original.length);
  // Joined at the end: what is added to piece by piece takes more memory than its characters.
  const pieces: string[] = [];
  let length = 0;
  PIECES.lastIndex = 0;
  for (let match = PIECES.exec(original); match !== null; match = PIECES.exec(original)) {
    const piece = match[0];
    const plain = match[1];
    if (plain !== undefined) {
      offsets.addEven(length, match.index);
      const lower = piece.toLowerCase();
      pieces.push(lower);
      length += lower.length;
      continue;
    }
    const folded = foldCluster(piece);
    if (piece.length === 1 && folded.length === 1) offsets.addEven(length, match.index);
    else offsets.addCluster(length, match.index, folded.length === piece.length);
    pieces.push(folded);
    length += folded.length;
  }
  const text = pieces.join('');
  return { text, toOriginal: offsets.isEven ? keepSpan : (span) => offsets.toOriginal(span, text.length) };
}

function keepSpan(span: TextSpan): TextSpan {
  return span;
}

/** A folded text that stretches over the original offset by offset; all that must be kept of one is its `text`. */
export function foldedEvenly(text: string): FoldedText {
  return { text, toOriginal: keepSpan };
}

/** Whether a folded text is as {@link foldedEvenly} makes it: most are. */
export function isFoldedEvenly({ toOriginal }: FoldedText): boolean {
  return toOriginal === keepSpan;
}

/** Where the pieces of a folded text come from. An even piece goes unit by unit; a cluster is one whole. */
class OffsetMap {
  /** Whether every offset is the same in both. */
  isEven = true;
  readonly #originalLength: number;
  readonly #folded: number[] = [];
  readonly #original: number[] = [];
  readonly #isCluster: boolean[] = [];

  constructor(originalLength: number) {
    this.#originalLength = originalLength;
    keepShape(this);
  }

  addEven(folded: number, original: number): void {
    if (this.#isCluster.at(-1) !== false) this.#add(folded, original, false);
  }

  addCluster(folded: number, original: number, isOfOneLength: boolean): void {
    if (!isOfOneLength) this.isEven = false;
    this.#add(folded, original, true);
  }

  toOriginal({ start, end }: TextSpan, foldedLength: number): TextSpan {
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(Math.min(end, foldedLength) - 1);
    return {
      start:
        this.#isCluster[first] === false
          ? this.#shift(first, start)
          : (this.#original[first] ?? this.#originalLength),
      end:
        this.#isCluster[last] === false
          ? this.#shift(last, end)
          : (this.#original[last + 1] ?? this.#originalLength),
    };
  }

  #add(folded: number, original: number, isCluster: boolean): void {
    this.#folded.push(folded);
    this.#original.push(original);
    this.#isCluster.push(isCluster);
  }

  #shift(piece: number, folded: number): number {
    return (this.#original[piece] ?? 0) + folded - (this.#folded[piece] ?? 0);
  }

  /** The piece an offset of the folded text lies in. Of pieces that have vanished and begin there too, the last. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#folded.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#folded[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }
}
