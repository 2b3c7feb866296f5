import Papa from 'papaparse';
import type { LanguageTag } from '../../text/language.ts';
import { ImportError } from '../import-error.ts';
import type { BitextDocument, Block, ImportedDocument, ImportFormat } from '../imported-document.ts';
import { detectLanguage, type LanguageDetector } from '../language/detect-language.ts';
import { parseLanguageName } from '../language/language-names.ts';
import { tidyText } from '../tidy-text.ts';
import { nameLanguages, type RawRow } from './name-languages.ts';

/** The rows of a table, cell by cell. */
export type TableRows = readonly (readonly string[])[];

/** Words at the head of columns that say what stands in them, but not in which language. */
const HEAD_WORD =
  /^(?:source|target|original|translation|translated|text|segment|term|terms|word|phrase|expression|sentence|name|definition|notes?|remarks?|comments?|key|context|原文|译文|譯文|源文|目标|文本|术语|術語|词条|词语|短语|句子|名称|释义|备注|備註|注释|说明|текст|перевод|оригинал|термин|примечание)(?: (?:text|segment))?$/iu;

/** The head of a column that numbers the rows of a text; an "id" is the key of another program. */
const NUMBER_HEAD = /^(?:no\.?|nr\.?|number|item|article|序号|编号|序號|編號|条目|号|№|№ п\/п|номер)$/iu;

/** How many rows show what the columns hold. */
const SAMPLE_ROWS = 400;

/** Reads values separated by commas, semicolons, tabs or bars; quoting as in RFC 4180. */
export function readDelimited(
  text: string,
  format: 'csv' | 'tsv',
  detector: LanguageDetector,
): ImportedDocument {
  const { data } = Papa.parse<string[]>(text, {
    delimiter: format === 'tsv' ? '\t' : chooseDelimiter(text),
    skipEmptyLines: 'greedy',
    ...(format === 'tsv' && !text.includes('"\t') && !text.includes('\t"') ? { quoteChar: '\0' } : {}),
  });
  return readTable(data, format, detector);
}

/** Makes rows of a table whose columns are languages: by their heads, else by what stands in them. */
export function readTable(
  cells: TableRows,
  format: ImportFormat,
  detector: LanguageDetector,
): ImportedDocument {
  const table = cells.map((row) => row.map(tidyText)).filter((row) => row.some((cell) => cell !== ''));
  const [head = []] = table;
  if (table.length === 0) throw new ImportError({ code: 'no-text' });
  const named = head.map((cell) => parseLanguageName(cell));
  const isNamed = new Set(named.filter((name) => name !== undefined)).size >= 2;
  const isHead = isNamed || isHeadRow(head);
  const body = isHead ? table.slice(1) : table;
  const columns = isNamed
    ? named.map((_name, column) => rawTag(head[column] ?? '', named[column]))
    : detectColumns(body, detector);
  const languages = columns.flatMap((tag) => tag ?? []);
  if (new Set(languages).size < 2) return asLines(body, columns, format);
  return makeBitext(body, columns, isHead ? head : [], format);
}

function isHeadRow(head: readonly string[]): boolean {
  const cells = head.filter((cell) => cell !== '');
  const isKnown = (cell: string): boolean =>
    HEAD_WORD.test(cell) ||
    NUMBER_HEAD.test(cell) ||
    /^(?:id|#)$/iu.test(cell) ||
    parseLanguageName(cell) !== undefined;
  return cells.length >= 2 && cells.every(isKnown);
}

/** A code at the head of a column keeps its region ("en-GB"), a name becomes a tag. */
function rawTag(head: string, name: LanguageTag | undefined): string | undefined {
  return name === undefined ? undefined : /^[a-z]{2}[-_][a-z]{2,4}$/iu.test(head) ? head : name;
}

/** The language of each column; of two columns in the same language only the fuller is one, the other holds remarks. */
function detectColumns(body: TableRows, detector: LanguageDetector): readonly (string | undefined)[] {
  const width = Math.max(0, ...body.slice(0, SAMPLE_ROWS).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => {
    const text = body
      .slice(0, SAMPLE_ROWS)
      .map((row) => row[column] ?? '')
      .join('\n');
    return {
      language: isCode(body, column) ? undefined : detectLanguage(text, detector),
      length: text.length,
    };
  });
  return columns.map(({ language, length }, column) => {
    const isOutdone = columns.some(
      (other, at) =>
        other.language === language && (other.length > length || (other.length === length && at < column)),
    );
    return isOutdone ? undefined : language;
  });
}

/** Keys like "menu.file.open" are letters, too. */
function isCode(body: TableRows, column: number): boolean {
  const cells = body
    .slice(0, SAMPLE_ROWS)
    .map((row) => row[column] ?? '')
    .filter((cell) => cell !== '');
  return cells.length > 1 && cells.every((cell) => /^[\w.:/#-]+$/u.test(cell) && /[\d._:/#-]/u.test(cell));
}

function makeBitext(
  body: TableRows,
  columns: readonly (string | undefined)[],
  head: readonly string[],
  format: ImportFormat,
): BitextDocument {
  const asides = head
    .filter((cell) => cell !== '')
    .map((text) => ({ text, reason: 'table-header' as const }));
  const numberColumn = findNumberColumn(body, columns, head);
  const rows = body.map((row): RawRow => {
    const segments = new Map(
      columns.flatMap((tag, column): (readonly [string, string])[] =>
        tag === undefined ? [] : [[tag, row[column] ?? '']],
      ),
    );
    const number = /^\d{1,4}(?:\.\d{1,3})*(?=\.?$)/u.exec(row[numberColumn] ?? '')?.[0];
    return number === undefined ? { segments } : { segments, number };
  });
  const others = body.flatMap((row) =>
    row.filter((cell, column) => columns[column] === undefined && column !== numberColumn && cell !== ''),
  );
  return {
    kind: 'bitext',
    format,
    rows: nameLanguages(
      rows.filter(({ segments }) => [...segments.values()].some((text) => text !== '')),
      columns.flatMap((tag) => tag ?? []),
    ),
    asides: [...asides, ...others.map((text) => ({ text, reason: 'metadata' as const }))],
  };
}

/** The first column, where its head says that it numbers the rows and it does. */
function findNumberColumn(
  body: TableRows,
  columns: readonly (string | undefined)[],
  head: readonly string[],
): number {
  const isNumbered = body.every((row) => /^(?:\d{1,4}(?:\.\d{1,3})*\.?)?$/u.test(row[0] ?? ''));
  return columns[0] === undefined && isNumbered && NUMBER_HEAD.test(head[0] ?? '') ? 0 : -1;
}

/** A table in one language is its text line by line: the other language may be in another file. */
function asLines(
  body: TableRows,
  columns: readonly (string | undefined)[],
  format: ImportFormat,
): ImportedDocument {
  const column = columns.findIndex((tag) => tag !== undefined);
  const blocks = body.flatMap((row): Block[] => {
    const text = row[column] ?? '';
    return text === '' ? [] : [{ text, role: 'paragraph' }];
  });
  return { kind: 'prose', format, blocks, isLineByLine: true };
}

/** The sign that cuts most lines into the same number of cells, more than one. */
function chooseDelimiter(text: string): string {
  const sample = text.slice(0, 100_000);
  const scored = [',', ';', '\t', '|'].map((delimiter) => {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 50, skipEmptyLines: 'greedy' });
    const width = data[0]?.length ?? 0;
    return {
      delimiter,
      score: width < 2 ? 0 : data.filter((row) => row.length === width).length / data.length,
    };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}
