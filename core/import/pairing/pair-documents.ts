import type { BilingualLexicon } from '../../alignment/bilingual-lexicon.ts';
import type { LanguageTag } from '../../text/language.ts';
import { ImportError } from '../import-error.ts';
import type { OpenedProse } from '../open-file.ts';
import { markHeadings } from './mark-headings.ts';
import { groupByLanguage, pairMixed } from './pair-mixed.ts';
import { pairStretch } from './pair-pieces.ts';
import type { PairedTexts, Piece, PieceRow } from '../structure/piece.ts';
import { readPieces, type ReadingContext } from '../structure/read-pieces.ts';

/** What pairing needs besides the files. */
export interface PairingContext extends ReadingContext {
  readonly lexicon: BilingualLexicon | undefined;
}

/** The most languages that stand side by side. */
export const MOST_LANGUAGES = 6;

/** A file in pieces. */
interface PieceText {
  readonly name: string;
  readonly pieces: readonly Piece[];
  readonly languages: readonly LanguageTag[];
}

/**
 * Pairs running texts, those that hold several languages within themselves, those in one language with each other; says
 * how much is done, from 0 to 1.
 */
export function* pairDocuments(
  files: readonly OpenedProse[],
  context: PairingContext,
): Generator<number, PairedTexts, undefined> {
  const texts = files.map((file): PieceText => {
    const pieces = readPieces(file, context, files.length > 1);
    return { name: file.name, pieces, languages: [...new Set(pieces.map(({ language }) => language))] };
  });
  checkLanguages(texts);
  const rows: PieceRow[] = [];
  const order = new Set<LanguageTag>();
  for (const { pieces } of texts.filter((text) => text.languages.length > 1)) {
    const paired = yield* pairMixed(pieces, context.lexicon);
    for (const language of paired.languages) order.add(language);
    for (const row of paired.rows) rows.push(row);
  }
  const single = texts.filter((text) => text.languages.length === 1);
  for (const { languages } of single) for (const language of languages) order.add(language);
  const byLanguage = groupByLanguage(single.flatMap(({ pieces }) => pieces));
  for (const row of yield* pairStretch(byLanguage, [...order], context.lexicon)) rows.push(row);
  return {
    languages: [...order],
    rows: markHeadings(rows),
    languagesByFile: new Map(texts.map(({ name, languages }) => [name, languages])),
  };
}

function checkLanguages(texts: readonly PieceText[]): void {
  const languages = [...new Set(texts.flatMap((text) => text.languages))];
  const [only] = languages;
  if (only === undefined) throw new ImportError({ code: 'no-text' });
  if (languages.length === 1) throw new ImportError({ code: 'one-language', language: only });
  if (languages.length > MOST_LANGUAGES) {
    throw new ImportError({ code: 'too-many-languages', languages, most: MOST_LANGUAGES });
  }
}
