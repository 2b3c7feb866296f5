import { alignEditionsInSteps } from '../../alignment/align-texts.ts';
import { splitSentences } from '../../alignment/split-sentences.ts';
import { segmentText, type Unit } from '../../text/work.ts';
import { alignPieces, type PieceBead } from '../pairing/align-pieces.ts';
import { FEW, findLocks } from '../pairing/align-sides.ts';
import { alignInWindows } from '../pairing/align-windows.ts';
import type { Piece } from '../structure/piece.ts';
import { divideAmongUnits, listSentenceSpans, type DividingContext } from './divide-among-units.ts';
import { groupByPiece, type EditionRow, type PieceSpan } from './edition-row.ts';

/** From so many units for a paragraph on, units are sentences or lines; from so many paragraphs for a unit on, paragraphs are. */
const FAR_MORE_UNITS = 1.7;
const FAR_MORE_PIECES = 2.5;

/** The work, ready to be aligned with. */
export interface AlignedUnits extends DividingContext {
  readonly units: readonly Unit[];
}

/** What is aligned: stretches of the work, each within one unit, and of the new edition. */
interface Sides {
  readonly editions: DividingContext['editions'];
  /** The place of the unit of each stretch. */
  readonly unitOf: readonly number[];
  readonly spans: readonly PieceSpan[];
  /** Whether both sides are whole: units and pieces. */
  readonly areWhole: boolean;
}

/**
 * Aligns the pieces of a new edition with the units of a work: rows for all units, in their order, with rows between them
 * for what answers none. Every stretch of every piece but for white space is in one row. Says how much is done, from 0 to 1.
 */
export function* alignEdition(context: AlignedUnits): Generator<number, readonly EditionRow[], undefined> {
  const sides = chooseSides(context);
  const beads = yield* findBeads(sides, context);
  const rows: EditionRow[] = [];
  for (const { first, second, confidence } of beads) {
    const spans = sides.spans.slice(...second);
    const [from, to] = [sides.unitOf[first[0]], sides.unitOf[first[1] - 1]];
    const last = rows.at(-1);
    if (first[0] === first[1] || from === undefined || to === undefined) {
      // Between two stretches of one unit nothing can stand by itself.
      const isInside = last?.unit !== undefined && sides.unitOf[first[0]] === last.unit;
      if (isInside) extendLast(rows, spans, confidence);
      else rows.push(...listAdditions(spans, confidence));
    } else if (last?.unit === from && to === from) extendLast(rows, spans, confidence);
    else if (from === to) rows.push({ unit: from, spans, confidence });
    else if (last?.unit === from) {
      const own = [...last.spans, ...spans];
      rows.splice(
        -1,
        1,
        ...divideAmongUnits([from, to + 1], own, Math.min(last.confidence, confidence), context),
      );
    } else rows.push(...divideAmongUnits([from, to + 1], spans, confidence, context));
  }
  return rows;
}

function extendLast(rows: EditionRow[], spans: readonly PieceSpan[], confidence: number): void {
  const last = rows.pop();
  if (last === undefined) return;
  rows.push({
    ...last,
    spans: [...last.spans, ...spans],
    confidence: Math.min(last.confidence, confidence),
  });
}

/** What answers no unit: a row for each piece of which it is. */
function listAdditions(spans: readonly PieceSpan[], confidence: number): readonly EditionRow[] {
  return groupByPiece(spans).map((own) => ({ unit: undefined, spans: own, confidence }));
}

/** Paragraphs with units, or sentences on the side whose stretches are far longer than the others. */
function chooseSides(context: AlignedUnits): Sides {
  const { editions, units, pieces } = context;
  const whole = pieces.map(({ text }, piece): PieceSpan => ({ piece, start: 0, end: text.length }));
  const unitOf = units.map((_unit, at) => at);
  const [best] = editions;
  const filled = best?.texts.filter((text) => text !== '').length ?? 0;
  if (filled > pieces.length * FAR_MORE_UNITS) {
    const spans = whole.flatMap((span) => listSentenceSpans(span, context));
    return { editions, unitOf, spans, areWhole: false };
  }
  if (best !== undefined && pieces.length > filled * FAR_MORE_PIECES) {
    const sentences = best.texts.flatMap((text, unit) => {
      const spans = splitSentences(text, best.language);
      // A unit without text there keeps its place.
      return spans.length === 0
        ? [{ unit, text: '' }]
        : spans.map(({ start, end }) => ({ unit, text: text.slice(start, end) }));
    });
    return {
      editions: [{ language: best.language, texts: sentences.map(({ text }) => text) }],
      unitOf: sentences.map(({ unit }) => unit),
      spans: whole,
      areWhole: false,
    };
  }
  return { editions, unitOf, spans: whole, areWhole: true };
}

function* findBeads(
  { editions, spans, areWhole }: Sides,
  context: AlignedUnits,
): Generator<number, readonly PieceBead[], undefined> {
  const { units, pieces, language, lexicon } = context;
  const [best] = editions;
  if (best === undefined) return [];
  const asPieces = areWhole ? units.map((unit) => toPiece(unit, best.language)) : undefined;
  if (asPieces !== undefined && Math.max(units.length, pieces.length) <= FEW) {
    return alignPieces(asPieces, pieces);
  }
  const texts = spans.map(({ piece, start, end }) => (pieces[piece]?.text ?? '').slice(start, end));
  return yield* alignInWindows([best.texts.length, texts.length], (first, second) =>
    alignEditionsInSteps(
      editions.map((edition) => ({ ...edition, texts: edition.texts.slice(...first) })),
      texts.slice(...second),
      {
        targetLanguage: language,
        locks: asPieces === undefined ? [] : findLocks(asPieces.slice(...first), pieces.slice(...second)),
        ...(lexicon === undefined ? {} : { lexicon }),
      },
    ),
  );
}

function toPiece(unit: Unit, language: string): Piece {
  const { kind, number } = unit;
  const text = segmentText(unit, language);
  return { text, language, kind, ...(number === undefined ? {} : { number }) };
}
