import { expect, test } from 'vitest';
import { WEB_PREFERENCES } from '../../../electron/main/web-preferences.ts';

test('the page is isolated, sandboxed and without Node', () => {
  expect(WEB_PREFERENCES).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});
