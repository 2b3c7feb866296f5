import type { BitextDocument } from '../imported-document.ts';
import { tidyText } from '../tidy-text.ts';
import { nameLanguages, type RawRow } from './name-languages.ts';
import { walkXml } from './xml.ts';

/** What inline elements hold that is code of another format and no text; `hi` holds text. */
const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut', 'sub']);

/**
 * Reads a translation memory (TMX 1.4b, LISA 2005): each `tu` is a row, each `tuv` a segment of it. Of variants in the
 * same language the first is taken. Notes, properties and the code in inline elements are left out.
 */
export function readTmx(xml: string): BitextDocument {
  const rows: RawRow[] = [];
  let segments = new Map<string, string>();
  let language: string | undefined;
  let source: string | undefined;
  let text: string[] | undefined;
  let codes = 0;
  walkXml(xml, 'tmx', {
    open: ({ name, attributes }) => {
      if (name === 'header') source = attributes.get('srclang');
      else if (name === 'tu') segments = new Map();
      else if (name === 'tuv') language = attributes.get('xml:lang') ?? attributes.get('lang');
      else if (name === 'seg') text = [];
      else if (CODES.has(name)) codes += 1;
    },
    close: (name) => {
      if (name === 'seg') {
        if (language !== undefined && !segments.has(language))
          segments.set(language, tidyText(text?.join('') ?? ''));
        text = undefined;
      } else if (name === 'tu') {
        if ([...segments.values()].some((segment) => segment !== '')) rows.push({ segments });
      } else if (CODES.has(name)) codes -= 1;
    },
    text: (part) => {
      if (codes === 0) text?.push(part);
    },
  });
  const order = source === undefined || source === '*all*' ? [] : [source];
  return {
    kind: 'bitext',
    format: 'tmx',
    rows: nameLanguages(mergeCase(rows), order.map(lower)),
    asides: [],
  };
}

/** The case of tags means nothing, and files mix it. */
function mergeCase(rows: readonly RawRow[]): readonly RawRow[] {
  return rows.map(({ segments }) => ({
    segments: new Map([...segments].map(([tag, text]) => [lower(tag), text])),
  }));
}

function lower(tag: string): string {
  return tag.toLowerCase();
}
