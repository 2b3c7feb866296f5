import type { BitextDocument } from '../imported-document.ts';
import { tidyText } from '../tidy-text.ts';
import { nameLanguages, type RawRow } from './name-languages.ts';
import { walkXml, type XmlElement } from './xml.ts';

/** What inline elements hold that is code of another format: of 1.2 all but `g` and `mrk`, of 2.x nothing but notes. */
const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'sub', 'x', 'bx', 'ex', 'data']);

/** Parts that hold other texts than the ones that answer each other: proposals, the segmentation of the source. */
const SKIPPED: ReadonlySet<string> = new Set([
  'alt-trans',
  'seg-source',
  'note',
  'notes',
  'originalData',
  'skeleton',
  'skl',
  'matches',
  'glossary',
  'bin-unit',
  'ignorable',
]);

/**
 * Reads XLIFF 1.2 (`trans-unit`) and 2.0 to 2.2 (`segment`, OASIS): each is a row. Units that are not translated yet have
 * an empty target.
 */
export function readXliff(xml: string): BitextDocument {
  const reader = new XliffReader();
  walkXml(xml, 'xliff', {
    open: (element) => reader.open(element),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  return { kind: 'bitext', format: 'xliff', rows: nameLanguages(reader.rows, []), asides: [] };
}

class XliffReader {
  readonly rows: RawRow[] = [];
  #source = 'und';
  #target = 'und';
  #segments = new Map<string, string>();
  #text: string[] | undefined;
  #language: string | undefined;
  #skipped = 0;

  open({ name, attributes }: XmlElement): void {
    if (SKIPPED.has(name) || CODES.has(name)) this.#skipped += 1;
    if (this.#skipped > 0) return;
    if (name === 'xliff' || name === 'file') {
      this.#source = attributes.get('srcLang') ?? attributes.get('source-language') ?? this.#source;
      this.#target = attributes.get('trgLang') ?? attributes.get('target-language') ?? this.#target;
    } else if (name === 'trans-unit' || name === 'segment') this.#segments = new Map();
    else if (name === 'source' || name === 'target') {
      this.#text = [];
      this.#language = attributes.get('xml:lang') ?? (name === 'source' ? this.#source : this.#target);
    } else if (name === 'cp') this.#addCodePoint(attributes.get('hex') ?? '');
  }

  close(name: string): void {
    if (SKIPPED.has(name) || CODES.has(name)) this.#skipped -= 1;
    else if (this.#skipped > 0) return;
    else if (name === 'source' || name === 'target') {
      if (this.#language !== undefined)
        this.#segments.set(this.#language, tidyText(this.#text?.join('') ?? ''));
      this.#text = undefined;
    } else if (name === 'trans-unit' || name === 'segment') {
      if ([...this.#segments.values()].some((text) => text !== ''))
        this.rows.push({ segments: this.#segments });
    }
  }

  text(text: string): void {
    if (this.#skipped === 0) this.#text?.push(text);
  }

  /** Characters that XML cannot hold are written by their number. */
  #addCodePoint(hex: string): void {
    const point = Number.parseInt(hex, 16);
    if (point <= 0x10ffff) this.#text?.push(String.fromCodePoint(point));
  }
}
