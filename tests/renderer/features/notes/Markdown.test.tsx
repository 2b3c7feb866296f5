import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown } from '../../../../renderer/features/notes/Markdown.tsx';

/** The HTML of a note without its container and class names. */
function render(note: string): string {
  return renderToStaticMarkup(<Markdown>{note}</Markdown>)
    .replace(/^<div[^>]*>|<\/div>$/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replaceAll('\n', '');
}

describe('Markdown: what a note may hold', () => {
  test.each([
    ['**bold** and *italic*', '<p><strong>bold</strong> and <em>italic</em></p>'],
    ['~~struck~~', '<p><del>struck</del></p>'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['1. one', '<ol><li>one</li></ol>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['`code`', '<p><code>code</code></p>'],
    ['# Title', '<p><strong>Title</strong></p>'],
    ['- [x] done', '<ul><li>☑ done</li></ul>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
  ])('shows %j', (note, html) => {
    expect(render(note)).toBe(html);
  });

  test.each([
    ['**联合声明。**是', '<p><strong>联合声明。</strong>是</p>'],
    ['见**《宪章》**第二条', '<p>见<strong>《宪章》</strong>第二条</p>'],
    ['这是*强调*的', '<p>这是<em>强调</em>的</p>'],
  ])('takes emphasis beside Chinese punctuation and characters: %j', (note, html) => {
    expect(render(note)).toBe(html);
  });

  test('keeps the cells of a table apart', () => {
    expect(render('|甲|乙|\n|-|-|\n|丙|丁|')).toBe(
      '<p><span>甲</span><span>乙</span></p><p><span>丙</span><span>丁</span></p>',
    );
  });
});

describe('Markdown: languages', () => {
  test('marks Chinese words in an English note', () => {
    expect(render('here 网络主权 is “sovereignty”')).toBe(
      '<p>here <span lang="zh-Hans">网络主权</span> is “sovereignty”</p>',
    );
  });

  test('marks English words in a Chinese note', () => {
    expect(render('此处译为 information space，值得注意')).toBe(
      '<p>此处译为 <span lang="en">information space</span>，值得注意</p>',
    );
  });

  test.each([
    ['The official English avoids it', 'lang="en"'],
    ['英文本略去此语', 'lang="zh-Hans"'],
    ['английский текст', 'lang="ru"'],
  ])('names the language of %j', (note, attribute) => {
    expect(renderToStaticMarkup(<Markdown>{note}</Markdown>)).toContain(attribute);
  });
});

describe('Markdown: nothing acts', () => {
  test('shows a link with its address, and leads nowhere', () => {
    expect(render('[UN](https://un.org/charter)')).toBe(
      '<p><span title="https://un.org/charter">UN<span> (https://un.org/charter)</span></span></p>',
    );
  });

  test('shows a bare address once', () => {
    expect(render('https://un.org')).toBe('<p><span title="https://un.org">https://un.org</span></p>');
  });

  test('shows a footnote by its number, without ways to and fro', () => {
    expect(render('words[^1]\n\n[^1]: see Article 2')).toBe(
      '<p>words<span>1</span></p><ol><li><p>see Article 2 </p></li></ol>',
    );
  });

  test('shows a picture by its description', () => {
    expect(render('![a map](https://example.org/map.png)')).toBe(
      '<p><span>a map<span> (https://example.org/map.png)</span></span></p>',
    );
  });

  test('shows HTML as the text it was typed as', () => {
    expect(render('a <b onclick="x()">b</b>')).toBe('<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>');
  });

  const attacks = [
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:x)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '![x](x "onerror=alert(1)")',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '<form action=//x><input type=submit>',
    '[ref]\n\n[ref]: javascript:alert(1)',
    'note[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
    '`<img src=x onerror=alert(1)>`',
    '```html\n<script>alert(1)</script>\n```',
    '- [ ] <input autofocus onfocus=alert(1)>',
    '"><script>alert(1)</script>',
  ];
  test.each(attacks)('leaves %j inert', (note) => {
    const html = renderToStaticMarkup(<Markdown>{note}</Markdown>);
    // Attribute values are escaped, so every "<" begins a tag that React wrote.
    const tags = [...html.matchAll(/<([a-z0-9]+)((?: [a-z-]+="[^"]*")*)\/?>/g)];
    expect(tags.length).toBe(html.match(/<[^/]/g)?.length);
    for (const [, name, attributes] of tags) {
      expect(['div', 'p', 'span', 'ul', 'ol', 'li', 'code', 'pre', 'strong', 'em', 'br']).toContain(name);
      for (const [, attribute] of attributes?.matchAll(/ ([a-z-]+)=/g) ?? []) {
        expect(['class', 'lang', 'title']).toContain(attribute);
      }
    }
  });
});
