import type { BilingualLexicon } from '../../alignment/bilingual-lexicon.ts';
import type { LanguageTag } from '../../text/language.ts';
import type { AsideList } from '../aside-list.ts';
import { detectLanguage, type LanguageDetector } from '../language/detect-language.ts';
import { ImportError } from '../import-error.ts';
import type { Block } from '../imported-document.ts';
import { makePieces } from '../structure/make-pieces.ts';
import type { OpenedProse } from '../open-file.ts';
import { markHeadings } from './mark-headings.ts';
import { groupByLanguage, pairMixed } from './pair-mixed.ts';
import { pairStretch } from './pair-pieces.ts';
import type { PairedTexts, Piece, PieceRow } from '../structure/piece.ts';
import { measureText, weighScripts } from '../language/script.ts';
import { findAsides } from '../structure/set-aside-blocks.ts';

/** What pairing needs besides the files. */
export interface PairingContext {
  readonly detector: LanguageDetector;
  readonly asides: AsideList;
  readonly lexicon: BilingualLexicon | undefined;
  /** The language the reader named for a file. */
  readonly languageOf: (name: string) => LanguageTag | undefined;
}

/** A file that is in one script to this share is in one language, when there are other files. */
const ONE_SCRIPT = 0.85;

/** A language that less than this share of a text is in is quoted in it, and not one it is written in. */
const LEAST_SHARE = 0.03;

/** The most languages that stand side by side. */
const MOST_LANGUAGES = 6;

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
    const pieces = settleLanguages(readPieces(file, context, files.length > 1));
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

function readPieces(file: OpenedProse, context: PairingContext, hasOthers: boolean): readonly Piece[] {
  const { document, name } = file;
  const reasons = findAsides(document.blocks, document.format);
  const kept = document.blocks.filter(({ text }, index) => {
    const reason = reasons[index];
    if (reason === undefined) return true;
    const language = detectLanguage(text, context.detector);
    return !context.asides.add({ text, reason, file: name, ...(language === undefined ? {} : { language }) });
  });
  const language =
    context.languageOf(name) ?? (hasOthers ? findOnlyLanguage(kept, context.detector) : undefined);
  return makePieces(kept, {
    detector: context.detector,
    language,
    setAside: (text, reason, own) =>
      context.asides.add({ text, reason, file: name, ...(own === undefined ? {} : { language: own }) }),
  });
}

function findOnlyLanguage(blocks: readonly Block[], detector: LanguageDetector): LanguageTag | undefined {
  const text = blocks.map((block) => block.text).join('\n');
  const weights = [...weighScripts(text).values()];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(0, ...weights) >= total * ONE_SCRIPT ? detectLanguage(text, detector) : undefined;
}

/** Gives pieces of a language that is hardly there to the language they stand among. */
function settleLanguages(pieces: readonly Piece[]): readonly Piece[] {
  const lengths = new Map<LanguageTag, number>();
  let total = 0;
  for (const { text, language } of pieces) {
    const length = measureText(text);
    lengths.set(language, (lengths.get(language) ?? 0) + length);
    total += length;
  }
  const own = new Set(
    [...lengths].filter(([, length]) => length >= total * LEAST_SHARE).map(([language]) => language),
  );
  let before = pieces.find(({ language }) => own.has(language))?.language;
  return pieces.map((piece) => {
    const language = own.has(piece.language) ? piece.language : (before ?? piece.language);
    before = language;
    return language === piece.language ? piece : { ...piece, language };
  });
}
