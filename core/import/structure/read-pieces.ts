import type { LanguageTag } from '../../text/language.ts';
import type { AsideList } from '../aside-list.ts';
import type { Block } from '../imported-document.ts';
import { detectLanguage, type LanguageDetector } from '../language/detect-language.ts';
import { measureText, weighScripts } from '../language/script.ts';
import type { OpenedProse } from '../open-file.ts';
import { makePieces } from './make-pieces.ts';
import type { Piece } from './piece.ts';
import { findAsides } from './set-aside-blocks.ts';

/** What reading needs besides the files. */
export interface ReadingContext {
  readonly detector: LanguageDetector;
  readonly asides: AsideList;
  /** The language the reader named for a file. */
  readonly languageOf: (name: string) => LanguageTag | undefined;
}

/** A file that is in one script to this share is in one language, when it is expected to be. */
const ONE_SCRIPT = 0.85;

/** A language that less than this share of a text is in is quoted in it, and not one it is written in. */
const LEAST_SHARE = 0.03;

/**
 * Makes pieces of a file of running text and sets aside what is no part of the text.
 * @param isOneOfSeveral whether other languages stand in other files, so that this one is expected to be in one.
 */
export function readPieces(
  file: OpenedProse,
  context: ReadingContext,
  isOneOfSeveral: boolean,
): readonly Piece[] {
  const { document, name } = file;
  const reasons = findAsides(document.blocks, document.format);
  const kept = document.blocks.filter(({ text }, index) => {
    const reason = reasons[index];
    if (reason === undefined) return true;
    const language = detectLanguage(text, context.detector);
    return !context.asides.add({ text, reason, file: name, ...(language === undefined ? {} : { language }) });
  });
  const language =
    context.languageOf(name) ?? (isOneOfSeveral ? findOnlyLanguage(kept, context.detector) : undefined);
  const pieces = makePieces(kept, {
    detector: context.detector,
    language,
    setAside: (text, reason, own) =>
      context.asides.add({ text, reason, file: name, ...(own === undefined ? {} : { language: own }) }),
  });
  return settleLanguages(pieces);
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
