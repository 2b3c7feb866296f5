import { definePDFJSModule, getDocumentProxy } from 'unpdf';
import { ImportError } from '../import-error.ts';
import type { ProseDocument } from '../imported-document.ts';
import { buildLines, type PdfItem } from './pdf-lines.ts';
import { buildParagraphs, type PdfPage } from './pdf-paragraphs.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A document of more pages is cut into parts before it is studied. */
const MOST_PAGES = 5000;

/**
 * Reads the text layer of a PDF: what can be selected in it, line by line, put together to paragraphs. Nothing in it is
 * run, drawn or fetched.
 */
export async function readPdf(bytes: Uint8Array): Promise<ProseDocument> {
  await loadPdfjs();
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MOST_PAGES) throw new ImportError({ code: 'too-much-text', most: MOST_PAGES });
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number));
    const blocks = buildParagraphs(pages);
    if (!blocks.some(({ text }) => /\p{L}/u.test(text))) {
      throw new ImportError({ code: 'no-text-layer', pages: pdf.numPages });
    }
    return { kind: 'prose', format: 'pdf', blocks, isLineByLine: false };
  } finally {
    await pdf.destroy();
  }
}

let loading: Promise<void> | undefined;

function loadPdfjs(): Promise<void> {
  loading ??= loadUngreeted();
  return loading;
}

/**
 * In a worker the library takes itself for a worker of its own and greets the page, which did not ask for it. While it is
 * loaded, a `window` tells it otherwise.
 */
async function loadUngreeted(): Promise<void> {
  const needsWindow = !Reflect.has(globalThis, 'window');
  if (needsWindow) Reflect.set(globalThis, 'window', globalThis);
  try {
    await definePDFJSModule(() => import('unpdf/pdfjs'));
  } finally {
    if (needsWindow) Reflect.deleteProperty(globalThis, 'window');
  }
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // The library keeps what it is given.
    return await getDocumentProxy(bytes.slice(), {
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      useWorkerFetch: false,
      disableAutoFetch: true,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new ImportError({ code: 'encrypted-file', format: 'pdf' });
    const detail = error instanceof Error ? error.message : String(error);
    throw new ImportError({ code: 'damaged-file', format: 'pdf', detail });
  }
}

async function readPage(pdf: PdfDocument, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const placed = items.flatMap((item): PdfItem[] => {
    if (!('str' in item)) return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }];
  });
  const [, bottom = 0, , top = 0] = page.view;
  page.cleanup();
  return {
    height: top - bottom,
    lines: buildLines(
      placed.map((item) => ({ ...item, y: item.y - bottom })),
      number,
    ),
  };
}
