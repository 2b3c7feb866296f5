import type { LanguageTag } from '../../text/language.ts';
import { alignPieces } from './align-pieces.ts';
import type { Piece, PieceRow } from '../structure/piece.ts';
import { endStrength } from '../structure/sentence-ends.ts';
import { splitToMatch } from './split-to-match.ts';

/** A line that only says who speaks ("We, the President of …,"): the sentence goes on in the next paragraph. */
const LEAD_IN = /^(?:We|The|I|Мы|Я)\b[^.;:]*,$/u;

/** Pairs the pieces of one stretch of a text with those of the other languages, each of them with the first language. */
export function pairStretch(
  stretch: ReadonlyMap<LanguageTag, readonly Piece[]>,
  languages: readonly LanguageTag[],
): readonly PieceRow[] {
  const [pivot, ...others] = languages.filter((language) => (stretch.get(language)?.length ?? 0) > 0);
  if (pivot === undefined) return [];
  const first = stretch.get(pivot) ?? [];
  if (others.length === 0)
    return first.map((piece) => ({ pieces: new Map([[pivot, [piece]]]), confidence: 0.5 }));
  const [second, ...more] = others;
  if (second === undefined || more.length > 0) return pairSeveral(stretch, pivot, others);
  return pairTwo([pivot, first], [second, stretch.get(second) ?? []]);
}

type Side = readonly [language: LanguageTag, pieces: readonly Piece[]];

/** Pairs two languages; a single piece that answers several is cut where they end. */
function pairTwo([pivot, first]: Side, [other, second]: Side): readonly PieceRow[] {
  const [a, b] =
    first.length === second.length
      ? [first, second]
      : [joinLeadIns(first, second), joinLeadIns(second, first)];
  const isOneSided = (a.length === 1 || b.length === 1) && a.length !== b.length;
  const beads =
    isOneSided && isOneThought(a, b)
      ? [{ first: [0, a.length], second: [0, b.length], confidence: 0.8 } as const]
      : alignPieces(a, b);
  return beads.flatMap((bead) =>
    divideBead([pivot, a.slice(...bead.first)], [other, b.slice(...bead.second)], bead.confidence),
  );
}

/** Whether all pieces of the longer side can answer the only one of the other: none of them is numbered by itself. */
function isOneThought(a: readonly Piece[], b: readonly Piece[]): boolean {
  const [one, many] = a.length === 1 ? [a, b] : [b, a];
  return (
    many.length <= 8 &&
    many.slice(1).every(({ number, kind }) => number === undefined && kind === one[0]?.kind)
  );
}

/** One piece that answers several is cut where they end; where it cannot be, they stay together in one row. */
function divideBead([first, a]: Side, [second, b]: Side, confidence: number): readonly PieceRow[] {
  const [only, others, isFirst] = a.length === 1 ? [a[0], b, true] : [b[0], a, false];
  const canBeCut = only !== undefined && Math.min(a.length, b.length) === 1 && others.length > 1;
  const parts = canBeCut
    ? splitToMatch(
        only.text,
        others.map(({ text }) => text),
      )
    : undefined;
  if (only === undefined || parts === undefined)
    return [
      makeRow(
        [
          [first, a],
          [second, b],
        ],
        confidence,
      ),
    ];
  return parts.map((text, index) => {
    const { number: _number, ...unnumbered } = only;
    const part = index === 0 ? { ...only, text } : { ...unnumbered, text };
    const counterpart = others.slice(index, index + 1);
    return makeRow(
      isFirst
        ? [
            [first, [part]],
            [second, counterpart],
          ]
        : [
            [first, counterpart],
            [second, [part]],
          ],
      confidence,
    );
  });
}

function makeRow(sides: readonly Side[], confidence: number): PieceRow {
  return { pieces: new Map(sides.filter(([, pieces]) => pieces.length > 0)), confidence };
}

/** Joins lead-ins with what they lead to, as long as the other side has fewer pieces. */
function joinLeadIns(pieces: readonly Piece[], others: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  let surplus = pieces.length - others.length;
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && surplus > 0 && LEAD_IN.test(last.text) && endStrength(last.text) === 1) {
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${piece.text}` };
      surplus -= 1;
    } else joined.push(piece);
  }
  return joined;
}

/** Aligns every further language with the first one, and joins rows of the first that one of them holds together. */
function pairSeveral(
  stretch: ReadonlyMap<LanguageTag, readonly Piece[]>,
  pivot: LanguageTag,
  others: readonly LanguageTag[],
): readonly PieceRow[] {
  const first = stretch.get(pivot) ?? [];
  const alignments = others.map((language) => {
    const pieces = stretch.get(language) ?? [];
    const beads = alignPieces(first, pieces);
    return { language, pieces, beads };
  });
  const cuts = first
    .map((_piece, index) => index)
    .filter((index) =>
      alignments.every(({ beads }) => !beads.some(({ first: [start, end] }) => start < index && index < end)),
    );
  return cuts.map((start, index) => {
    const end = cuts[index + 1] ?? first.length;
    const sides = alignments.map(({ language, pieces, beads }) => {
      const within = beads.filter((bead) =>
        bead.first[0] === bead.first[1]
          ? isWithin(bead.first[0], start, end, first.length)
          : bead.first[0] >= start && bead.first[1] <= end,
      );
      return {
        language,
        pieces: within.flatMap((bead) => pieces.slice(...bead.second)),
        confidence: Math.min(1, ...within.map((bead) => bead.confidence)),
      };
    });
    const rows: readonly Side[] = [
      [pivot, first.slice(start, end)],
      ...sides.map(({ language, pieces }): Side => [language, pieces]),
    ];
    return makeRow(rows, Math.min(...sides.map(({ confidence }) => confidence)));
  });
}

/** What stands in other languages only goes with the row before it; before the first, with the first. */
function isWithin(at: number, start: number, end: number, length: number): boolean {
  return (at > start && at <= end) || (at === 0 && start === 0) || (start === 0 && length === 0);
}
