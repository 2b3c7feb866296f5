import { ImportError } from './import-error.ts';
import type { ImportFormat } from './imported-document.ts';

/** How much of a file shows what it is, in bytes. */
const HEAD_LENGTH = 4096;

/** What the bytes of a file begin with, in the order of Latin-1. */
const MAGIC: readonly (readonly [string, 'pdf' | 'zip' | 'ole' | 'rtf'])[] = [
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
  ['\u00D0\u00CF\u0011\u00E0', 'ole'],
  ['{\\rtf', 'rtf'],
];

/** Entries that only archives of one format have. */
const ARCHIVES: readonly (readonly [ImportFormat, RegExp])[] = [
  ['docx', /^word\/document\d*\.xml$/u],
  ['xlsx', /^xl\/workbook\.xml$/u],
  ['epub', /^META-INF\/container\.xml$/u],
];

const ENDINGS: Readonly<Record<string, ImportFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  mhtml: 'html',
  tmx: 'tmx',
  xlf: 'xliff',
  xliff: 'xliff',
  sdlxliff: 'xliff',
  mxliff: 'xliff',
  po: 'po',
  pot: 'po',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
};

/**
 * What a file is by its first bytes; 'text' where they say nothing.
 * @throws ImportError `unsupported-format` for what is known and cannot be read.
 */
export function detectContainer(bytes: Uint8Array): 'pdf' | 'zip' | 'text' {
  const head = Array.from(bytes.subarray(0, 1024), (byte) => String.fromCodePoint(byte)).join('');
  const magic = MAGIC.find(([sign]) => head.startsWith(sign))?.[1];
  if (magic === 'zip') return 'zip';
  // Some programs write a few bytes before it (PDF 1.7, implementation note 13).
  if (head.includes('%PDF-')) return 'pdf';
  if (magic === 'rtf') throw new ImportError({ code: 'unsupported-format', format: 'RTF' });
  if (magic === 'ole') {
    // What Office encrypts it wraps into the container of its old formats.
    if (includesUtf16(bytes, 'EncryptedPackage'))
      throw new ImportError({ code: 'encrypted-file', format: 'docx' });
    throw new ImportError({ code: 'unsupported-format', format: 'Word or Excel 97–2003' });
  }
  return 'text';
}

/**
 * The format of a zip archive by the names of its entries.
 * @throws ImportError `unsupported-format` where it holds no text that is known.
 */
export function detectArchiveFormat(names: readonly string[]): ImportFormat {
  const format = ARCHIVES.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0];
  if (format !== undefined) return format;
  const kind = names.includes('content.xml')
    ? 'OpenDocument'
    : names.some((name) => name.startsWith('ppt/'))
      ? 'PPTX'
      : 'ZIP';
  throw new ImportError({ code: 'unsupported-format', format: kind });
}

/** The format of a text by its beginning, and where that says nothing by the ending of its name. */
export function detectTextFormat(name: string, text: string): ImportFormat {
  const head = text.slice(0, HEAD_LENGTH).replace(/^\s+/u, '');
  const markup = head.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/gu, '').trimStart();
  if (/^(?:<!DOCTYPE tmx[^>]*>\s*)?<tmx[\s>]/iu.test(markup)) return 'tmx';
  if (/^(?:<!DOCTYPE xliff[^[>]*>\s*)?<(?:[\w-]+:)?xliff[\s>]/iu.test(markup)) return 'xliff';
  if (/^<!DOCTYPE html|^<html[\s>]/iu.test(markup)) return 'html';
  if (/^msgid\s+"/mu.test(head) && /^msgstr(?:\[\d\])?\s+"/mu.test(text.slice(0, HEAD_LENGTH * 16)))
    return 'po';
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase();
  const named = ending === undefined ? undefined : ENDINGS[ending];
  if (named !== undefined && named !== 'text') return named;
  if (/^<(?:!DOCTYPE\s+(?:tmx|xliff))/iu.test(markup))
    return /tmx/iu.test(markup.slice(0, 20)) ? 'tmx' : 'xliff';
  if (
    /^<[a-z!]/iu.test(markup) &&
    /<\/?(?:body|p|div|table|h[1-6]|br|span|article)(?:\s[^>]*)?>/iu.test(head)
  )
    return 'html';
  if (isTabSeparated(text)) return 'tsv';
  return named ?? (isMarkdown(head) ? 'markdown' : 'text');
}

/** Whether all lines have the same number of tabs between words: a table that was saved or pasted as text. */
function isTabSeparated(text: string): boolean {
  const lines = text
    .slice(0, HEAD_LENGTH * 4)
    .split(/\r?\n/u)
    .slice(0, 50)
    .filter((line) => line.trim() !== '');
  // The last one may be cut off.
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines;
  const counts = new Set(whole.map((line) => line.split(/(?<=\S)[ ]*\t[ ]*(?=\S)/u).length));
  const [only] = counts;
  return whole.length >= 2 && counts.size === 1 && only !== undefined && only > 1;
}

function isMarkdown(head: string): boolean {
  return (
    (head.match(/^#{1,6} \S|^\|.*\|\s*$|^```|\*\*\S[^*]*\*\*|^\[\^\w+\]:|\[[^\]]+\]\(https?:/gmu)?.length ??
      0) >= 2
  );
}

function includesUtf16(bytes: Uint8Array, word: string): boolean {
  const head = bytes.subarray(0, 64 * 1024);
  const text = new TextDecoder('utf-16le').decode(head.subarray(0, head.length & ~1));
  return text.includes(word);
}
