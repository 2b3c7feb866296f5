import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ImportError, type ImportProblem } from '../../../core/import/import-error.ts';
import { importFiles, MOST_BYTES, type ImportFile } from '../../../core/import/import-files.ts';
import { MOST_UNPACKED_BYTES } from '../../../core/import/readers/archive.ts';
import { archive, docx, epub, textFile, tmx, wordParagraph, pdf } from './write-files.ts';

async function problemOf(files: readonly ImportFile[]): Promise<readonly [ImportProblem, string | null]> {
  try {
    await importFiles(files);
  } catch (error) {
    if (error instanceof ImportError) return [error.problem, error.file];
    throw error;
  }
  throw new Error('It was imported');
}

const zeros = (name: string, entry: string, bytes: number): ImportFile => ({
  name,
  bytes: zipSync({ [entry]: new Uint8Array(bytes) }),
});

const billion = `<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const outside = `<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>`;
const memory =
  '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>&a;</seg></tuv></tu></body></tmx>';

const broken = { code: 'damaged-file', format: expect.any(String), detail: expect.any(String) };

describe('a file that cannot or must not be read ends with a problem that says why', () => {
  test.each<readonly [string, () => readonly ImportFile[], object]>([
    ['nothing', () => [], { code: 'no-files' }],
    ['an empty file', () => [textFile('a.txt', '')], { code: 'empty-file' }],
    ['white space', () => [textFile('a.txt', ' \n\n\t ')], { code: 'empty-file' }],
    [
      'one language',
      () => [textFile('a.txt', 'Only English here.\nAnd here.')],
      { code: 'one-language', language: 'en' },
    ],
    [
      'two files in one language',
      () => [textFile('a.txt', '只有中文。'), textFile('b.txt', '还是中文。')],
      { code: 'one-language', language: 'zh-Hans' },
    ],
    ['figures', () => [textFile('a.txt', '1\n2\n3')], { code: 'no-text' }],
    [
      'seven files',
      () => Array.from({ length: 7 }, (_, index) => textFile(`${index}.txt`, 'x')),
      { code: 'too-many-files', most: 6 },
    ],
    [
      'more than 50 MB',
      () => [{ name: 'a.txt', bytes: new Uint8Array(MOST_BYTES + 1) }],
      { code: 'too-large', bytes: MOST_BYTES + 1, most: MOST_BYTES },
    ],
    [
      'a program',
      () => [{ name: 'a.txt', bytes: Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256) }],
      { code: 'not-text' },
    ],
    ['rich text', () => [textFile('a.rtf', '{\\rtf1 x}')], { code: 'unsupported-format', format: 'RTF' }],
    [
      'an old Word document',
      () => [{ name: 'a.doc', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) }],
      { code: 'unsupported-format', format: 'Word or Excel 97–2003' },
    ],
    [
      'an archive of something else',
      () => [archive('a.zip', { 'x.txt': 'x' })],
      { code: 'unsupported-format', format: 'ZIP' },
    ],
    [
      'a bomb',
      () => [zeros('a.docx', 'word/document.xml', MOST_UNPACKED_BYTES + 1)],
      { code: 'archive-bomb', most: MOST_UNPACKED_BYTES },
    ],
    [
      'a smaller bomb',
      () => [zeros('a.docx', 'word/document.xml', 40_000_000)],
      { code: 'archive-bomb', most: MOST_UNPACKED_BYTES },
    ],
    [
      'an archive that is cut off',
      () => [{ name: 'a.docx', bytes: docx('a.docx', wordParagraph('x'.repeat(2000))).bytes.slice(0, 90) }],
      broken,
    ],
    ['a document that is cut off', () => [docx('a.docx', '<w:p><w:r><w:t>x')], broken],
    [
      'a book that leads out of itself',
      () => [
        archive('a.epub', {
          'META-INF/container.xml':
            '<container><rootfiles><rootfile full-path="../../../etc/passwd"/></rootfiles></container>',
        }),
      ],
      broken,
    ],
    [
      'a locked book',
      () => [
        archive('a.epub', {
          'META-INF/container.xml': '<x/>',
          'META-INF/encryption.xml': '<CipherReference URI="text/a.xhtml"/>',
        }),
      ],
      { code: 'encrypted-file', format: 'epub' },
    ],
    [
      'entities in entities',
      () => [textFile('a.tmx', billion + memory)],
      { code: 'unsafe-markup', construct: '<!ENTITY>' },
    ],
    [
      'an entity from outside',
      () => [textFile('a.tmx', outside + memory)],
      { code: 'unsafe-markup', construct: '<!ENTITY>' },
    ],
    ['markup that is cut off', () => [textFile('a.tmx', '<tmx version="1.4"><body>'.repeat(50))], broken],
    [
      'Markdown nested deeper than any text',
      () => [textFile('a.md', `# T\n\n${'> '.repeat(1000)}双方 sides`)],
      { code: 'too-complex' },
    ],
    ['rubbish with the name of a PDF', () => [textFile('a.pdf', '%PDF-1.4\nrubbish')], broken],
    ['a PDF of pictures', () => [pdf('a.pdf', '0 0 100 100 re f')], { code: 'no-text-layer', pages: 1 }],
  ])('%s', async (_what, write, expected) => {
    const [problem] = await problemOf(write());
    expect(problem).toEqual(expected);
  });

  test('and names the file that it is about', async () => {
    const [, file] = await problemOf([textFile('good.txt', 'Text.'), textFile('bad.rtf', '{\\rtf1 x}')]);
    expect(file).toBe('bad.rtf');
  });
});

describe('what can do harm is read as text or not at all', () => {
  test('scripts, styles and addresses of a page are no text and are not fetched', async () => {
    const page = `<!DOCTYPE html><html><head><base href="http://example.org/"><link rel="stylesheet" href="x.css"><script>document.write('evil')</script><style>p { color: red }</style></head>
      <body onload="evil()"><p>双方<img src="http://example.org/x.png" onerror="evil()" alt="evil">同意合作。</p><iframe src="http://example.org/">evil</iframe><p>The two sides<object data="x">evil</object> agree to cooperate.</p></body></html>`;
    const { units, setAside } = await importFiles([textFile('a.html', page)]);
    expect(units.map(({ segments }) => segments)).toEqual([
      { 'zh-Hans': '双方同意合作。', en: 'The two sides agree to cooperate.' },
    ]);
    expect(setAside).toEqual([]);
  });

  test('elements nested a hundred thousand deep', async () => {
    const page = `<!DOCTYPE html>${'<div>'.repeat(100_000)}双方同意合作。<p>The two sides agree to cooperate.`;
    const { units } = await importFiles([textFile('a.html', page)]);
    expect(units).toHaveLength(1);
  });

  test('a document type without entities, as translation memories have it', async () => {
    const { units } = await importFiles([
      textFile('a.tmx', tmx([{ en: 'Tom & Ann', 'zh-Hans': '汤姆和安' }], 'en')),
    ]);
    expect(units.map(({ segments }) => segments)).toEqual([{ en: 'Tom & Ann', 'zh-Hans': '汤姆和安' }]);
  });

  test('an empty element of a book, which swallows nothing', async () => {
    const { units } = await importFiles([
      epub('a.epub', [
        '<script src="x"/><p>双方同意合作。</p><a id="x"/><p>The two sides agree to cooperate.</p>',
      ]),
    ]);
    expect(units).toHaveLength(1);
  });
});

describe('a hundred thousand lines', () => {
  const count = 50_000;
  const chinese = (at: number): string => `第${at}号决定要求各方加强合作。`;
  const english = (at: number): string => `Decision ${at} requires all parties to cooperate.`;

  test('mixed in one file', async () => {
    const lines = Array.from({ length: count }, (_, at) => `${chinese(at)}\n${english(at)}`);
    const { units } = await importFiles([{ name: 'a.txt', bytes: strToU8(lines.join('\n')) }]);
    expect(units).toHaveLength(count);
    expect(units.at(-1)?.segments).toEqual({ 'zh-Hans': chinese(count - 1), en: english(count - 1) });
  });

  test('a file for each language', async () => {
    const write = (name: string, line: (at: number) => string): ImportFile =>
      textFile(name, Array.from({ length: count }, (_, at) => line(at)).join('\n'));
    const { units } = await importFiles([write('zh.txt', chinese), write('en.txt', english)]);
    expect(units).toHaveLength(count);
  });
});
