import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { isOfLanguage, type LanguageTag } from '../../text/language.ts';
import type { Edition, UnitKind } from '../../text/work.ts';
import { replaceForbidden } from '../xml-text.ts';
import { describeEdition, titleOf, type ExportWords } from './export-words.ts';
import type { AlignedText, AlignedUnit } from './select-editions.ts';

/** Fonts that come with Word and have a counterpart everywhere; without one for East Asia, Chinese gets that of the reader's system. */
const FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'SimSun',
};

/** In half points. */
const SIZES = { text: 22, head: 26, origin: 17 } as const;

/** In twentieths of a point. A4 on its side gives two columns of a book's width. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 } as const;

const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: 'D8D2C4' } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** The aligned text as a Word document: a table with a column for each edition, whose head is repeated on every page. */
export async function writeDocx(text: AlignedText, words: ExportWords): Promise<Uint8Array> {
  const { editions } = text;
  const width = Math.floor((PAGE.height - 2 * PAGE.margin) / Math.max(1, editions.length));
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width * editions.length, type: WidthType.DXA },
    columnWidths: editions.map(() => width),
    borders: {
      top: NO_LINE,
      bottom: NO_LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideVertical: NO_LINE,
      insideHorizontal: HAIRLINE,
    },
    rows: [writeHead(text, words, width), ...text.units.map((unit) => writeRow(unit, editions, width))],
  });
  const file = new Document({
    title: titleOf(text, words),
    creator: 'Duizhao',
    styles: { default: { document: { run: { font: FONT, size: SIZES.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        children: [table],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function writeHead(text: AlignedText, words: ExportWords, width: number): TableRow {
  const cells = text.editions.map((edition) => {
    const { title, origin } = describeEdition(text, edition, words);
    return writeCell(width, [
      new Paragraph({
        spacing: { after: 80 },
        children: [writeRun(title, edition.language, { isBold: true, size: SIZES.head })],
      }),
      new Paragraph({
        spacing: { after: 160 },
        children: [writeRun(origin, words.language, { size: SIZES.origin, color: '665F54' })],
      }),
    ]);
  });
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function writeRow({ kind, texts }: AlignedUnit, editions: readonly Edition[], width: number): TableRow {
  const cells = editions.map(({ language }, index) => {
    const lines = (texts[index] ?? '').split(/\r\n|[\n\r]/u);
    return writeCell(
      width,
      lines.map(
        (line) =>
          new Paragraph({
            alignment: AlignmentType.LEFT,
            spacing: { before: 60, after: 60, line: 320 },
            children: [writeRun(line, language, { isBold: isHeading(kind) })],
          }),
      ),
    );
  });
  return new TableRow({ children: cells });
}

function isHeading(kind: UnitKind): boolean {
  return kind === 'title' || kind === 'heading';
}

function writeCell(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    margins: { top: 40, bottom: 40, left: 0, right: 240 },
  });
}

interface RunLook {
  readonly isBold?: boolean;
  readonly size?: number;
  readonly color?: string;
}

/** Quotation marks and dashes are the same characters in both scripts: only the language tells Word which font they take. */
function writeRun(text: string, language: LanguageTag, { isBold = false, size, color }: RunLook): TextRun {
  const isEastAsian = ['zh', 'ja', 'ko'].some((range) => isOfLanguage(language, range));
  return new TextRun({
    text: replaceForbidden(text),
    bold: isBold,
    font: isEastAsian ? { ...FONT, hint: 'eastAsia' } : FONT,
    language: isEastAsian ? { eastAsia: nameForWord(language) } : { value: language },
    ...(size === undefined ? {} : { size }),
    ...(color === undefined ? {} : { color }),
  });
}

/** Word knows Chinese by regions, not by scripts. */
function nameForWord(language: LanguageTag): string {
  if (!isOfLanguage(language, 'zh')) return language;
  return /-(?:Hant|TW|HK|MO)\b/iu.test(language) ? 'zh-TW' : 'zh-CN';
}
