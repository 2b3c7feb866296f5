import type { Page } from '@playwright/test';
import payloads from '../fixtures/xss/payloads.json' with { type: 'json' };

/** Every attack string, one by one. */
export const ATTACKS: readonly string[] = Object.values(payloads.classes).flat();

/** What the attack strings call when they run, in whatever document. */
const CALLED = '__pwn';

/** The events whose handlers the attack strings bring along. */
const EVENTS: readonly string[] = [
  ...new Set(ATTACKS.flatMap((text) => [...text.matchAll(/\bon([a-z]+)/gi)].map(([, name = '']) => name))),
].map((name) => name.toLowerCase());

/** What came of attack strings in a page, besides being shown. */
export interface Harm {
  /** Calls of what the attack strings call, dialogs, errors of scripts. */
  readonly ran: string[];
  /** Requests that no part of the program makes: to elsewhere, or for what is not there. */
  readonly requested: string[];
  /** Documents and windows that were opened. */
  readonly opened: string[];
  /** What the policy of the page had to stop: a second wall, which nothing should come up to. */
  readonly stopped: string[];
}

/** Nothing but to be shown. */
export const NO_HARM: Harm = { ran: [], requested: [], opened: [], stopped: [] };

/** Writes down what happens in a page from now on that attack strings could be the cause of. */
export async function watchForHarm(page: Page): Promise<Harm> {
  const harm: Harm = { ran: [], requested: [], opened: [], stopped: [] };
  const own = /^[a-z]+:\/\/[^/]*\//.exec(page.url())?.[0] ?? 'nothing';
  await page.exposeFunction(CALLED, () => void harm.ran.push('called'));
  await page.exposeFunction('__stopped', (what: string) => void harm.stopped.push(what));
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const report = Reflect.get(window, '__stopped') as (what: string) => void;
      report(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on('pageerror', ({ message }) => void harm.ran.push(message));
  page.on('dialog', (dialog) => {
    harm.ran.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(?:data|blob):/.test(url)) harm.requested.push(url);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) harm.requested.push(`${response.status()} ${response.url()}`);
  });
  page.on('framenavigated', (frame) => void harm.opened.push(frame.url()));
  page.on('popup', (popup) => void harm.opened.push(popup.url()));
  return harm;
}

/**
 * Does to everything inside the elements of a selector whatever could set it off: each event an attack string has a handler
 * for, a press on each link, a form sent.
 */
export async function setOff(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    ([region, names]) => {
      for (const element of document.querySelectorAll(`${region} *`)) {
        // They do not bubble: the program's own handlers, further up, stay asleep.
        for (const name of names) element.dispatchEvent(new Event(name));
        if (element.matches('a[href]') && element instanceof HTMLElement) element.click();
        if (element instanceof HTMLFormElement) element.submit();
      }
    },
    [selector, EVENTS] as const,
  );
}

/** Waits until everything that `setOff` has caused has come to the watch. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
