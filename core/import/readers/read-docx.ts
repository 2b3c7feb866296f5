import { parseBlockNumber } from '../structure/block-number.ts';
import type { Block, CellPlace, ProseDocument } from '../imported-document.ts';
import { tidyText } from '../tidy-text.ts';
import { Archive, resolveEntry } from './archive.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { readDocxStyles, type DocxStyle } from './docx-styles.ts';
import { walkXml, type XmlElement } from './xml.ts';

/**
 * Reads a document of Word (ECMA-376, WordprocessingML): the text as it is after all changes are accepted, with headings,
 * tables, footnotes and the numbers that Word counts by itself. Headers, comments, pictures and hidden text are left out.
 */
export function readDocx(bytes: Uint8Array): ProseDocument {
  const archive = new Archive(bytes, 'docx');
  const main = findMainPart(archive);
  const part = (name: string): string => resolveEntry(main, name);
  const styles = readDocxStyles(archive.readText(part('styles.xml')));
  const numbering = new DocxNumbering(archive.readText(part('numbering.xml')));
  const body = new DocxBody(styles, numbering, 'paragraph');
  body.read(archive.requireText(main));
  const notes = ['footnotes.xml', 'endnotes.xml'].flatMap((name) => {
    const xml = archive.readText(part(name));
    if (xml === undefined) return [];
    const reader = new DocxBody(styles, numbering, 'footnote');
    reader.read(xml);
    return reader.blocks;
  });
  return { kind: 'prose', format: 'docx', blocks: [...body.blocks, ...notes], isLineByLine: false };
}

function findMainPart(archive: Archive): string {
  let main: string | undefined;
  const relations = archive.readText('_rels/.rels');
  if (relations !== undefined) {
    walkXml(relations, 'docx', {
      open: ({ name, attributes }) => {
        const isMain = name === 'Relationship' && (attributes.get('Type') ?? '').endsWith('/officeDocument');
        if (isMain) main = resolveEntry('', attributes.get('Target') ?? '');
      },
      close: () => {},
      text: () => {},
    });
  }
  return main ?? 'word/document.xml';
}

/** What is not part of the text as it stands: deletions, codes of fields, how Ruby is read, the older copy of a drawing. */
const SKIPPED: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'rt',
  'Fallback',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
  'sdtPr',
  'fldData',
]);

interface OpenParagraph {
  readonly text: string[];
  style: DocxStyle | undefined;
  list: string | undefined;
  level: number | undefined;
  outline: number | undefined;
}

interface OpenTable {
  readonly table: number;
  row: number;
  column: number;
  span: number;
}

class DocxBody {
  readonly blocks: Block[] = [];
  readonly #styles: ReadonlyMap<string, DocxStyle>;
  readonly #numbering: DocxNumbering;
  readonly #role: 'paragraph' | 'footnote';
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  #tableCount = 0;
  #skipped = 0;
  #isText = false;
  #isHidden = false;
  #isInRun = false;
  /** Separators between text and footnotes are stored like footnotes. */
  #isSeparator = false;

  constructor(
    styles: ReadonlyMap<string, DocxStyle>,
    numbering: DocxNumbering,
    role: 'paragraph' | 'footnote',
  ) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#role = role;
  }

  read(xml: string): void {
    walkXml(xml, 'docx', {
      open: (element) => this.#open(element),
      close: (name) => this.#close(name),
      text: (text) => {
        if (this.#isText && this.#skipped === 0 && !this.#isHidden) this.#paragraphs.at(-1)?.text.push(text);
      },
    });
  }

  #open(element: XmlElement): void {
    const { name, attributes } = element;
    if (SKIPPED.has(name)) this.#skipped += 1;
    if (this.#skipped > 0) return;
    if (name === 'p')
      this.#paragraphs.push({
        text: [],
        style: undefined,
        list: undefined,
        level: undefined,
        outline: undefined,
      });
    else if (name === 'r') [this.#isInRun, this.#isHidden] = [true, false];
    else if (name === 't') this.#isText = true;
    else if (name === 'vanish')
      this.#isHidden = this.#isInRun && attributes.get('val') !== '0' && attributes.get('val') !== 'false';
    else if (name === 'footnote' || name === 'endnote')
      this.#isSeparator = attributes.has('type') && attributes.get('type') !== 'normal';
    else if (this.#isInRun) this.#openInRun(element);
    else this.#openProperty(element);
  }

  #openInRun({ name, attributes }: XmlElement): void {
    const signs: Readonly<Record<string, string>> = {
      tab: '\t',
      cr: '\n',
      noBreakHyphen: '-',
      br: attributes.get('type') === 'page' ? '' : '\n',
    };
    const sign = signs[name];
    if (sign !== undefined && !this.#isHidden) this.#paragraphs.at(-1)?.text.push(sign);
  }

  #openProperty({ name, attributes }: XmlElement): void {
    const paragraph = this.#paragraphs.at(-1);
    const value = attributes.get('val') ?? '';
    const table = this.#tables.at(-1);
    if (name === 'tbl') {
      this.#tables.push({ table: this.#tableCount, row: -1, column: 0, span: 1 });
      this.#tableCount += 1;
    } else if (name === 'tr' && table !== undefined) [table.row, table.column] = [table.row + 1, 0];
    else if (name === 'tc' && table !== undefined) table.span = 1;
    else if (name === 'gridSpan' && table !== undefined) table.span = Number.parseInt(value, 10) || 1;
    else if (paragraph === undefined) return;
    else if (name === 'pStyle') paragraph.style = this.#styles.get(value);
    else if (name === 'numId') paragraph.list = value;
    else if (name === 'ilvl') paragraph.level = Number.parseInt(value, 10);
    else if (name === 'outlineLvl') paragraph.outline = Number.parseInt(value, 10);
  }

  #close(name: string): void {
    if (SKIPPED.has(name)) this.#skipped -= 1;
    else if (this.#skipped > 0) return;
    else if (name === 't') this.#isText = false;
    else if (name === 'r') [this.#isInRun, this.#isHidden] = [false, false];
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'tbl') this.#tables.pop();
    else if (name === 'tc') {
      const table = this.#tables.at(-1);
      if (table !== undefined) table.column += table.span;
    }
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined || this.#isSeparator) return;
    const text = tidyText(paragraph.text.join(''));
    if (text === '') return;
    const label = this.#count(paragraph);
    this.blocks.push({ ...this.#describe(paragraph), text: joinLabel(label, text) });
  }

  #count({ list, level, style }: OpenParagraph): string {
    const listId = list ?? style?.numbering?.list;
    if (listId === undefined || listId === '0') return '';
    return this.#numbering.next(listId, level ?? style?.numbering?.level ?? 0).trim();
  }

  #describe({ style, list, outline }: OpenParagraph): Omit<Block, 'text'> {
    const cell = this.#findCell();
    const role =
      this.#role === 'footnote'
        ? 'footnote'
        : (style?.role ?? (outline !== undefined && outline < 9 ? 'heading' : undefined));
    const plain = cell !== undefined ? 'cell' : list !== undefined && list !== '0' ? 'item' : 'paragraph';
    return {
      role: role ?? plain,
      ...(cell === undefined ? {} : { cell }),
      ...(style?.isContents === true ? { aside: 'navigation' as const } : {}),
    };
  }

  #findCell(): CellPlace | undefined {
    const table = this.#tables.at(-1);
    return table === undefined ? undefined : { table: table.table, row: table.row, column: table.column };
  }
}

/** "一、" stands right before its text, "1." with a space between. */
function joinLabel(label: string, text: string): string {
  if (
    label === '' ||
    text.startsWith(label) ||
    (parseBlockNumber(text) !== undefined && parseBlockNumber(label) === undefined)
  )
    return text;
  return /[、）】」]$/u.test(label) ? `${label}${text}` : `${label} ${text}`;
}
