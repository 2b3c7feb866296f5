import { dominantScript } from '../language/script.ts';
import { parseBlockNumber } from '../structure/block-number.ts';
import { endStrength } from '../structure/sentence-ends.ts';
import type { Block, BlockRole } from '../imported-document.ts';
import type { SetAsideReason } from '../set-aside.ts';
import type { PdfLine } from './pdf-lines.ts';
import { joinBrokenLine } from './join-broken-line.ts';

/** The strips at the top and the bottom of a page in which running heads stand, as shares of its height. */
const MARGIN_STRIP = 0.1;

/** How much play a line has before the right edge, in letters: punctuation hangs, justification is inexact. */
const FULL_WITHIN = 1;

/** Lines that stand further apart than so many times their size are two paragraphs. */
const MOST_LEADING = 2.4;

/** Letters so much larger than those of the text are those of a heading. */
const HEADING_SIZE = 1.15;

/** A page as it was put together. */
export interface PdfPage {
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

/** Makes paragraphs of the lines of all pages; running heads and page numbers are set aside. */
export function buildParagraphs(pages: readonly PdfPage[]): readonly Block[] {
  const margins = findMargins(pages);
  const asides = pages.flatMap(({ lines }) => lines.flatMap((line) => asideOf(line, margins)));
  const lines = pages.flatMap((page) => page.lines.filter((line) => !margins.has(line)));
  const bodySize = findBodySize(lines);
  const edges = findEdges(pages, margins);
  const paragraphs: { lines: PdfLine[]; text: string }[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const before = last?.lines.at(-1);
    if (last !== undefined && before !== undefined && goesOn(before, line, last, { edges, bodySize })) {
      last.text = joinBrokenLine(last.text, line.text);
      last.lines.push(line);
    } else paragraphs.push({ lines: [line], text: line.text });
  }
  const title = Math.max(0, ...lines.slice(0, 12).map(({ size }) => size));
  return [
    ...paragraphs.map(({ text, lines: own }) => makeBlock(text, own[0]?.size ?? 0, bodySize, title)),
    ...asides,
  ];
}

function makeBlock(text: string, size: number, bodySize: number, titleSize: number): Block {
  const isLarge = size >= bodySize * HEADING_SIZE && endStrength(text) < 2;
  const role: BlockRole = !isLarge ? 'paragraph' : size >= titleSize ? 'title' : 'heading';
  return { text, role };
}

function asideOf(line: PdfLine, margins: ReadonlyMap<PdfLine, SetAsideReason>): readonly Block[] {
  const aside = margins.get(line);
  return aside === undefined ? [] : [{ text: line.text, role: 'paragraph', aside }];
}

/** Lines at the edges of pages that are numbers, or that come again on other pages but for their digits. */
function findMargins(pages: readonly PdfPage[]): ReadonlyMap<PdfLine, SetAsideReason> {
  const counts = new Map<string, number>();
  const strips = pages.map(({ height, lines }) =>
    lines.filter(({ y }) => y > height * (1 - MARGIN_STRIP) || y < height * MARGIN_STRIP),
  );
  for (const strip of strips) {
    for (const key of new Set(strip.map(repeatKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const margins = new Map<PdfLine, SetAsideReason>();
  for (const line of strips.flat()) {
    if (isPageNumber(line.text)) margins.set(line, 'page-number');
    else if (pages.length > 1 && (counts.get(repeatKey(line)) ?? 0) >= Math.max(2, pages.length * 0.4))
      margins.set(line, 'running-head');
  }
  return margins;
}

function repeatKey({ text }: PdfLine): string {
  return text.replace(/\d+/gu, '#').replace(/\s/gu, '');
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–—·\s]*\d{1,4}[-–—·\s]*|[ivxlc]{1,6}|page \d+(?: of \d+)?|第\s?\d+\s?页(?:\s?共\s?\d+\s?页)?|\d+ ?\/ ?\d+)$/iu.test(
    text,
  );
}

/** The size most letters have. */
function findBodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

type Edges = (line: PdfLine) => { readonly left: number; readonly right: number };

/** How far the column of a line reaches: as far as the widest line of the document that overlaps it. */
function findEdges(pages: readonly PdfPage[], margins: ReadonlyMap<PdfLine, SetAsideReason>): Edges {
  const columns: { left: number; right: number }[] = [];
  const lines = pages.flatMap((page) => page.lines.filter((line) => !margins.has(line)));
  // The widest first: what overlaps one of them by half belongs to its column.
  for (const line of lines.toSorted((a, b) => b.right - b.left - (a.right - a.left))) {
    const column = columns.find(
      ({ left, right }) =>
        Math.min(line.right, right) - Math.max(line.left, left) > (line.right - line.left) * 0.5,
    );
    if (column === undefined) columns.push({ left: line.left, right: line.right });
    else {
      column.left = Math.min(column.left, line.left);
      column.right = Math.max(column.right, line.right);
    }
  }
  return (line) =>
    columns.find(
      ({ left, right }) =>
        Math.min(line.right, right) - Math.max(line.left, left) > (line.right - line.left) * 0.5,
    ) ?? line;
}

function goesOn(
  before: PdfLine,
  line: PdfLine,
  paragraph: { readonly text: string; readonly lines: readonly PdfLine[] },
  context: { readonly edges: Edges; readonly bodySize: number },
): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > size * 0.12) return false;
  if (isOtherScript(before.text, line.text)) return false;
  if (parseBlockNumber(line.text) !== undefined && endStrength(before.text) >= 2) return false;
  const column = context.edges(before);
  const isFull = before.right + measureFirstWord(line) > column.right - size * FULL_WITHIN;
  if (before.page !== line.page) return isFull && endStrength(paragraph.text) < 3;
  const drop = before.y - line.y;
  if (drop <= 0 || drop > size * MOST_LEADING) return false;
  // Lines of a heading are broken where they read well.
  if (size >= context.bodySize * HEADING_SIZE && endStrength(paragraph.text) < 2) return true;
  const first = paragraph.lines[0] ?? before;
  const left = paragraph.lines.length > 1 ? before.left : Math.min(first.left, column.left);
  const isIndented = line.left > left + size && line.left < before.right;
  return isFull && !isIndented;
}

/** How wide the first word of a line is, which found no room in the line before; a Han character is a word here. */
function measureFirstWord({ text, left, right }: PdfLine): number {
  const word = /^(?:[\p{Script=Han}][。，；：、！？”』」》）]*|\S+)/u.exec(text)?.[0] ?? '';
  return ((right - left) / Math.max(1, text.length)) * word.length;
}

function isOtherScript(a: string, b: string): boolean {
  const [first, second] = [dominantScript(a), dominantScript(b)];
  return first !== undefined && second !== undefined && first !== second;
}
