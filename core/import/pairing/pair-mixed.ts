import type { BilingualLexicon } from '../../alignment/bilingual-lexicon.ts';
import type { LanguageTag } from '../../text/language.ts';
import { groupRuns, type LanguageRun } from './group-runs.ts';
import { pairStretch } from './pair-pieces.ts';
import type { Piece, PieceRow } from '../structure/piece.ts';

/**
 * Pairs what corresponds in a text that holds its languages one after the other: paragraph by paragraph, in blocks, or
 * side by side in the rows of tables. Each language is paired with the one that leads.
 */
export function* pairMixed(
  pieces: readonly Piece[],
  lexicon: BilingualLexicon | undefined,
): Generator<number, PairedRows, undefined> {
  const stretches = splitTables(pieces).flatMap((part) =>
    part[0]?.cell === undefined
      ? groupRuns(findRuns(part)).map((runs) => runs.flatMap((run) => run.pieces))
      : [part],
  );
  const languages = orderLanguages(stretches);
  const rows: PieceRow[] = [];
  for (const [index, stretch] of stretches.entries()) {
    for (const row of yield* pairStretch(groupByLanguage(stretch), languages, lexicon)) rows.push(row);
    yield (index + 1) / stretches.length;
  }
  return { languages, rows };
}

/** Rows, with the languages in the order in which the text gives them. */
export interface PairedRows {
  readonly languages: readonly LanguageTag[];
  readonly rows: readonly PieceRow[];
}

/** First the language that leads most stretches, then as they appear. */
function orderLanguages(stretches: readonly (readonly Piece[])[]): readonly LanguageTag[] {
  const leads = new Map<LanguageTag, number>();
  for (const stretch of stretches) {
    const lead = stretch[0]?.language;
    const isAnswered = stretch.some(({ language }) => language !== lead);
    for (const { language } of stretch)
      leads.set(language, (leads.get(language) ?? 0) + (isAnswered && language === lead ? 1 : 0));
  }
  return [...leads].toSorted((a, b) => b[1] - a[1]).map(([language]) => language);
}

/** Stretches of running text and of table rows, by turns; every row of a table is a stretch. */
function splitTables(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    const goesOn =
      before !== undefined &&
      before.cell?.table === piece.cell?.table &&
      before.cell?.row === piece.cell?.row;
    if (last !== undefined && goesOn) last.push(piece);
    else parts.push([piece]);
  }
  return parts;
}

function findRuns(pieces: readonly Piece[]): readonly LanguageRun[] {
  const runs: { readonly language: LanguageTag; readonly pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.language === piece.language) last.pieces.push(piece);
    else runs.push({ language: piece.language, pieces: [piece] });
  }
  return runs;
}

/** The pieces of each language, in the order of the text. */
export function groupByLanguage(pieces: readonly Piece[]): ReadonlyMap<LanguageTag, readonly Piece[]> {
  const groups = new Map<LanguageTag, Piece[]>();
  for (const piece of pieces) {
    const group = groups.get(piece.language);
    if (group === undefined) groups.set(piece.language, [piece]);
    else group.push(piece);
  }
  return groups;
}
