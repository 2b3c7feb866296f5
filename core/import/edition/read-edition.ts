import type { LanguageTag } from '../../text/language.ts';
import { ImportError } from '../import-error.ts';
import { measureText } from '../language/script.ts';
import type { OpenedFile } from '../open-file.ts';
import { makeBitextRow } from '../pairing/pair-bitext.ts';
import { readPieces, type ReadingContext } from '../structure/read-pieces.ts';
import type { Piece } from '../structure/piece.ts';

/** The text of one new language in some files. */
export interface EditionText {
  readonly language: LanguageTag;
  readonly pieces: readonly Piece[];
  readonly languagesByFile: ReadonlyMap<string, readonly LanguageTag[]>;
}

/** A second new language with so much of the text of the first is one to be asked about, not one that is quoted. */
const SECOND_SHARE = 1 / 3;

/**
 * Reads the one language in some files that a work does not have. What is in other languages, as in a file that holds the
 * text beside an edition of the work, is set aside.
 * @param known the languages of the work.
 * @throws ImportError where there is no new language, or more than one.
 */
export function readEdition(
  files: readonly OpenedFile[],
  context: ReadingContext,
  known: readonly LanguageTag[],
): EditionText {
  const texts = files.map((file) => ({ name: file.name, pieces: readFile(file, context) }));
  const language = findNewLanguage(
    texts.flatMap(({ pieces }) => pieces),
    known,
  );
  return {
    language,
    pieces: texts.flatMap(({ name, pieces }) =>
      pieces.flatMap((piece): readonly Piece[] => {
        if (piece.language === language) return [piece];
        const { text } = piece;
        const isAside = context.asides.add({
          text,
          reason: 'other-language',
          file: name,
          language: piece.language,
        });
        return isAside ? [] : [{ ...piece, language }];
      }),
    ),
    languagesByFile: new Map(
      texts.map(({ name, pieces }) => [name, [...new Set(pieces.map((piece) => piece.language))]]),
    ),
  };
}

function readFile(file: OpenedFile, context: ReadingContext): readonly Piece[] {
  const { name, document } = file;
  if (document.kind === 'prose') return readPieces({ ...file, document }, context, true);
  for (const aside of document.asides) context.asides.add({ ...aside, file: name });
  return document.rows.flatMap((row) => [...makeBitextRow(row).pieces.values()].flat());
}

function findNewLanguage(pieces: readonly Piece[], known: readonly LanguageTag[]): LanguageTag {
  const lengths = new Map<LanguageTag, number>();
  for (const { text, language } of pieces)
    lengths.set(language, (lengths.get(language) ?? 0) + measureText(text));
  const all = [...lengths].toSorted((a, b) => b[1] - a[1]);
  const [most] = all;
  if (most === undefined) throw new ImportError({ code: 'no-text' });
  const [first, second] = all.filter(([language]) => !known.includes(language));
  if (first === undefined) throw new ImportError({ code: 'edition-exists', language: most[0] });
  if (second !== undefined && second[1] >= first[1] * SECOND_SHARE) {
    throw new ImportError({ code: 'several-languages', languages: [first[0], second[0]] });
  }
  return first[0];
}
