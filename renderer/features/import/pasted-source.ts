import type { ImportSource } from './import-state.ts';

/** What the clipboard holds. */
export interface ClipboardContent {
  readonly files: readonly File[];
  /** Of `text/html`; '' where there is none. It is read as a file is, and never put into the page. */
  readonly html: string;
  /** Of `text/plain`. */
  readonly text: string;
}

/** What is pasted, as files to be read: files as they are, else a page, else its plain text. */
export function makePastedSources(
  { files, html, text }: ClipboardContent,
  names: { readonly html: string; readonly text: string },
): readonly ImportSource[] {
  if (files.length > 0) return files.map((file) => ({ name: file.name, blob: file }));
  const format = html.replace(/<[^>]*>/gu, '').trim() === '' ? 'text' : 'html';
  const content = { html, text }[format];
  return content.trim() === ''
    ? []
    : [{ name: names[format], blob: new Blob([content]), options: { format, encoding: 'utf-8' } }];
}
