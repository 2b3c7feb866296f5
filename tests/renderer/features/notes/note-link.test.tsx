import { IntlProvider } from 'react-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { writeSearchLink } from '../../../../core/search/search-link.ts';
import { Markdown } from '../../../../renderer/features/notes/Markdown.tsx';
import { SearchLinkContext } from '../../../../renderer/features/notes/search-link-context.ts';
import { CATALOGUES } from '../../../../renderer/i18n/catalogues.ts';

function render(note: string, canSearch = true): string {
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={CATALOGUES.en}>
      <SearchLinkContext value={canSearch ? () => {} : undefined}>
        <Markdown>{note}</Markdown>
      </SearchLinkContext>
    </IntlProvider>,
  ).replaceAll(/ class="[^"]*"/g, '');
}

describe('a search link in a note', () => {
  test('is a button that says what is searched, whatever it is called; nothing to navigate to', () => {
    const html = render('[look](duizhao://search?q=zh%3A%E4%B8%BB%E6%9D%83)');
    expect(html).toContain('<button type="button" title="Search again: zh:主权">look</button>');
    expect(html).not.toContain('href');
  });

  test.each([
    'zh:主权 & en:-sovereignty',
    '"legal instruments"',
    '](x) *a* <b> &amp; `c`',
    'www.example.com',
  ])('as it is copied reads as the search does: %s', (query) => {
    const note = writeSearchLink({ query, workId: 'joint-statement-2016' }) ?? '';
    const label = /<button[^>]*>(.*)<\/button>/.exec(render(`See ${note}.`))?.[1];
    const shown = new Map([
      ['&lt;', '<'],
      ['&gt;', '>'],
      ['&amp;', '&'],
      ['&quot;', '"'],
      ['&#x27;', "'"],
    ]);
    const text = label
      ?.replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&[a-z#0-9]+;/g, (entity) => shown.get(entity) ?? entity);
    expect(text).toBe(query);
  });

  test('can be written with pointed brackets and with Chinese as it stands', () => {
    expect(render('<duizhao://search?q=abc>')).toContain('<button');
    expect(render('[x](duizhao://search?q=主权)')).toContain('title="Search again: 主权"');
  });

  test('is inert where no search can be made', () => {
    expect(render('[look](duizhao://search?q=abc)', false)).not.toContain('<button');
  });

  test.each([
    'duizhao://search?q=a&work=..%2F..',
    'duizhao://search?q=a%00',
    'duizhao://search?q=a#b',
    'duizhao://open?q=a',
    'duizhao:search?q=a',
    'javascript:alert(1)',
    'app://duizhao/index.html',
    'https://example.com',
  ])('that is none stays inert and shows its address: %s', (address) => {
    const html = render(`[look](${address})`);
    expect(html).not.toContain('<button');
    expect(html).not.toContain('href');
    expect(html).toContain('<span title=');
  });
});
