import type { WebPreferences } from 'electron';

/** What a page of this program may do: draw, and speak to main through the preload script. */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Chromium would fetch its dictionaries.
  spellcheck: false,
} as const satisfies WebPreferences;
