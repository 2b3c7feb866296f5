import { describe, expect, test } from 'vitest';
import { importFiles, type ImportFile, type ImportResult } from '../../../core/import/import-files.ts';
import { segmentText, type Unit } from '../../../core/text/work.ts';
import { statement } from '../../resources/joint-statement-2016.ts';
import {
  csv,
  docx,
  epub,
  escapeXml,
  po,
  textFile,
  tmx,
  wordParagraph,
  wordTable,
  xliff12,
  xliff20,
  xlsx,
  type Row,
} from './write-files.ts';

const [ZH, EN] = ['zh-Hans', 'en'];

const rows: readonly Row[] = statement.units.map(({ segments }) => segments);
const lines = (language: string): readonly string[] =>
  statement.units.flatMap((unit) => segmentText(unit, language).split('\n'));
const html = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${escapeXml(text).replaceAll('\n', '<br>')}</p>`).join('\n');
const both = (): readonly string[] => rows.flatMap((row) => [row[ZH] ?? '', row[EN] ?? '']);
const table = rows.map((row) => [row[ZH] ?? '', row[EN] ?? '']);
const words = (texts: readonly string[]): string => texts.map((text) => wordParagraph(text)).join('');
const page = (body: string): string => `<!DOCTYPE html><html><body>${body}</body></html>`;
const htmlTable = `<table>${table.map((row) => `<tr>${row.map((cell) => `<td>${escapeXml(cell).replaceAll('\n', '<br>')}</td>`).join('')}</tr>`).join('')}</table>`;

/** Units as they are compared: ids are the program's own. */
function bare(units: readonly Unit[]): readonly object[] {
  return units.map(({ kind, number, segments }) => ({ kind, number, segments }));
}

const mixed: readonly (readonly [string, () => readonly ImportFile[]])[] = [
  [
    'text, line by line',
    () => [
      textFile(
        'a.txt',
        statement.units.map((unit) => `${segmentText(unit, ZH)}\n${segmentText(unit, EN)}`).join('\n'),
      ),
    ],
  ],
  ['text in two blocks', () => [textFile('a.txt', [...lines(ZH), ...lines(EN)].join('\n\n'))]],
  [
    'English text first',
    () => [
      textFile(
        'a.txt',
        statement.units.map((unit) => `${segmentText(unit, EN)}\n\n${segmentText(unit, ZH)}`).join('\n\n'),
      ),
    ],
  ],
  ['a page', () => [textFile('a.html', page(html(both())))]],
  [
    'a page in two blocks',
    () => [
      textFile(
        'a.html',
        page(
          `<div>${html(rows.map((row) => row[ZH] ?? ''))}</div><div>${html(rows.map((row) => row[EN] ?? ''))}</div>`,
        ),
      ),
    ],
  ],
  ['a page with a table', () => [textFile('a.html', page(htmlTable))]],
  ['a Word document', () => [docx('a.docx', words(both()))]],
  ['a Word document with a table', () => [docx('a.docx', wordTable(table))]],
  ['a book', () => [epub('a.epub', [html(both().slice(0, 20)), html(both().slice(20))])]],
  [
    'Markdown',
    () => [
      textFile(
        'a.md',
        both()
          .map((text) => text.replaceAll('\n', '\\\n').replace(/^(\d+)\. /u, '$1\\. '))
          .join('\n\n'),
      ),
    ],
  ],
];

const apart: readonly (readonly [string, (language: string) => ImportFile])[] = [
  ['text', (language) => textFile(`${language}.txt`, lines(language).join('\n'))],
  ['pages', (language) => textFile(`${language}.html`, page(html(rows.map((row) => row[language] ?? ''))))],
  ['Word documents', (language) => docx(`${language}.docx`, words(rows.map((row) => row[language] ?? '')))],
  ['books', (language) => epub(`${language}.epub`, [html(rows.map((row) => row[language] ?? ''))])],
];

const exchange: readonly (readonly [string, () => ImportFile])[] = [
  ['TMX', () => textFile('a.tmx', tmx(rows, ZH))],
  ['XLIFF 1.2', () => textFile('a.xlf', xliff12(rows, ZH, EN))],
  ['XLIFF 2.0', () => textFile('a.xlf', xliff20(rows, ZH, EN))],
  ['PO', () => textFile('en.po', po(rows, ZH, EN))],
  ['CSV', () => textFile('a.csv', csv([[ZH, EN], ...table]))],
  ['CSV without heads', () => textFile('a.csv', csv(table))],
  ['XLSX', () => xlsx('a.xlsx', [['中文', 'English'], ...table])],
];

describe('the joint statement, mixed in one file', () => {
  test.each(mixed)('%s', async (_what, write) => {
    const { units, doubtful, setAside } = await importFiles(write());
    const own = statement.units.map((unit) => ({ ...unit, segments: { ...unit.segments } }));
    expect(bare(units)).toEqual(bare(own));
    expect(doubtful).toEqual([]);
    expect(setAside).toEqual([]);
  });
});

describe('the joint statement, a file for each language', () => {
  test.each(apart)('%s', async (_what, write) => {
    const { languages, units, doubtful } = await importFiles([write(ZH), write(EN)]);
    expect(languages).toEqual([ZH, EN]);
    expect(bare(units)).toEqual(bare(statement.units));
    expect(doubtful).toEqual([]);
  });
});

describe('the joint statement in formats that say what corresponds', () => {
  const content = (units: ImportResult['units'] | readonly Unit[]): readonly object[] =>
    units.map(({ number, segments }) => ({ number, segments }));

  test.each(exchange)('%s', async (_what, write) => {
    const { units, doubtful } = await importFiles([write()]);
    expect(content(units)).toEqual(content(statement.units));
    expect(doubtful).toEqual([]);
  });
});
