import { expect, test } from 'vitest';
import { isLocalUrl } from '../../../electron/main/security.ts';

test.each([
  'app://bundle/index.html',
  'data:image/png;base64,AA',
  'blob:app://bundle/1-2',
  'devtools://devtools/x',
])('%s may be asked for', (url) => expect(isLocalUrl(url)).toBe(true));

test.each([
  'https://example.com/',
  'http://127.0.0.1/',
  'ws://127.0.0.1/',
  'wss://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'app://other/index.html',
  'chrome://settings',
  'chrome-extension://x/y',
  'HTTPS://example.com/',
  'mailto:a@b.c',
  '',
])('"%s" is refused', (url) => expect(isLocalUrl(url)).toBe(false));
