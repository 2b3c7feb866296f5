import type { LanguageTag } from '../../text/language.ts';
import type { UnitKind } from '../../text/work.ts';
import type { CellPlace } from '../imported-document.ts';

/** A stretch of one language: a block of a file, or the part of one that is in this language. */
export interface Piece {
  readonly text: string;
  readonly language: LanguageTag;
  readonly kind: UnitKind;
  readonly number?: string;
  readonly cell?: CellPlace;
}

/** Pieces of several languages that correspond; of a language there may be none. */
export interface PieceRow {
  readonly pieces: ReadonlyMap<LanguageTag, readonly Piece[]>;
  /** From 0 to 1: how sure it is that they do. */
  readonly confidence: number;
}

/** Texts whose corresponding pieces were brought together, with the languages they are in. */
export interface PairedTexts {
  readonly languages: readonly LanguageTag[];
  readonly rows: readonly PieceRow[];
  readonly languagesByFile: ReadonlyMap<string, readonly LanguageTag[]>;
}
