import type { LanguageTag } from '../../text/language.ts';
import type { UnitKind } from '../../text/work.ts';
import { assignLanguages } from '../language/assign-languages.ts';
import { parseBlockNumber } from './block-number.ts';
import { isDateLine } from './closing-lines.ts';
import { cutAtScriptChanges, cutHeading } from './cut-mixed.ts';
import type { LanguageDetector } from '../language/detect-language.ts';
import { findDuplicateHeadlines, mayBeTitle } from './drop-headlines.ts';
import { groupClosing } from './group-closing.ts';
import type { Block } from '../imported-document.ts';
import type { Piece } from './piece.ts';
import { measureText } from '../language/script.ts';
import { endStrength } from './sentence-ends.ts';
import type { SetAsideReason } from '../set-aside.ts';
import { widenPunctuation } from '../tidy-text.ts';

/** A part of a block, of one language or of none. */
interface Part {
  readonly text: string;
  readonly block: Block;
  readonly language: LanguageTag | undefined;
}

/** How the pieces of a file are made. */
export interface PieceOptions {
  readonly detector: LanguageDetector;
  /** Of the whole file, if that is known: then nothing is cut and nothing guessed. */
  readonly language?: LanguageTag | undefined;
  /** Sets something aside; false where the reader wants it in the text. */
  readonly setAside: (text: string, reason: SetAsideReason, language?: LanguageTag) => boolean;
}

/** A share of the blocks that are in two languages from which on headings are cut too. */
const GLUED_SHARE = 0.3;

/** Cuts blocks by language, tells what each part is, and brings together the lines of signatures. */
export function makePieces(blocks: readonly Block[], options: PieceOptions): readonly Piece[] {
  const { language, detector, setAside } = options;
  const parts: readonly Part[] =
    language === undefined
      ? cutBlocks(blocks, detector)
      : blocks.map((block) => ({ text: block.text, block, language }));
  const duplicates = findDuplicateHeadlines(parts);
  const kept = parts.filter(
    (part, index) => !duplicates.has(index) || !setAside(part.text, 'duplicate-headline', part.language),
  );
  return closeEachLanguage(markTitles(makeAll(kept)));
}

function cutBlocks(blocks: readonly Block[], detector: LanguageDetector): readonly Part[] {
  const cut = blocks.map((block) => cutAtScriptChanges(block.text));
  const glued = cut.filter((texts) => texts.length > 1).length;
  const isGlued = glued >= blocks.length * GLUED_SHARE;
  const parts = blocks.flatMap((block, index) => {
    const texts = cut[index] ?? [block.text];
    const isHeading =
      block.role === 'title' || block.role === 'heading' || (isGlued && endStrength(block.text) === 0);
    return (texts.length === 1 && isHeading ? cutHeading(block.text) : texts).map((text) => ({
      text,
      block,
    }));
  });
  const languages = assignLanguages(
    parts.map(({ text, block }) => ({ text, declared: block.language })),
    detector,
  );
  return parts.map((part, index) => ({ ...part, language: languages[index] }));
}

/** Parts without letters go with what stands before them. */
function makeAll(parts: readonly Part[]): readonly Piece[] {
  const first = parts.find(({ language }) => language !== undefined)?.language;
  let before = first;
  return parts.flatMap((part, index): Piece[] => {
    const language = part.language ?? before;
    if (language === undefined) return [];
    before = language;
    return [makePiece(part, language, parts, index)];
  });
}

function makePiece(
  { text, block }: Part,
  language: LanguageTag,
  parts: readonly Part[],
  index: number,
): Piece {
  const number = block.number ?? parseBlockNumber(text)?.number;
  const isChinese = language.startsWith('zh') || language === 'ja';
  return {
    text: isChinese ? widenPunctuation(text) : text,
    language,
    kind: tellKind(text, block, number, parts[index + 1]),
    ...(number === undefined ? {} : { number }),
    ...(block.cell === undefined ? {} : { cell: block.cell }),
  };
}

function tellKind(text: string, block: Block, number: string | undefined, next: Part | undefined): UnitKind {
  if (block.role === 'title' || block.role === 'heading') return 'heading';
  if (block.role === 'footnote') return 'footnote';
  if (isDateLine(text)) return 'dateline';
  const label = parseBlockNumber(text);
  const isBare = label !== undefined && label.length >= text.length;
  if (isBare && label.style === 'division') return 'heading';
  const isShort = measureText(text) <= 110 && endStrength(text) === 0;
  if (label !== undefined)
    return isShort && label.style === 'division'
      ? 'heading'
      : isShort && isLonger(next, text)
        ? 'heading'
        : 'item';
  if (number !== undefined || block.role === 'item') return 'item';
  return 'paragraph';
}

/** A numbered line is a heading where a paragraph of its own follows it that is not the next number. */
function isLonger(next: Part | undefined, text: string): boolean {
  return (
    next !== undefined &&
    parseBlockNumber(next.text) === undefined &&
    measureText(next.text) > measureText(text) * 2
  );
}

/** In tables, this share of the cells are sentences where the table is a text and no list of words. */
const SHARE_OF_SENTENCES = 0.3;

/** The first piece of each language, before its first sentence, is its title. */
function markTitles(pieces: readonly Piece[]): readonly Piece[] {
  const sentences = pieces.filter(({ text }) => endStrength(text) >= 2).length;
  const isText = sentences >= pieces.length * SHARE_OF_SENTENCES;
  const seen = new Set<LanguageTag>();
  let hasBegun = false;
  return pieces.map((piece) => {
    const isFirst = !seen.has(piece.language);
    seen.add(piece.language);
    if (isFirst && !hasBegun && isTitle(piece, isText)) return { ...piece, kind: 'title' };
    if (endStrength(piece.text) >= 2) hasBegun ||= !isFirst;
    return piece;
  });
}

function isTitle({ text, kind, number, cell }: Piece, isText: boolean): boolean {
  const isPlain = number === undefined && (kind === 'heading' || kind === 'paragraph');
  return isPlain && (cell === undefined || isText) && mayBeTitle(text);
}

/** Brings together signatures in the pieces of each language; a signature stands where its first line stood. */
function closeEachLanguage(pieces: readonly Piece[]): readonly Piece[] {
  const places = pieces.map((piece, at) => ({ piece, at }));
  const languages = [...new Set(pieces.map(({ language }) => language))];
  return languages
    .flatMap((language) => {
      const own = places.filter(({ piece }) => piece.language === language);
      const grouped = groupClosing(own.map(({ piece }) => piece));
      return grouped.map(({ piece, at }) => ({ piece, at: own[at]?.at ?? pieces.length }));
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ piece }) => piece);
}
