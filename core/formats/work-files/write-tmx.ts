import { replaceForbidden } from '../xml-text.ts';
import type { AlignedText, AlignedUnit } from './select-editions.ts';

/** What a TMX file says of its making. */
export interface TmxStamp {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Of the program. */
  readonly version: string;
}

/**
 * The aligned text as TMX 1.4b (LISA/ETSI GS LIS 002): a translation unit a row, its id as `tuid`, its kind and number as
 * properties under names of our own. The first edition is named as the source language. Segments are plain text; line
 * breaks stand as they are, and what XML cannot say (control characters, halves of characters) as U+FFFD.
 */
export function writeTmx(text: AlignedText, { time, version }: TmxStamp): string {
  const languages = text.editions.map(({ language }) => language);
  const created = time.replaceAll(/[-:]|\.\d+/g, '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="Duizhao" creationtoolversion="${escapeXml(version)}" segtype="block" o-tmf="duizhao" adminlang="en" srclang="${escapeXml(languages[0] ?? '*all*')}" datatype="plaintext" creationdate="${escapeXml(created)}">
<prop type="x-duizhao-work">${escapeXml(text.id)}</prop>
${text.editions.map(({ language }) => writeProperty('x-duizhao-title', text.titles[language] ?? '', language)).join('\n')}
</header>
<body>
${text.units.map((unit) => writeUnit(unit, languages)).join('\n')}
</body>
</tmx>
`;
}

function writeUnit({ id, kind, number, texts }: AlignedUnit, languages: readonly string[]): string {
  return [
    `<tu tuid="${escapeXml(id)}">`,
    writeProperty('x-duizhao-kind', kind),
    ...(number === undefined ? [] : [writeProperty('x-duizhao-number', number)]),
    ...languages.map(
      (language, index) =>
        `<tuv xml:lang="${escapeXml(language)}"><seg>${escapeXml(texts[index] ?? '')}</seg></tuv>`,
    ),
    '</tu>',
  ].join('\n');
}

function writeProperty(type: string, value: string, language?: string): string {
  const attribute = language === undefined ? '' : ` xml:lang="${escapeXml(language)}"`;
  return `<prop type="${type}"${attribute}>${escapeXml(value)}</prop>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A carriage return as it is would be read as a line feed.
  '\r': '&#13;',
};

function escapeXml(text: string): string {
  return replaceForbidden(text).replaceAll(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);
}
