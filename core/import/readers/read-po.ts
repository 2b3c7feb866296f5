import { ImportError } from '../import-error.ts';
import type { BitextDocument } from '../imported-document.ts';
import { detectLanguage, type LanguageDetector } from '../language/detect-language.ts';
import { tidyText } from '../tidy-text.ts';
import { nameLanguages, type RawRow } from './name-languages.ts';

interface Entry {
  readonly fields: Map<string, string>;
  isFuzzy: boolean;
}

/**
 * Reads a catalogue of messages (GNU gettext PO). Each message is a row; of plural forms the singular and the last one.
 * Obsolete messages are left out; fuzzy ones are kept, since gettext guessed them, as doubtful.
 * @param name of the file, which may say the language: "zh_CN.po".
 */
export function readPo(text: string, name: string, detector: LanguageDetector): BitextDocument {
  const entries = parseEntries(text);
  const header = entries.find(({ fields }) => fields.get('msgid') === '')?.fields.get('msgstr') ?? '';
  const messages = entries.filter(({ fields }) => (fields.get('msgid') ?? '') !== '');
  if (messages.length === 0) throw new ImportError({ code: 'no-text' });
  const sources = messages.map(({ fields }) => fields.get('msgid') ?? '').join('\n');
  const targets = messages
    .map(({ fields }) => fields.get('msgstr') ?? fields.get('msgstr[0]') ?? '')
    .join('\n');
  const source = readField(header, 'X-Source-Language') ?? detectLanguage(sources, detector) ?? 'und';
  const named =
    readField(header, 'Language') ?? /(?:^|[./_-])([a-z]{2,3}(?:[_-][A-Za-z]{2,4})?)\.pot?$/u.exec(name)?.[1];
  const target = named ?? detectLanguage(targets, detector) ?? 'und';
  const rows = messages.flatMap((entry) => makeRows(entry, source, target));
  return { kind: 'bitext', format: 'po', rows: nameLanguages(rows, [source, target]), asides: [] };
}

function readField(header: string, name: string): string | undefined {
  const value = new RegExp(`^${name}:[ \\t]*(\\S+)`, 'imu').exec(header)?.[1];
  return value === undefined || value === 'LANGUAGE' ? undefined : value;
}

function makeRows({ fields, isFuzzy }: Entry, source: string, target: string): readonly RawRow[] {
  const doubt = isFuzzy ? { isDoubtful: true } : {};
  const row = (id: string, translated: string): RawRow => ({
    segments: new Map([
      [source, tidyText(id)],
      [target, tidyText(translated)],
    ]),
    ...doubt,
  });
  const plural = fields.get('msgid_plural');
  const first = row(fields.get('msgid') ?? '', fields.get('msgstr') ?? fields.get('msgstr[0]') ?? '');
  const forms = [...fields.keys()].filter((key) => key.startsWith('msgstr['));
  const last = fields.get(forms.at(-1) ?? '') ?? '';
  return plural === undefined ? [first] : [first, row(plural, last)];
}

function parseEntries(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  let entry: Entry | undefined;
  let field: string | undefined;
  let isFuzzy = false;
  for (const line of text.split(/\r\n?|\n/u)) {
    const trimmed = line.trim();
    if (trimmed.startsWith('#')) {
      if (/^#,.*\bfuzzy\b/u.test(trimmed)) isFuzzy = true;
      field = undefined;
      continue;
    }
    const match = /^(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*)?"(.*)"$/u.exec(trimmed);
    if (match === null) continue;
    const [, keyword, quoted = ''] = match;
    if (keyword !== undefined) {
      if (
        keyword === 'msgctxt' ||
        (keyword === 'msgid' && (entry === undefined || entry.fields.has('msgid')))
      ) {
        entry = { fields: new Map(), isFuzzy };
        entries.push(entry);
        isFuzzy = false;
      }
      field = keyword;
      entry?.fields.set(field, unescape(quoted));
    } else if (field !== undefined && entry !== undefined) {
      entry.fields.set(field, `${entry.fields.get(field) ?? ''}${unescape(quoted)}`);
    }
  }
  return entries;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '',
  b: '',
  f: '\f',
  v: '\v',
};

function unescape(quoted: string): string {
  return quoted.replace(
    /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|(.))/gu,
    (_all, hex?: string, octal?: string, plain?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      return ESCAPES[plain ?? ''] ?? plain ?? '';
    },
  );
}
