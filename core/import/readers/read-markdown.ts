import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { ImportError } from '../import-error.ts';
import type { Block, BlockRole, CellPlace, ProseDocument } from '../imported-document.ts';
import { parseBlockNumber } from '../structure/block-number.ts';
import { tidyText } from '../tidy-text.ts';
import { extractBlocks } from './read-html.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** Reads Markdown (CommonMark with the tables and footnotes of GFM): the text without its marks, and what they say. */
export function readMarkdown(text: string): ProseDocument {
  const { matter, body } = cutFrontMatter(text);
  const tree = fromMarkdown(body, {
    extensions: [gfm(), cjkFriendlyExtension()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const reader = new MarkdownBlocks();
  if (matter !== '') reader.blocks.push({ text: matter, role: 'paragraph', aside: 'metadata' });
  reader.readAll(tree.children, 'paragraph');
  return {
    kind: 'prose',
    format: 'markdown',
    blocks: [...reader.blocks, ...reader.notes],
    isLineByLine: false,
  };
}

/** What other programs are told at the top of a file, between lines of dashes. */
function cutFrontMatter(text: string): { readonly matter: string; readonly body: string } {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text);
  const isMatter = match !== null && /^[\w-]+[ \t]*:/mu.test(match[1] ?? '');
  return isMatter
    ? { matter: tidyText(match[1] ?? ''), body: text.slice(match[0].length) }
    : { matter: '', body: text };
}

/** No text has quotations in quotations deeper than this. */
const MOST_NESTED = 200;

class MarkdownBlocks {
  readonly blocks: Block[] = [];
  readonly notes: Block[] = [];
  #tables = 0;
  #depth = 0;

  readAll(nodes: readonly Node[], role: BlockRole): void {
    if (this.#depth > MOST_NESTED) throw new ImportError({ code: 'too-complex' });
    this.#depth += 1;
    for (const node of nodes) this.#read(node, role);
    this.#depth -= 1;
  }

  #read(node: Node, role: BlockRole): void {
    if (node.type === 'heading') this.#add(node.children, node.depth === 1 ? 'title' : 'heading');
    else if (node.type === 'paragraph') this.#add(node.children, role);
    else if (node.type === 'blockquote') this.readAll(node.children, role);
    else if (node.type === 'list') this.#readList(node);
    else if (node.type === 'table') this.#readTable(node);
    else if (node.type === 'footnoteDefinition') this.#readNote(node);
    else if (node.type === 'code') this.#addText(node.value, role);
    else if (node.type === 'html') for (const block of extractBlocks(node.value)) this.blocks.push(block);
    else if (node.type === 'thematicBreak') {
      this.blocks.push({ text: '—', role: 'paragraph', aside: 'separator' });
    }
  }

  #readList({ children, ordered, start }: Extract<Node, { type: 'list' }>): void {
    for (const [index, item] of children.entries()) {
      const first = this.blocks.length;
      this.readAll(item.children, 'item');
      const block = this.blocks[first];
      // The number stands in the file; Markdown takes it for a mark.
      if (ordered === true && block !== undefined && parseBlockNumber(block.text) === undefined) {
        this.blocks[first] = { ...block, text: `${(start ?? 1) + index}. ${block.text}` };
      }
    }
  }

  #readTable({ children }: Extract<Node, { type: 'table' }>): void {
    const table = this.#tables;
    this.#tables += 1;
    for (const [row, { children: cells }] of children.entries()) {
      for (const [column, cell] of cells.entries()) this.#add(cell.children, 'cell', { table, row, column });
    }
  }

  #readNote({ children }: Extract<Node, { type: 'footnoteDefinition' }>): void {
    const first = this.blocks.length;
    this.readAll(children, 'footnote');
    this.notes.push(...this.blocks.splice(first));
  }

  #add(nodes: readonly Node[], role: BlockRole, cell?: CellPlace): void {
    this.#addText(nodes.map(inlineText).join(''), role, cell);
  }

  #addText(text: string, role: BlockRole, cell?: CellPlace): void {
    const tidied = tidyText(text);
    if (tidied === '') return;
    this.blocks.push({ text: tidied, role, ...(cell === undefined ? {} : { cell }) });
  }
}

const UNSPACED = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60”’]$/u;

/** What stands for a picture or leads to a footnote is no word of the text. */
const WORDLESS: ReadonlySet<string> = new Set(['image', 'imageReference', 'footnoteReference']);

/** The words of inline marks. A line break that Markdown ignores is no space between Han characters. */
function inlineText(node: Node): string {
  if (node.type === 'text') {
    return node.value.replace(/(.?)\r?\n/gu, (_all, before: string) =>
      UNSPACED.test(before) ? before : `${before} `,
    );
  }
  if (node.type === 'inlineCode') return node.value;
  if (node.type === 'break' || (node.type === 'html' && /^<br\b/iu.test(node.value))) return '\n';
  if (WORDLESS.has(node.type)) return '';
  return 'children' in node ? node.children.map(inlineText).join('') : '';
}
