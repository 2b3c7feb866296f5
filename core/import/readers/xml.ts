import { SaxesParser } from 'saxes';
import { ImportError } from '../import-error.ts';
import type { ImportFormat } from '../imported-document.ts';

/** An element as it is entered: names without their prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What is told while a file is read, in its order. */
export interface XmlEvents {
  readonly open: (element: XmlElement) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Names of HTML that files use without declaring them. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  copy: '©',
};

/**
 * Goes through an XML file. Nothing outside of it is read, and a file that declares entities is refused: that is how
 * such files are made to reach for others or to burst.
 * @throws ImportError `unsafe-markup` or `damaged-file`.
 */
export function walkXml(xml: string, format: ImportFormat, events: XmlEvents): void {
  const parser = new SaxesParser({ position: false });
  // Added to its own, which it inherits.
  Object.assign(parser.ENTITIES, ENTITIES);
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) throw new ImportError({ code: 'unsafe-markup', construct: '<!ENTITY>' });
  });
  parser.on('error', (error) => {
    throw new ImportError({ code: 'damaged-file', format, detail: error.message });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const entries = Object.entries(attributes).map(([key, value]) => [localName(key), value] as const);
    events.open({ name: localName(name), attributes: new Map(entries) });
  });
  parser.on('closetag', ({ name }) => events.close(localName(name)));
  parser.on('text', events.text);
  parser.on('cdata', events.text);
  parser.write(xml).close();
}

/** `xml:lang` keeps its prefix: a format may have a `lang` of its own. */
function localName(name: string): string {
  return name === 'xml:lang' ? name : name.slice(name.indexOf(':') + 1);
}
