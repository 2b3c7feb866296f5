import { strToU8, zipSync } from 'fflate';
import type { ImportFile } from '../../../core/import/import-files.ts';
import type { LanguageTag } from '../../../core/text/language.ts';

// Files of every format, written by hand and as small as they can be, so that a test shows what it is about.

/** A row of text in each language. */
export type Row = Readonly<Record<LanguageTag, string>>;

/** A file with this text in UTF-8. */
export function textFile(name: string, text: string): ImportFile {
  return { name, bytes: strToU8(text) };
}

/** A zip archive with these texts in it. */
export function archive(name: string, entries: Readonly<Record<string, string>>): ImportFile {
  const files = Object.fromEntries(Object.entries(entries).map(([path, text]) => [path, strToU8(text)]));
  return { name, bytes: zipSync(files) };
}

/** Text as it stands in XML and HTML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A paragraph of Word; line feeds become line breaks. */
export function wordParagraph(text: string, properties = ''): string {
  const runs = text
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>');
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A document of Word with this body and, if wanted, other parts ("numbering", "styles", "footnotes"). */
export function docx(name: string, body: string, parts: Readonly<Record<string, string>> = {}): ImportFile {
  const others = Object.entries(parts).map(([part, xml]) => [`word/${part}.xml`, xml] as const);
  return archive(name, {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(others),
  });
}

/** A part of a document of Word, such as its styles. */
export function wordPart(root: string, content: string): string {
  return `<?xml version="1.0"?><w:${root} ${WORD}>${content}</w:${root}>`;
}

/** A table of Word. */
export function wordTable(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A book with these pages in its spine, in their order. */
export function epub(name: string, pages: readonly string[]): ImportFile {
  const ids = pages.map((_page, index) => `c${index}`);
  const items = ids.map(
    (id) => `<item id="${id}" href="text/${id}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const refs = ids.map((id) => `<itemref idref="${id}"/>`);
  const chapters = pages.map((page, index) => [
    `OEBPS/text/c${index}.xhtml`,
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${page}</body></html>`,
  ]);
  return archive(name, {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><manifest>${items.join('')}</manifest><spine>${refs.join('')}</spine></package>`,
    ...Object.fromEntries(chapters),
  });
}

/** A workbook with one sheet; strings are shared, as Excel shares them. */
export function xlsx(name: string, rows: readonly (readonly string[])[]): ImportFile {
  const strings = [...new Set(rows.flat())];
  const cell = (text: string, row: number, column: number): string =>
    `<c r="${String.fromCodePoint(65 + column)}${row + 1}" t="s"><v>${strings.indexOf(text)}</v></c>`;
  const sheet = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((text, column) => cell(text, index, column)).join('')}</row>`,
  );
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return archive(name, {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${sheet.join('')}</sheetData></worksheet>`,
  });
}

/** A translation memory (TMX 1.4). */
export function tmx(rows: readonly Row[], source: LanguageTag): string {
  const segments = (row: Row): string =>
    Object.entries(row)
      .map(([language, text]) => `<tuv xml:lang="${language}"><seg>${escapeXml(text)}</seg></tuv>`)
      .join('');
  return `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="${source}"/><body>${rows.map((row) => `<tu>${segments(row)}</tu>`).join('')}</body></tmx>`;
}

/** A file of XLIFF 1.2. */
export function xliff12(rows: readonly Row[], source: LanguageTag, target: LanguageTag): string {
  const units = rows.map(
    (row, index) =>
      `<trans-unit id="${index}"><source>${escapeXml(row[source] ?? '')}</source><target>${escapeXml(row[target] ?? '')}</target></trans-unit>`,
  );
  return `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="${source}" target-language="${target}" datatype="plaintext"><body>${units.join('')}</body></file></xliff>`;
}

/** A file of XLIFF 2.0. */
export function xliff20(rows: readonly Row[], source: LanguageTag, target: LanguageTag): string {
  const units = rows.map(
    (row, index) =>
      `<unit id="u${index}"><segment><source>${escapeXml(row[source] ?? '')}</source><target>${escapeXml(row[target] ?? '')}</target></segment></unit>`,
  );
  return `<?xml version="1.0"?><xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="${source}" trgLang="${target}"><file id="f">${units.join('')}</file></xliff>`;
}

/** A catalogue of messages (gettext). */
export function po(rows: readonly Row[], source: LanguageTag, target: LanguageTag): string {
  const quote = (text: string): string => JSON.stringify(text);
  const messages = rows.map(
    (row) => `msgid ${quote(row[source] ?? '')}\nmsgstr ${quote(row[target] ?? '')}\n`,
  );
  return `msgid ""\nmsgstr "Language: ${target}\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n${messages.join('\n')}`;
}

/** Values separated by commas (RFC 4180). */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}

/** A PDF of one page with this content stream. */
export function pdf(name: string, content: string): ImportFile {
  const file = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
  return textFile(name, file);
}
