import type { LanguageTag } from '../../text/language.ts';
import type { AsideList } from '../aside-list.ts';
import { parseBlockNumber } from '../structure/block-number.ts';
import { ImportError } from '../import-error.ts';
import type { BitextRow } from '../imported-document.ts';
import type { OpenedBitext } from '../open-file.ts';
import type { PairedTexts, Piece, PieceRow } from '../structure/piece.ts';

/** The rows of files that say themselves what corresponds; of those in which there is text. */
export function pairBitext(files: readonly OpenedBitext[], asides: AsideList): PairedTexts {
  const languages = new Set<LanguageTag>();
  const languagesByFile = new Map<string, readonly LanguageTag[]>();
  const rows: PieceRow[] = [];
  for (const { name, document } of files) {
    const own = new Set(document.rows.flatMap((row) => Object.keys(row.segments)));
    for (const aside of document.asides) asides.add({ ...aside, file: name });
    for (const language of own) languages.add(language);
    languagesByFile.set(name, [...own]);
    for (const row of document.rows) rows.push(makeBitextRow(row));
  }
  const [only] = languages;
  if (only === undefined) throw new ImportError({ code: 'no-text' });
  if (languages.size === 1) throw new ImportError({ code: 'one-language', language: only });
  return { languages: [...languages], rows, languagesByFile };
}

/** How sure a pair is that its file calls a guess. */
const DOUBTFUL = 0.4;

/** What answers each other in a row, as its file has it. */
export function makeBitextRow({ segments, role, number, isDoubtful = false }: BitextRow): PieceRow {
  const pieces = Object.entries(segments)
    .filter(([, text]) => text !== '')
    .map(([language, text]): readonly [LanguageTag, readonly Piece[]] => {
      const ownNumber = number ?? parseBlockNumber(text)?.number;
      const kind =
        role === 'heading' || role === 'title' ? role : ownNumber === undefined ? 'paragraph' : 'item';
      return [
        language,
        [{ text, language, kind, ...(ownNumber === undefined ? {} : { number: ownNumber }) }],
      ];
    });
  return { pieces: new Map(pieces), confidence: isDoubtful ? DOUBTFUL : 1 };
}
