import { decodeText, type DecodedText } from './decode-text.ts';
import { detectArchiveFormat, detectContainer, detectTextFormat } from './detect-format.ts';
import { ImportError } from './import-error.ts';
import type { BitextDocument, ImportedDocument, ImportFormat, ProseDocument } from './imported-document.ts';
import type { LanguageDetector } from './language/detect-language.ts';
import { readPlainText } from './readers/read-plain-text.ts';

/** A file that was read, and how. */
export interface OpenedFile {
  readonly name: string;
  readonly document: ImportedDocument;
  /** Absent where the format has no choice of encodings. */
  readonly encoding?: string;
  readonly isDamaged: boolean;
}

/** A file whose format says what corresponds. */
export type OpenedBitext = OpenedFile & { readonly document: BitextDocument };
/** A file of running text. */
export type OpenedProse = OpenedFile & { readonly document: ProseDocument };

/** What the reader said about a file. */
interface Chosen {
  readonly encoding?: string;
  readonly format?: ImportFormat;
}

/**
 * Reads a file by its content, then by its name. The readers of formats that need large libraries are loaded when such a
 * file is opened.
 * @throws ImportError where it holds no text that can be read.
 */
export async function openFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  chosen: Chosen,
  detector: LanguageDetector,
): Promise<OpenedFile> {
  const { name, bytes } = file;
  if (bytes.length === 0) throw new ImportError({ code: 'empty-file' });
  switch (detectContainer(bytes)) {
    case 'pdf': {
      const { readPdf } = await import('./readers/read-pdf.ts');
      return { name, document: await readPdf(bytes), isDamaged: false };
    }
    case 'zip':
      return { name, document: await readArchive(bytes, detector), isDamaged: false };
    case 'text':
      return openText(file, chosen, detector);
  }
}

async function readArchive(bytes: Uint8Array, detector: LanguageDetector): Promise<ImportedDocument> {
  const { Archive } = await import('./readers/archive.ts');
  const format = detectArchiveFormat(new Archive(bytes, 'docx').names);
  if (format === 'docx') {
    const { readDocx } = await import('./readers/read-docx.ts');
    return readDocx(bytes);
  }
  if (format === 'epub') {
    const { readEpub } = await import('./readers/read-epub.ts');
    return readEpub(bytes);
  }
  const { readXlsx } = await import('./readers/read-xlsx.ts');
  return readXlsx(bytes, detector);
}

async function openText(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  chosen: Chosen,
  detector: LanguageDetector,
): Promise<OpenedFile> {
  const declared = findDeclaredEncoding(bytes);
  const decoded: DecodedText = decodeText(bytes, { chosen: chosen.encoding, declared });
  const { text, encoding, isDamaged } = decoded;
  if (text.trim() === '') throw new ImportError({ code: 'empty-file' });
  const format = chosen.format ?? detectTextFormat(name, text);
  return { name, document: await readText(format, text, name, detector), encoding, isDamaged };
}

/** What the beginning of XML, HTML and PO files says of their encoding; it is written in ASCII. */
function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/iu.exec(head)?.[1];
  const html = /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1];
  const po = /"Content-Type:[^"]*charset=([\w-]+)/iu.exec(head)?.[1];
  return xml ?? html ?? po;
}

async function readText(
  format: ImportFormat,
  text: string,
  name: string,
  detector: LanguageDetector,
): Promise<ImportedDocument> {
  switch (format) {
    case 'html': {
      const { readHtml } = await import('./readers/read-html.ts');
      return readHtml(text);
    }
    case 'markdown': {
      const { readMarkdown } = await import('./readers/read-markdown.ts');
      return readMarkdown(text);
    }
    case 'tmx': {
      const { readTmx } = await import('./readers/read-tmx.ts');
      return readTmx(text);
    }
    case 'xliff': {
      const { readXliff } = await import('./readers/read-xliff.ts');
      return readXliff(text);
    }
    case 'po': {
      const { readPo } = await import('./readers/read-po.ts');
      return readPo(text, name, detector);
    }
    case 'csv':
    case 'tsv': {
      const { readDelimited } = await import('./readers/read-table.ts');
      return readDelimited(text, format, detector);
    }
    case 'text':
    case 'docx':
    case 'epub':
    case 'pdf':
    case 'xlsx':
      // Those in archives and PDFs are told by their bytes: what is text is read as text.
      return readPlainText(text);
  }
}
