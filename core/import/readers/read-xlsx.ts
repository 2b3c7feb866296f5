import { ImportError } from '../import-error.ts';
import type { ImportedDocument } from '../imported-document.ts';
import type { LanguageDetector } from '../language/detect-language.ts';
import { Archive, resolveEntry } from './archive.ts';
import { readTable, type TableRows } from './read-table.ts';
import { walkXml } from './xml.ts';

/** The widest table that is read: what has more columns is no table of languages. */
const MOST_COLUMNS = 256;

/** The most rows of all sheets. */
const MOST_ROWS = 500_000;

/** Reads a workbook of Excel (ECMA-376, SpreadsheetML): the rows of its visible sheets. Formulas count with their results. */
export function readXlsx(bytes: Uint8Array, detector: LanguageDetector): ImportedDocument {
  const archive = new Archive(bytes, 'xlsx');
  const workbook = 'xl/workbook.xml';
  const strings = readStrings(archive.readText('xl/sharedStrings.xml'));
  const targets = readTargets(archive.readText('xl/_rels/workbook.xml.rels'));
  const rows = readSheetIds(archive.requireText(workbook)).flatMap((id) => {
    const target = targets.get(id);
    const xml = target === undefined ? undefined : archive.readText(resolveEntry(workbook, target));
    return xml === undefined ? [] : readSheet(xml, strings);
  });
  if (rows.length > MOST_ROWS) throw new ImportError({ code: 'too-much-text', most: MOST_ROWS });
  return readTable(dropRepeatedHeads(rows), 'xlsx', detector);
}

/** Sheets of one make all begin with the same heads. */
function dropRepeatedHeads(rows: TableRows): TableRows {
  const head = rows[0]?.join('\0');
  return rows.filter((row, index) => index === 0 || row.join('\0') !== head);
}

function readStrings(xml: string | undefined): readonly string[] {
  const strings: string[] = [];
  let text: string[] | undefined;
  let isText = false;
  let phonetic = 0;
  if (xml === undefined) return strings;
  walkXml(xml, 'xlsx', {
    open: ({ name }) => {
      if (name === 'si') text = [];
      else if (name === 't') isText = true;
      else if (name === 'rPh') phonetic += 1;
    },
    close: (name) => {
      if (name === 'si') strings.push(text?.join('') ?? '');
      else if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
    },
    text: (part) => {
      if (isText && phonetic === 0) text?.push(part);
    },
  });
  return strings;
}

function readTargets(xml: string | undefined): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (xml === undefined) return targets;
  walkXml(xml, 'xlsx', {
    open: ({ name, attributes }) => {
      if (name === 'Relationship') targets.set(attributes.get('Id') ?? '', attributes.get('Target') ?? '');
    },
    close: () => {},
    text: () => {},
  });
  return targets;
}

function readSheetIds(xml: string): readonly string[] {
  const ids: string[] = [];
  walkXml(xml, 'xlsx', {
    open: ({ name, attributes }) => {
      const isVisible = (attributes.get('state') ?? 'visible') === 'visible';
      // `r:id`, without its prefix.
      if (name === 'sheet' && isVisible) ids.push(attributes.get('id') ?? '');
    },
    close: () => {},
    text: () => {},
  });
  return ids;
}

function readSheet(xml: string, strings: readonly string[]): TableRows {
  const rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let type = 'n';
  let value: string[] | undefined;
  let text: string[] = [];
  walkXml(xml, 'xlsx', {
    open: ({ name, attributes }) => {
      if (name === 'row') [row, column] = [[], 0];
      else if (name === 'c') {
        column = readColumn(attributes.get('r')) ?? column;
        type = attributes.get('t') ?? 'n';
        text = [];
      } else if (name === 'v' || name === 't') value = [];
    },
    close: (name) => {
      if (name === 'v' || name === 't') {
        text.push(value?.join('') ?? '');
        value = undefined;
      } else if (name === 'c') {
        const cell = text.join('');
        if (column < MOST_COLUMNS) {
          while (row.length < column) row.push('');
          row[column] = type === 's' ? (strings[Number.parseInt(cell, 10)] ?? '') : cell;
        }
        column += 1;
      } else if (name === 'row') rows.push(row);
    },
    text: (part) => value?.push(part),
  });
  return rows;
}

/** The column of a reference like "AB12", from 0. */
function readColumn(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
}
