import { alignTextsInSteps, type BeadLock } from '../../alignment/align-texts.ts';
import type { BilingualLexicon } from '../../alignment/bilingual-lexicon.ts';
import type { LanguageTag } from '../../text/language.ts';
import type { Piece } from '../structure/piece.ts';
import { alignInWindows, type PieceAlignment } from './align-windows.ts';
import { alignPieces, pairOneByOne } from './align-pieces.ts';

/** The pieces of one language. */
export type Side = readonly [language: LanguageTag, pieces: readonly Piece[]];

/** Up to so many pieces a side, lengths and numbers decide better than words: a few titles have too few of them. */
export const FEW = 8;

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
  return yield* alignInWindows([a.length, b.length], (rangeA, rangeB) =>
    alignTextsInSteps(texts(a, rangeA), texts(b, rangeB), {
      ...options,
      locks: findLocks(a.slice(...rangeA), b.slice(...rangeB)),
    }),
  );
}

function texts(pieces: readonly Piece[], range: readonly [number, number]): readonly string[] {
  return pieces.slice(...range).map(({ text }) => text);
}

/** Headings that carry the same numbers in the same order on both sides answer each other beyond doubt. */
export function findLocks(a: readonly Piece[], b: readonly Piece[]): readonly BeadLock[] {
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
