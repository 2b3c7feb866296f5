import type { LanguageTag } from '../../text/language.ts';
import type { BilingualLexicon } from '../../alignment/bilingual-lexicon.ts';
import type { PieceBead } from './align-pieces.ts';
import { alignSides, type Side } from './align-sides.ts';
import type { Piece, PieceRow } from '../structure/piece.ts';
import { endStrength } from '../structure/sentence-ends.ts';
import { splitToMatch } from './split-to-match.ts';

/** A line that only says who speaks ("We, the President of …,"): the sentence goes on in the next paragraph. */
const LEAD_IN = /^(?:We|The|I|Мы|Я)\b[^.;:]*,$/u;

/** Rows that are made step by step; each step says how much is done, from 0 to 1. */
export type PairingSteps = Generator<number, readonly PieceRow[], undefined>;

/** Pairs the pieces of one stretch of a text with those of the other languages, each of them with the first language. */
export function* pairStretch(
  stretch: ReadonlyMap<LanguageTag, readonly Piece[]>,
  languages: readonly LanguageTag[],
  lexicon: BilingualLexicon | undefined,
): PairingSteps {
  const [pivot, ...others] = languages.filter((language) => (stretch.get(language)?.length ?? 0) > 0);
  if (pivot === undefined) return [];
  const first: Side = [pivot, stretch.get(pivot) ?? []];
  const [second, ...more] = others.map((language): Side => [language, stretch.get(language) ?? []]);
  if (second === undefined) {
    return first[1].map((piece) => ({ pieces: new Map([[pivot, [piece]]]), confidence: UNANSWERED }));
  }
  if (more.length > 0) return yield* pairSeveral(first, [second, ...more], lexicon);
  return yield* pairTwo(first, second, lexicon);
}

/** How sure it is that nothing answers a piece. */
const UNANSWERED = 0.5;

/** Pairs two languages; a single piece that answers several is cut where they end. */
function* pairTwo(
  [pivot, first]: Side,
  [other, second]: Side,
  lexicon: BilingualLexicon | undefined,
): PairingSteps {
  const [a, b] =
    first.length === second.length
      ? [first, second]
      : [joinLeadIns(first, second), joinLeadIns(second, first)];
  const isOneSided = (a.length === 1 || b.length === 1) && a.length !== b.length;
  const beads =
    isOneSided && isOneThought(a, b)
      ? [{ first: [0, a.length], second: [0, b.length], confidence: 0.8 } as const]
      : yield* alignSides([pivot, a], [other, b], lexicon);
  return beads.flatMap((bead) =>
    divideBead([pivot, a.slice(...bead.first)], [other, b.slice(...bead.second)], bead.confidence),
  );
}

/** Whether all pieces of the longer side can answer the only one of the other: none is a heading or numbered by itself. */
function isOneThought(a: readonly Piece[], b: readonly Piece[]): boolean {
  const [[one], many] = a.length === 1 ? [a, b] : [b, a];
  const isLike = ({ kind, number }: Piece, index: number): boolean =>
    kind === one?.kind && (index === 0 || number === undefined);
  // The first line of an item has its number, whichever kind those after it are.
  const rest = one?.kind === 'item' ? many.slice(1).map((piece) => ({ ...piece, kind: one.kind })) : many;
  return many.length <= 8 && rest.every(isLike);
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
function* pairSeveral(
  [pivot, first]: Side,
  others: readonly Side[],
  lexicon: BilingualLexicon | undefined,
): PairingSteps {
  const alignments: SideAlignment[] = [];
  for (const side of others)
    alignments.push({ side, beads: yield* alignSides([pivot, first], side, lexicon) });
  const cuts = findCommonCuts(
    first.length,
    alignments.map(({ beads }) => beads),
  );
  const rows = cuts.flatMap((start, index): readonly PieceRow[] => {
    const end = cuts[index + 1] ?? first.length;
    const parts = alignments.map(({ side: [language, pieces], beads }) => {
      const within = beads.filter(
        ({ first: [from, to] }) => from >= start && to <= end && (from < to || (from > start && from < end)),
      );
      const found: Side = [language, within.flatMap(({ second }) => pieces.slice(...second))];
      return { found, sure: Math.min(1, ...within.map(({ confidence }) => confidence)) };
    });
    const sides: readonly Side[] = [[pivot, first.slice(start, end)], ...parts.map(({ found }) => found)];
    return [makeRow(sides, Math.min(...parts.map(({ sure }) => sure))), ...listAdditions(alignments, end)];
  });
  return [...listAdditions(alignments, 0), ...rows];
}

interface SideAlignment {
  readonly side: Side;
  readonly beads: readonly PieceBead[];
}

/** What other languages have at a place where the first one has nothing, row by row. */
function listAdditions(alignments: readonly SideAlignment[], at: number): readonly PieceRow[] {
  return alignments.flatMap(({ side: [language, pieces], beads }) =>
    beads
      .filter(({ first: [from, to] }) => from === at && to === at)
      .map(({ second }) => makeRow([[language, pieces.slice(...second)]], UNANSWERED)),
  );
}

/** The places between pieces of the first language that no bead of any other language holds together. */
function findCommonCuts(length: number, alignments: readonly (readonly PieceBead[])[]): readonly number[] {
  const held = new Set<number>();
  for (const {
    first: [start, end],
  } of alignments.flat()) {
    for (let at = start + 1; at < end; at += 1) held.add(at);
  }
  return Array.from({ length }, (_, at) => at).filter((at) => !held.has(at));
}
