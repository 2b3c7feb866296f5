import type { Page } from '../chromium/page.ts';

/** What a menu item with a role does to a window. */
export type WindowRole =
  'close' | 'minimize' | 'togglefullscreen' | 'toggleDevTools' | 'cut' | 'copy' | 'paste' | 'selectAll';

/** What the rest of the API does with an open window. */
export interface OpenWindow {
  /** The object the app has. */
  readonly window: object;
  /** Its page; null until Chromium has opened it. */
  readonly page: () => Page | null;
  /** Asks the window to close; whether it did. */
  readonly requestClose: () => Promise<boolean>;
  readonly perform: (role: WindowRole) => void;
}

/** Every window that is open, oldest first. */
export const openWindows = new Set<OpenWindow>();

/** The pages of the open windows. */
export function openPages(): Page[] {
  return [...openWindows].map(({ page }) => page()).filter((page) => page !== null);
}
