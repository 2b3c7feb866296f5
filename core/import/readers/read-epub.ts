import { ImportError } from '../import-error.ts';
import type { Block, ProseDocument } from '../imported-document.ts';
import { Archive, resolveEntry } from './archive.ts';
import { extractBlocks } from './read-html.ts';
import { walkXml } from './xml.ts';

interface Item {
  readonly path: string;
  readonly isNavigation: boolean;
}

/** Reads a book (EPUB 2 and 3): its chapters in the order of the spine, without its table of contents. */
export function readEpub(bytes: Uint8Array): ProseDocument {
  const archive = new Archive(bytes, 'epub');
  refuseEncrypted(archive);
  const blocks: Block[] = [];
  let tables = 0;
  let next = 0;
  for (const { path, isNavigation } of readSpine(archive)) {
    const page = archive.readText(path);
    if (page === undefined || isNavigation) continue;
    // Tables are counted anew in each chapter.
    const chapter = extractBlocks(closeEmptyElements(page)).map((block): Block =>
      block.cell === undefined
        ? block
        : { ...block, cell: { ...block.cell, table: block.cell.table + tables } },
    );
    for (const { cell } of chapter) next = Math.max(next, (cell?.table ?? -1) + 1);
    tables = next;
    for (const block of chapter) blocks.push(block);
  }
  return { kind: 'prose', format: 'epub', blocks, isLineByLine: false };
}

function refuseEncrypted(archive: Archive): void {
  const encryption = archive.readText('META-INF/encryption.xml');
  // Fonts are often garbled to protect them; chapters are only if the book is locked.
  if (encryption !== undefined && /CipherReference[^>]*URI="[^"]*\.x?html?"/iu.test(encryption)) {
    throw new ImportError({ code: 'encrypted-file', format: 'epub' });
  }
}

function readSpine(archive: Archive): readonly Item[] {
  let packagePath: string | undefined;
  walkXml(archive.requireText('META-INF/container.xml'), 'epub', {
    open: ({ name, attributes }) => {
      if (name === 'rootfile') packagePath ??= attributes.get('full-path');
    },
    close: () => {},
    text: () => {},
  });
  const path = resolveEntry('', packagePath ?? '');
  const items = new Map<string, Item>();
  const spine: Item[] = [];
  walkXml(archive.requireText(path), 'epub', {
    open: ({ name, attributes }) => {
      if (name === 'item') {
        const isNavigation = /(?:^|\s)nav(?:\s|$)/u.test(attributes.get('properties') ?? '');
        items.set(attributes.get('id') ?? '', {
          path: resolveEntry(path, attributes.get('href') ?? ''),
          isNavigation,
        });
      } else if (name === 'itemref') {
        const item = items.get(attributes.get('idref') ?? '');
        if (item !== undefined && attributes.get('linear') !== 'no') spine.push(item);
      }
    },
    close: () => {},
    text: () => {},
  });
  return spine;
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** `<title/>` is an empty element in XHTML; to a reader of HTML it would begin a title that never ends. */
function closeEmptyElements(page: string): string {
  return page.replace(
    /<([a-zA-Z][\w:-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gu,
    (all, name: string, attributes: string) =>
      VOID.has(name.toLowerCase()) ? all : `<${name}${attributes}></${name}>`,
  );
}
