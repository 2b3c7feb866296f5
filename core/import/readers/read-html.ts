import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Block, ProseDocument } from '../imported-document.ts';
import { HtmlBlocks } from './html-blocks.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Reads a page: nothing in it is run or fetched, pictures are dropped. */
export function readHtml(html: string): ProseDocument {
  return { kind: 'prose', format: 'html', blocks: extractBlocks(html), isLineByLine: false };
}

/** The blocks of text in a page, in the order of their elements; also of those of which books are made. */
export function extractBlocks(html: string): readonly Block[] {
  const blocks = new HtmlBlocks();
  // No recursion: pages nest as deep as whoever wrote them wants.
  const open: { readonly nodes: readonly Node[]; at: number; readonly leave: (() => void) | null }[] = [
    { nodes: parse(html).childNodes, at: 0, leave: null },
  ];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.nodes[level.at];
    level.at += 1;
    if (node === undefined) {
      level.leave?.();
      open.pop();
    } else if (node.nodeName === '#text' && 'value' in node) {
      blocks.addText(node.value);
    } else if ('tagName' in node) {
      const attributes = new Map(
        node.attrs.map(({ name, prefix, value }) => [
          prefix === undefined || prefix === '' ? name : `${prefix}:${name}`,
          value,
        ]),
      );
      const leave = blocks.enter(node.tagName, attributes);
      if (leave !== undefined) open.push({ nodes: node.childNodes, at: 0, leave });
    }
  }
  return blocks.finish();
}
