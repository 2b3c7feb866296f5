import type { Block, BlockRole, CellPlace } from '../imported-document.ts';
import { parseBlockNumber } from '../structure/block-number.ts';
import { measureText } from '../language/script.ts';
import { endStrength } from '../structure/sentence-ends.ts';
import type { SetAsideReason } from '../set-aside.ts';
import { tidyText } from '../tidy-text.ts';
import { readElement, type Attributes } from './html-elements.ts';

/** What elements around say of the text in them. */
interface Surroundings {
  readonly role: BlockRole;
  readonly language?: string;
  readonly cell?: CellPlace;
  /** The number of the list item that the next block is the first of. */
  readonly aside?: { readonly reason: SetAsideReason; readonly element: number };
  readonly isPreformatted: boolean;
  readonly isLink: boolean;
}

interface Draft {
  readonly text: string;
  readonly around: Surroundings;
  readonly number: string | undefined;
  /** UTF-16 code units of it that lead elsewhere. */
  readonly linked: number;
}

/** Where cells of a table are counted. */
interface OpenTable {
  readonly table: number;
  row: number;
  column: number;
}

const HEADINGS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);

/** What stands around a text is less than this share of a page: else a class named "banner" holds the text itself. */
const MOST_ASIDE = 0.5;

/** Gathers the blocks of a page while its elements are entered and left. */
export class HtmlBlocks {
  readonly #drafts: Draft[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #lists: number[] = [];
  #tableCount = 0;
  #elementCount = 0;
  #around: Surroundings = { role: 'paragraph', isPreformatted: false, isLink: false };
  #text: string[] = [];
  #linked = 0;
  #number: string | undefined;

  /** Takes in text as it stands in the file. */
  addText(text: string): void {
    const plain = this.#around.isPreformatted ? text : text.replace(/[\t\n\f\r ]+/gu, ' ');
    this.#text.push(plain);
    if (this.#around.isLink) this.#linked += plain.trim().length;
  }

  /** Enters an element; gives what is to be called when it is left, or undefined where its content is no text. */
  enter(name: string, attributes: Attributes): (() => void) | undefined {
    const meaning = readElement(name, attributes);
    if (meaning.isBlock) this.#flush();
    if (name === 'br') this.#text.push('\n');
    if (name === 'hr') this.#push('—');
    if (meaning.isSkipped || name === 'br' || name === 'hr') return undefined;
    const before = this.#around;
    this.#elementCount += 1;
    this.#around = this.#describe(name, attributes, meaning.aside);
    const leaveStructure = this.#enterStructure(name, attributes);
    return () => {
      if (meaning.isBlock) this.#flush();
      leaveStructure();
      this.#around = before;
    };
  }

  /** All blocks, once the page has been left. */
  finish(): readonly Block[] {
    this.#flush();
    const total = this.#drafts.reduce((sum, { text }) => sum + measureText(text), 1);
    const byElement = new Map<number, number>();
    for (const { text, around } of this.#drafts) {
      const element = around.aside?.element;
      if (element !== undefined) byElement.set(element, (byElement.get(element) ?? 0) + measureText(text));
    }
    const trusted = (aside: Surroundings['aside']): SetAsideReason | undefined => {
      const isSmall = aside !== undefined && (byElement.get(aside.element) ?? 0) < total * MOST_ASIDE;
      return aside !== undefined && (isSmall || aside.reason === 'hidden') ? aside.reason : undefined;
    };
    const menus = findMenus(this.#drafts);
    return this.#drafts.flatMap((draft, index) => {
      const aside = trusted(draft.around.aside) ?? (menus.has(index) ? 'navigation' : undefined);
      return splitLines(draft).map((text, line) => makeBlock(draft, text, line === 0, aside));
    });
  }

  #describe(name: string, attributes: Attributes, aside: SetAsideReason | undefined): Surroundings {
    const language = attributes.get('lang') ?? attributes.get('xml:lang');
    return {
      ...this.#around,
      ...(language === undefined || language === '' || name === 'html' || name === 'body'
        ? {}
        : { language }),
      role: tellRole(name, attributes, this.#around.role),
      ...(aside === undefined || this.#around.aside !== undefined
        ? {}
        : { aside: { reason: aside, element: this.#elementCount } }),
      isPreformatted: this.#around.isPreformatted || name === 'pre',
      isLink: this.#around.isLink || name === 'a',
    };
  }

  /** Counts rows, columns and list items. */
  #enterStructure(name: string, attributes: Attributes): () => void {
    const table = this.#tables.at(-1);
    if (name === 'table') {
      this.#tables.push({ table: this.#tableCount, row: -1, column: 0 });
      this.#tableCount += 1;
      return () => this.#tables.pop();
    }
    if (name === 'ol' || name === 'ul') {
      this.#lists.push(name === 'ul' ? Number.NaN : Number.parseInt(attributes.get('start') ?? '1', 10));
      return () => this.#lists.pop();
    }
    if (name === 'tr' && table !== undefined) {
      table.row += 1;
      table.column = 0;
    } else if ((name === 'td' || name === 'th') && table !== undefined) {
      this.#around = {
        ...this.#around,
        cell: { table: table.table, row: table.row, column: table.column },
        role: 'cell',
      };
      table.column += Math.max(1, Number.parseInt(attributes.get('colspan') ?? '1', 10) || 1);
    } else if (name === 'li') this.#countItem(attributes);
    return () => {};
  }

  #countItem(attributes: Attributes): void {
    const last = this.#lists.length - 1;
    const own = Number.parseInt(attributes.get('value') ?? '', 10);
    const number = Number.isNaN(own) ? (this.#lists[last] ?? Number.NaN) : own;
    this.#number = Number.isNaN(number) ? undefined : String(number);
    if (last >= 0 && !Number.isNaN(number)) this.#lists[last] = number + 1;
  }

  #flush(): void {
    const text = this.#text.length === 0 ? '' : this.#text.join('');
    if (text.trim() !== '') this.#push(text);
    this.#text = [];
    this.#linked = 0;
  }

  #push(text: string): void {
    this.#drafts.push({ text, around: this.#around, number: this.#number, linked: this.#linked });
    this.#number = undefined;
  }
}

function tellRole(name: string, attributes: Attributes, outer: BlockRole): BlockRole {
  if (name === 'h1') return 'title';
  if (HEADINGS.has(name) || attributes.get('role') === 'heading') return 'heading';
  if (
    /footnote|endnote|rearnote/iu.test(`${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`)
  )
    return 'footnote';
  return name === 'li' && outer !== 'cell' && outer !== 'footnote' ? 'item' : outer;
}

/** Runs of blocks that are links and nothing else: menus and lists of other pages. */
function findMenus(drafts: readonly Draft[]): ReadonlySet<number> {
  const menus = new Set<number>();
  let run: number[] = [];
  for (let index = 0; index <= drafts.length; index += 1) {
    const draft = drafts[index];
    if (draft !== undefined && draft.linked >= draft.text.trim().length * 0.8 && draft.linked > 0)
      run.push(index);
    else {
      if (run.length >= 3 && run.length < drafts.length) for (const member of run) menus.add(member);
      run = [];
    }
  }
  return menus;
}

function makeBlock(
  { around, number }: Draft,
  text: string,
  isFirst: boolean,
  aside: SetAsideReason | undefined,
): Block {
  return {
    text,
    role: around.role,
    ...(around.language === undefined ? {} : { language: around.language }),
    ...(around.cell === undefined ? {} : { cell: around.cell }),
    ...(number === undefined || !isFirst || parseBlockNumber(text) !== undefined ? {} : { number }),
    ...(aside === undefined ? {} : { aside }),
  };
}

/**
 * Line breaks that pages use instead of paragraphs: two in a row, or such that stand after whole sentences or before
 * numbers. Those within a heading, an address or a verse are kept.
 */
function splitLines({ text, around }: Draft): readonly string[] {
  const parts = text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[^\S\n]*\n/u)
    .flatMap((part) => {
      const tidied = tidyText(part);
      const lines = tidied.split('\n');
      const areParagraphs =
        lines.length > 1 &&
        around.role !== 'title' &&
        around.role !== 'heading' &&
        lines.every(
          (line, index) =>
            index === lines.length - 1 ||
            endStrength(line) >= 2 ||
            parseBlockNumber(lines[index + 1] ?? '') !== undefined,
        );
      return areParagraphs ? lines : [tidied];
    });
  return parts.filter((part) => part !== '');
}
