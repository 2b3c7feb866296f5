/** A window that a click asks for. */
export interface WantedWindow {
  readonly url: string;
  readonly name: string;
}

const RIGHT_BUTTON = 2;

const SAME_WINDOW: ReadonlySet<string> = new Set(['', '_self', '_parent', '_top']);

/**
 * The window that a click on a link asks for, if it does; null for any other click. Chromium would open it for a moment
 * before it can be closed, and for some clicks would not tell.
 */
export function findWantedWindow(event: MouseEvent): WantedWindow | null {
  const link = event.composedPath().find((target) => isLink(target));
  if (link === undefined || link.hasAttribute('download') || event.button === RIGHT_BUTTON) return null;
  const isElsewhere = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
  return isElsewhere || !SAME_WINDOW.has(link.target.toLowerCase())
    ? { url: link.href, name: link.target }
    : null;
}

function isLink(target: EventTarget): target is HTMLAnchorElement | HTMLAreaElement {
  return (target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement) && target.href !== '';
}
