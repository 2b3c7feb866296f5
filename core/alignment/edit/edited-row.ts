import type { LanguageTag } from '../../text/language.ts';
import type { UnitKind } from '../../text/work.ts';

/** A sentence while an alignment is edited. */
export interface EditedSentence {
  /** The words as the source has them. */
  readonly text: string;
  /** What the reader has put in their place; null where nothing was corrected. Lies over the source, never in it. */
  readonly correction: string | null;
  /** The white space behind the sentence in its segment; null where the segment ended with it. */
  readonly gap: string | null;
  /** Where it was before any editing. It names the sentence: no two of a language begin at the same place. */
  readonly origin: SentenceOrigin;
}

/** A place of the text as it was before it was edited; `start` in UTF-16 code units of the segment. */
export interface SentenceOrigin {
  readonly unit: string;
  readonly start: number;
}

/**
 * How far the reader is with a row. 'open': as the aligner left it. 'accepted': looked at, or made by hand. 'locked': fixed,
 * no operation changes it. Aligning anew changes open rows only.
 */
export const ROW_STATUSES = ['open', 'accepted', 'locked'] as const;

/** One of {@link ROW_STATUSES}. */
export type RowStatus = (typeof ROW_STATUSES)[number];

/** How sure a row is once a neighbour is known to be right, and with it the border they share. From 0 to 1. */
export interface GivenNeighbours {
  readonly above: number;
  readonly below: number;
}

/** A row of the editor: the unit it will become. */
export interface EditedRow {
  /** The id of the unit. */
  readonly id: string;
  readonly kind: UnitKind;
  readonly number?: string;
  /** The sentences by language, one entry for every language the unit has, empty where nothing corresponds. */
  readonly sides: Readonly<Record<LanguageTag, readonly EditedSentence[]>>;
  /** How probable it is that exactly these sentences answer each other, 0 to 1; null where nobody has measured it. */
  readonly confidence: number | null;
  /** How probable it is where that of a row above or below is certain; absent where nobody has measured it. */
  readonly given?: GivenNeighbours;
  readonly status: RowStatus;
}

/** The text that is edited. */
export interface EditedText {
  readonly rows: readonly EditedRow[];
  /** The ids the units had before, which no new row may take. */
  readonly reservedIds: ReadonlySet<string>;
}

/** A place of the editor: a sentence of a language in a row. Of a side without sentences it is 0. */
export interface EditPlace {
  readonly row: number;
  readonly language: LanguageTag;
  readonly sentence: number;
}

/** The sentences of a language in a row; none where it has no such side. */
export function sideOf(row: EditedRow, language: LanguageTag): readonly EditedSentence[] {
  return row.sides[language] ?? [];
}

/** The words of a sentence as they will be read. */
export function shownText({ text, correction }: EditedSentence): string {
  return correction ?? text;
}

/** A row with its sides changed one by one. */
export function mapSides(
  { sides }: EditedRow,
  change: (sentences: readonly EditedSentence[], language: LanguageTag) => readonly EditedSentence[],
): EditedRow['sides'] {
  return Object.fromEntries(
    Object.entries(sides).map(([language, sentences]) => [language, change(sentences, language)]),
  );
}

/** Whether a row holds no words at all. */
export function isEmptyRow({ sides }: EditedRow): boolean {
  return Object.values(sides).every((sentences) => sentences.length === 0);
}

/** A row whose sides were changed by hand: what was measured holds no longer, and the reader has seen it. */
export function remake(row: EditedRow, sides: EditedRow['sides']): EditedRow {
  return { ...withoutMeasure(row), sides, status: 'accepted' };
}

/** A row of which nothing has been measured. */
export function withoutMeasure(row: EditedRow): EditedRow {
  const { given: _, ...rest } = row;
  return { ...rest, confidence: null };
}

/** An id for a row that is split off another: not in use and never used before. */
export function createRowId(
  { rows, reservedIds }: EditedText,
  from: string,
  alsoTaken: readonly string[] = [],
): string {
  const taken = new Set([...rows.map(({ id }) => id), ...alsoTaken]);
  for (let part = 2; ; part += 1) {
    const id = `${from}-${part}`;
    if (!taken.has(id) && !reservedIds.has(id)) return id;
  }
}
