import { decodeText } from './decode-text.ts';
import { detectFormat } from './detect-format.ts';
import { ImportError } from './import-error.ts';
import type { BitextDocument, ImportedDocument, ImportFormat, ProseDocument } from './imported-document.ts';
import { readPlainText } from './readers/read-plain-text.ts';

/** A file that was read, and how. */
export interface OpenedFile {
  readonly name: string;
  readonly document: ImportedDocument;
  readonly encoding?: string;
  readonly isDamaged: boolean;
}

/** A file whose format says what corresponds. */
export type OpenedBitext = OpenedFile & { readonly document: BitextDocument };
/** A file of running text. */
export type OpenedProse = OpenedFile & { readonly document: ProseDocument };

/**
 * Reads a file by its content, then by its name. The readers of formats that need large libraries are loaded when such a
 * file is opened.
 * @throws ImportError where it holds no text that can be read.
 */
export async function openFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  chosen: { readonly encoding?: string; readonly format?: ImportFormat },
): Promise<OpenedFile> {
  const { name, bytes } = file;
  if (bytes.length === 0) throw new ImportError({ code: 'empty-file' });
  const format = chosen.format ?? detectFormat(name, bytes);
  const { text, encoding, isDamaged } = decodeText(bytes, { chosen: chosen.encoding });
  if (text.trim() === '') throw new ImportError({ code: 'empty-file' });
  const document = await readText(format, text);
  return { name, document, encoding, isDamaged };
}

async function readText(format: ImportFormat, text: string): Promise<ImportedDocument> {
  if (format !== 'html') return readPlainText(text);
  const { readHtml } = await import('./readers/read-html.ts');
  return readHtml(text);
}
