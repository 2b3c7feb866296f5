import type { AlignmentSteps } from '../../alignment/align-texts.ts';
import { alignTextsInSteps, type Bead, type BeadLock } from '../../alignment/align-texts.ts';
import type { BilingualLexicon } from '../../alignment/bilingual-lexicon.ts';
import type { LanguageTag } from '../../text/language.ts';
import type { Piece } from '../structure/piece.ts';
import { alignPieces, pairOneByOne, type PieceBead } from './align-pieces.ts';

/** The pieces of one language. */
export type Side = readonly [language: LanguageTag, pieces: readonly Piece[]];

/** An alignment that says how much of it is done, from 0 to 1. */
export type PieceAlignment = Generator<number, readonly PieceBead[], undefined>;

/** Up to so many pieces a side, lengths and numbers decide better than words: a few titles have too few of them. */
const FEW = 8;

/** So many pieces a side are aligned at once; of more, stretch after stretch, so that memory and time stay in bounds. */
const WINDOW = 6000;

/** Of a stretch that is not the last, so much is kept: the beads at its end are bent to meet there. */
const KEPT = 0.7;

/** Aligns the pieces of two languages, by their words where there are many. */
export function* alignSides(
  first: Side,
  second: Side,
  lexicon: BilingualLexicon | undefined,
): PieceAlignment {
  const [[firstLanguage, a], [secondLanguage, b]] = [first, second];
  const paired = pairOneByOne(a, b);
  if (paired !== undefined) return paired;
  if (a.length === 0 || b.length === 0 || Math.max(a.length, b.length) <= FEW) return alignPieces(a, b);
  const options = {
    sourceLanguage: firstLanguage,
    targetLanguage: secondLanguage,
    ...(lexicon === undefined ? {} : { lexicon }),
  };
  const beads: PieceBead[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [endA, endB] = endWindow(a.length, b.length, i, j);
    const steps = alignTextsInSteps(texts(a, i, endA), texts(b, j, endB), {
      ...options,
      locks: findLocks(a.slice(i, endA), b.slice(j, endB)),
    });
    const found = yield* scale(steps, i / a.length, endA / a.length);
    const isLast = endA === a.length && endB === b.length;
    const kept = isLast ? found : found.slice(0, Math.max(1, Math.floor(found.length * KEPT)));
    for (const bead of toPieceBeads(kept, i, j)) beads.push(bead);
    [i, j] = [beads.at(-1)?.first[1] ?? endA, beads.at(-1)?.second[1] ?? endB];
  }
  return beads;
}

/** Where a window ends that begins at two places: as far on either side as the texts are long. */
function endWindow(lengthA: number, lengthB: number, i: number, j: number): readonly [number, number] {
  const [restA, restB] = [lengthA - i, lengthB - j];
  if (Math.max(restA, restB) <= WINDOW * 1.5) return [lengthA, lengthB];
  const share = WINDOW / Math.max(restA, restB);
  return [i + Math.max(1, Math.round(restA * share)), j + Math.max(1, Math.round(restB * share))];
}

function texts(pieces: readonly Piece[], start: number, end: number): readonly string[] {
  return pieces.slice(start, end).map(({ text }) => text);
}

function* scale(
  steps: AlignmentSteps,
  from: number,
  to: number,
): Generator<number, readonly Bead[], undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Beads name places one by one; those of one bead follow each other. */
function toPieceBeads(beads: readonly Bead[], offsetA: number, offsetB: number): readonly PieceBead[] {
  let [i, j] = [offsetA, offsetB];
  return beads.map(({ source, target, confidence }): PieceBead => {
    const [startA, startB] = [i, j];
    i += source.length;
    j += target.length;
    return { first: [startA, i], second: [startB, j], confidence };
  });
}

/** Headings that carry the same numbers in the same order on both sides answer each other beyond doubt. */
function findLocks(a: readonly Piece[], b: readonly Piece[]): readonly BeadLock[] {
  const [first, second] = [listNumbered(a), listNumbered(b)];
  const isSame =
    first.length === second.length && first.every(({ key }, index) => key === second[index]?.key);
  if (!isSame) return [];
  return first.map(({ at }, index) => ({ source: [at], target: [second[index]?.at ?? 0] }));
}

function listNumbered(pieces: readonly Piece[]): readonly { readonly key: string; readonly at: number }[] {
  return pieces.flatMap(({ kind, number }, at) =>
    kind === 'heading' && number !== undefined ? [{ key: number, at }] : [],
  );
}
