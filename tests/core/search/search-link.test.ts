import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { buildSearchLink, parseSearchLink, writeSearchLink } from '../../../core/search/search-link.ts';

describe('the address of a search', () => {
  it.each([
    [{ query: '主权', workId: null }, 'duizhao://search?q=%E4%B8%BB%E6%9D%83'],
    [
      { query: 'zh:主权 & en:-sovereignty', workId: 'joint-statement-2016' },
      'duizhao://search?q=zh%3A%E4%B8%BB%E6%9D%83%20%26%20en%3A-sovereignty&work=joint-statement-2016',
    ],
    [{ query: '"a (b)"', workId: null }, 'duizhao://search?q=%22a%20%28b%29%22'],
  ])('of %j is %s, and leads back', (link, address) => {
    expect(buildSearchLink(link)).toBe(address);
    expect(parseSearchLink(address)).toEqual(link);
  });

  it.each([
    ['nothing', ''],
    ['white space around it', ' 主权'],
    ['a line feed', 'a\nb'],
    ['a zero character', 'a\0b'],
    ['a character that turns the direction of what follows', 'a\u202Eb'],
    ['half a character', 'a\uD800'],
    ['more than is remembered', 'a'.repeat(501)],
  ])('does not exist for a query that is or has %s', (_name, query) => {
    expect(buildSearchLink({ query, workId: null })).toBeUndefined();
  });

  it('does not exist for what is no work id', () => {
    expect(buildSearchLink({ query: 'a', workId: '../settings' })).toBeUndefined();
  });

  it('holds the longest query that is remembered', () => {
    const link = { query: '网'.repeat(500), workId: 'a'.repeat(200) };
    expect(parseSearchLink(buildSearchLink(link) ?? '')).toEqual(link);
  });
});

describe('an address that is no search link', () => {
  it.each([
    '',
    'duizhao:',
    'duizhao://',
    'duizhao:search?q=a',
    'duizhao:///search?q=a',
    'duizhao://search',
    'duizhao://search?',
    'duizhao://search?q=',
    'duizhao://search?q=%20',
    'duizhao://search?q=%0A',
    'duizhao://search?q=a%00',
    'duizhao://search?q=a%E2%80%AEb',
    'duizhao://search?q=%',
    'duizhao://search?q=%E4%B8',
    'duizhao://search?q=%ED%A0%80',
    'duizhao://search?q=a b',
    'duizhao://search?q=主权',
    'duizhao://search?q=a+b',
    'duizhao://search?q=a&q=b',
    'duizhao://search?work=a&q=b',
    'duizhao://search?q=a&work=',
    'duizhao://search?q=a&work=..%2Fsettings',
    'duizhao://search?q=a&work=-a',
    'duizhao://search?q=a&work=A',
    'duizhao://search?q=a&scope=library',
    'duizhao://search?q=a#b',
    'duizhao://search/?q=a',
    'duizhao://search:80?q=a',
    'duizhao://user@search?q=a',
    'duizhao://search.example.com?q=a',
    'duizhao://unit?q=a',
    'DUIZHAO://search?q=a',
    ' duizhao://search?q=a',
    'duizhao://search?q=a\n',
    'app://duizhao/index.html?q=a',
    'javascript:alert(1)',
    'data:text/html,duizhao://search?q=a',
    'https://example.com/duizhao://search?q=a',
    `duizhao://search?q=${'a'.repeat(501)}`,
    `duizhao://search?q=${'%61'.repeat(5_000)}`,
    `duizhao://search?q=a&work=${'a'.repeat(201)}`,
  ])('%s', (address) => {
    expect(parseSearchLink(address)).toBeUndefined();
  });
});

const query = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => text.trim());
const workId = fc.option(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/));

describe('whatever is searched for', () => {
  test.prop([query, workId])('what can be linked to leads back to the same search', (text, work) => {
    const link = { query: text, workId: work };
    const address = buildSearchLink(link);
    if (address === undefined) return;
    expect(parseSearchLink(address)).toEqual(link);
    expect(address).toMatch(/^duizhao:\/\/search\?[\w%.&=-]+$/);
  });

  test.prop([
    fc.oneof(
      fc.string(),
      fc.string().map((end) => `duizhao://search?q=${end}`),
    ),
  ])('an address is read as a search only if that search has an address', (address) => {
    const link = parseSearchLink(address);
    if (link === undefined) return;
    const built = buildSearchLink(link);
    expect(built).toBeDefined();
    expect(parseSearchLink(built ?? '')).toEqual(link);
  });
});

describe('a search as Markdown', () => {
  it('is a link that says what is searched', () => {
    expect(writeSearchLink({ query: '主权', workId: null })).toBe(
      '[主权](duizhao://search?q=%E4%B8%BB%E6%9D%83)',
    );
  });

  it('has no other markup in it', () => {
    expect(writeSearchLink({ query: '](x) *a* <b> &amp;', workId: null })).toBe(
      String.raw`[\]\(x\) \*a\* \<b\> \&amp\;](duizhao://search?q=%5D%28x%29%20%2Aa%2A%20%3Cb%3E%20%26amp%3B)`,
    );
  });
});
