import { alignEditionsInSteps, type SourceEdition } from '../../alignment/align-texts.ts';
import type { BilingualLexicon } from '../../alignment/bilingual-lexicon.ts';
import { splitSentences } from '../../alignment/split-sentences.ts';
import { runToEnd } from '../../steps.ts';
import type { LanguageTag } from '../../text/language.ts';
import { splitToMatch } from '../pairing/split-to-match.ts';
import type { Piece } from '../structure/piece.ts';
import type { EditionRow, PieceSpan } from './edition-row.ts';

/** What is needed to say which part of a text answers which of several units. */
export interface DividingContext {
  /** The editions of the work, the best first; '' where a unit has nothing. */
  readonly editions: readonly SourceEdition[];
  readonly pieces: readonly Piece[];
  readonly language: LanguageTag;
  readonly lexicon: BilingualLexicon | undefined;
}

/** How sure a cut is that lengths and signs of punctuation alone have found. */
const SURE_OF_CUT = 0.75;
/** How sure it is where there is no sign to cut at, and all stands in the first unit. */
const UNDIVIDED = 0.3;

/** The sentences of a stretch. */
export function listSentenceSpans(
  { piece, start, end }: PieceSpan,
  { pieces, language }: Pick<DividingContext, 'pieces' | 'language'>,
): readonly PieceSpan[] {
  const text = (pieces[piece]?.text ?? '').slice(start, end);
  return splitSentences(text, language).map((span) => ({
    piece,
    start: start + span.start,
    end: start + span.end,
  }));
}

/**
 * Divides stretches of a new edition among units that they answer together: sentence by sentence where there are enough,
 * else at signs of punctuation. All units get a row, in their order, and every stretch is in one of them.
 * @param units their places: from the first up to, not including, the second.
 */
export function divideAmongUnits(
  [first, end]: readonly [number, number],
  spans: readonly PieceSpan[],
  confidence: number,
  context: DividingContext,
): readonly EditionRow[] {
  const sentences = spans.flatMap((span) => listSentenceSpans(span, context));
  if (sentences.length < 2) return cutAtSigns([first, end], spans, confidence, context);
  const beads = runToEnd(
    alignEditionsInSteps(
      context.editions.map(({ language, texts }) => ({ language, texts: texts.slice(first, end) })),
      sentences.map((span) => textOf(span, context)),
      {
        targetLanguage: context.language,
        ...(context.lexicon === undefined ? {} : { lexicon: context.lexicon }),
      },
    ),
  );
  const rows: EditionRow[] = [];
  let ahead: PieceSpan[] = [];
  for (const bead of beads) {
    const answered = bead.target.flatMap((place) => sentences[place] ?? []);
    const [from, ...others] = bead.source;
    const sure = Math.min(confidence, bead.confidence);
    const last = rows.at(-1);
    if (from === undefined) {
      // A sentence that answers none of them goes with the one before it: the whole was found to answer these units.
      if (last === undefined) ahead.push(...answered);
      else rows[rows.length - 1] = { ...last, spans: [...last.spans, ...answered] };
      continue;
    }
    const own = [...ahead, ...answered];
    ahead = [];
    if (others.length === 0) rows.push({ unit: first + from, spans: own, confidence: sure });
    else rows.push(...cutAtSigns([first + from, first + from + bead.source.length], own, sure, context));
  }
  return rows;
}

function cutAtSigns(
  [first, end]: readonly [number, number],
  spans: readonly PieceSpan[],
  confidence: number,
  context: DividingContext,
): readonly EditionRow[] {
  const units = Array.from({ length: end - first }, (_, offset) => first + offset);
  const whole = joinSpans(spans);
  const text = whole === undefined ? '' : textOf(whole, context);
  const parts =
    whole === undefined
      ? undefined
      : splitToMatch(
          text,
          units.map((unit) => counterpartOf(unit, context)),
        );
  if (whole === undefined || parts === undefined) {
    return units.map((unit, index) => ({
      unit,
      spans: index === 0 ? spans : [],
      confidence: Math.min(confidence, UNDIVIDED),
    }));
  }
  let at = 0;
  return units.map((unit, index) => {
    const part = parts[index] ?? '';
    const start = text.indexOf(part, at);
    at = start + part.length;
    return {
      unit,
      spans: [{ piece: whole.piece, start: whole.start + start, end: whole.start + at }],
      confidence: confidence * SURE_OF_CUT,
    };
  });
}

/** What a unit says, in the best edition that has it. */
function counterpartOf(unit: number, { editions }: DividingContext): string {
  return editions.map(({ texts }) => texts[unit] ?? '').find((text) => text !== '') ?? '';
}

/** Stretches of one piece as one; undefined where they are of several. */
function joinSpans(spans: readonly PieceSpan[]): PieceSpan | undefined {
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined || first.piece !== last.piece) return undefined;
  return { piece: first.piece, start: first.start, end: last.end };
}

function textOf({ piece, start, end }: PieceSpan, { pieces }: DividingContext): string {
  return (pieces[piece]?.text ?? '').slice(start, end);
}
