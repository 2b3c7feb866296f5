import type { Clipboard } from 'electron';
import type { Page } from '../chromium/page.ts';
import { strict } from '../strict.ts';
import { openPages } from './open-windows.ts';

/**
 * The system's clipboard, by way of a page: what its isolated world sets while it handles an event of the clipboard
 * needs no permission, and the page itself does not see that event.
 */
export const clipboard = strict('clipboard', {
  async writeText(text: string): Promise<void> {
    const isWritten = await findPage().evaluate(writeExpression(text));
    if (isWritten !== true) throw new Error('stand-in: Chromium has not written to the clipboard');
  },

  async readText(): Promise<string> {
    const page = findPage();
    await page.evaluate(LISTEN_FOR_PASTE);
    await page.runEditCommand('paste');
    return String(await page.evaluate(PASTED_TEXT));
  },
} satisfies Pick<Clipboard, 'writeText' | 'readText'>);

function findPage(): Page {
  const page = openPages().at(-1);
  if (page === undefined) throw new Error('stand-in: the clipboard needs an open window');
  return page;
}

function writeExpression(text: string): string {
  return `(() => {
    const allow = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
    const fill = (event) => { allow(event); event.clipboardData.setData('text/plain', ${JSON.stringify(text)}); };
    addEventListener('beforecopy', allow, true);
    addEventListener('copy', fill, true);
    try { return document.execCommand('copy'); }
    finally { removeEventListener('beforecopy', allow, true); removeEventListener('copy', fill, true); }
  })()`;
}

const LISTEN_FOR_PASTE = `void addEventListener('paste', (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
  globalThis.standinPasted = event.clipboardData.getData('text/plain');
}, { capture: true, once: true })`;

const PASTED_TEXT = `(() => {
  const text = globalThis.standinPasted ?? '';
  delete globalThis.standinPasted;
  return text;
})()`;
