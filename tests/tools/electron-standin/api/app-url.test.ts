import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { toAppUrl, toChromiumUrl } from '../../../../tools/electron-standin/api/app-url.ts';

const SCHEMES = new Set(['app']);

// An apostrophe in a query is escaped by every browser in https, and by none in other schemes.
const query = fc.webQueryParameters().map((text) => text.replaceAll("'", '%27'));

property.prop([fc.domain(), fc.webPath(), query, fc.webFragments()])(
  'a URL of the app comes back from Chromium as it was',
  (host, path, query, fragment) => {
    const url = new URL(`app://${host}${path === '' ? '/' : path}?q=${query}#f${fragment}`).href;
    expect(toAppUrl(toChromiumUrl(url, SCHEMES), SCHEMES)).toBe(url);
  },
);

test.each([
  ['app://bundle/index.html', 'https://bundle.app.invalid/index.html'],
  ['https://example.com/', 'https://example.com/'],
  ['blob:https://example.com/1', 'blob:https://example.com/1'],
])('%s is %s to Chromium', (url, chromiumUrl) => {
  expect(toChromiumUrl(url, SCHEMES)).toBe(chromiumUrl);
});

test.each(['https://bundle.other.invalid/', 'https://invalid/', 'http://bundle.app.invalid/', 'no url'])(
  '%s is not a URL of the app',
  (url) => {
    expect(toAppUrl(url, SCHEMES)).toBe(url);
  },
);
