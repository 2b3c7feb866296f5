import papaparse from 'papaparse';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { EMPTY_NOTEBOOK, type Notebook } from '../../../../core/annotation/notebook.ts';
import type { NoteFormat } from '../../../../core/formats/note-files/note-format.ts';
import { selectNotes } from '../../../../core/formats/note-files/work-notes.ts';
import { writeNotes } from '../../../../core/formats/note-files/write-notes.ts';
import { noteOn, notebooks, STAMP, WORK, WORDS } from './sample-notes.ts';

function write(format: NoteFormat, notebook: Notebook): string {
  return writeNotes(format, [{ work: WORK, notebook }], {
    words: WORDS,
    stamp: STAMP,
    hasByteOrderMark: false,
  });
}

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const sovereignty = noteOn('item-1', 'zh-Hans', '网络主权', {
  id: id(1),
  kind: 'question',
  body: 'Why **this**?\n\nAnd <script>alert(1)</script>',
  tags: ['term', '=1+1'],
  modified: '2026-03-12T00:00:00.000Z',
});
const [target] = sovereignty.targets;
if (target === undefined) throw new Error('the note stands on words');
const orphan = {
  ...sovereignty,
  id: id(2),
  body: 'lost',
  targets: [
    {
      ...target,
      unit: 'gone',
      selector: [{ ...target.selector[0], exact: '失去的词' }, target.selector[1]] as const,
    },
  ],
};
const both = noteOn('item-2', 'zh-Hans', '构建', {
  id: id(3),
  targets: [...noteOn('item-2', 'zh-Hans', '构建').targets, ...noteOn('item-2', 'en', 'Build').targets],
});
const onUnit = {
  ...both,
  id: id(4),
  scope: { type: 'unit' as const, unit: 'item-2' },
  targets: [],
  body: '=free',
};
const onWork = { ...onUnit, id: id(5), scope: { type: 'work' as const }, body: 'on the whole' };
const notebook: Notebook = {
  annotations: [orphan, both, onUnit, sovereignty, onWork],
  bin: [{ annotation: { ...both, id: id(6), body: 'thrown away' }, deleted: '2026-03-13T00:00:00.000Z' }],
  progress: {},
};

describe('a table (CSV)', () => {
  const rows = papaparse.parse<Record<string, string>>(write('csv', notebook), {
    header: true,
    skipEmptyLines: true,
  }).data;

  test('has a row a note: on the whole work first, then by place, then detached ones, then the bin', () => {
    expect(rows.map((row) => row['Note'])).toEqual([
      'on the whole',
      'Why **this**?\n\nAnd <script>alert(1)</script>',
      "'=free",
      '',
      'lost',
      'thrown away',
    ]);
  });

  test('has the words in both languages and says which of them only answer', () => {
    expect(rows[1]).toEqual({
      Text: '样本 / Sample',
      Number: '1',
      Clause: '1 One',
      Kind: 'question',
      State: 'open',
      Colour: 'good',
      'Words (zh-Hans)': '网络主权',
      'Words (en)': 'sovereignty in information space',
      'Counterpart in': 'en',
      Note: 'Why **this**?\n\nAnd <script>alert(1)</script>',
      Tags: 'term, =1+1',
      Written: '2026-03-09T08:05:00.000Z',
      Changed: '2026-03-12T00:00:00.000Z',
      Deleted: '',
    });
    expect(rows[3]).toMatchObject({ 'Words (zh-Hans)': '构建', 'Words (en)': 'Build', 'Counterpart in': '' });
    expect(rows[2]).toMatchObject({
      'Words (zh-Hans)': '二、构建新秩序。',
      'Words (en)': '2. Build an order;',
    });
    expect(rows[4]).toMatchObject({ Clause: 'Detached', Number: '', 'Words (zh-Hans)': '失去的词' });
    expect(rows[5]).toMatchObject({ Deleted: '2026-03-13T00:00:00.000Z' });
  });

  test('begins with a byte order mark where Excel shall read it', () => {
    const options = { words: WORDS, stamp: STAMP, hasByteOrderMark: true };
    expect(writeNotes('csv', [], options).startsWith('\uFEFFText,')).toBe(true);
    expect(write('csv', notebook).startsWith('Text,')).toBe(true);
  });

  test.each([
    '=1+1\nand more',
    '=HYPERLINK("https://canary.invalid","x")',
    '+1+1',
    '-1+1',
    '@SUM(1,1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
  ])('marks %j as text', (body) => {
    const [annotation] = notebook.annotations;
    if (annotation === undefined) throw new Error('The sample has no annotation.');
    const table = write('csv', { ...EMPTY_NOTEBOOK, annotations: [{ ...annotation, body }] });
    expect(papaparse.parse<string[]>(table, { newline: '\r\n' }).data[1]).toContain(`'${body}`);
  });

  property.prop([notebooks])('has no cell a spreadsheet would compute, and loses no note', (any) => {
    const cells = papaparse.parse<string[]>(write('csv', any)).data;
    for (const row of cells) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
    expect(cells).toHaveLength(any.annotations.length + any.bin.length + 2);
  });
});

describe('a page (HTML)', () => {
  const page = write('html', notebook);

  test('has the words with their languages, what answers them, the note, tags and times', () => {
    expect(page).toContain('<h2>1 One</h2>');
    expect(page).toContain('<blockquote lang="zh-Hans">网络主权</blockquote>');
    expect(page).toContain(
      '<blockquote lang="en" class="answer">sovereignty in information space <small lang="en">(counterpart)</small></blockquote>',
    );
    expect(page).toContain('question · open · good · #term');
    expect(page).toContain('<time datetime="2026-03-09T08:05:00.000Z">2026-03-09</time>');
    expect(page).toContain('<h2>The whole text</h2>');
    expect(page).toContain('<h2>Detached</h2>');
    expect(page).toContain('<h2>Deleted</h2>');
  });

  test('allows itself nothing but its styles', () => {
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<(script|img|iframe|link|a|form|object|svg)\b/i);
  });

  property.prop([
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<img src=x onerror=alert(1)>', '" onload="x', "'>", '&lt;'),
  ])('has no tag or attribute of a note’s', (noise, payload) => {
    const hostile = { ...sovereignty, body: noise + payload, tags: [`${payload}x`.slice(0, 100)] };
    const tags = (text: string): readonly string[] =>
      text.match(/<[^>]*>/g)?.map((tag) => tag.replace(/ lang="(en|zh-Hans|ru)"/, '')) ?? [];
    const plain = { ...sovereignty, body: 'x', tags: ['x'] };
    expect(tags(write('html', { ...notebook, annotations: [hostile] }))).toEqual(
      tags(write('html', { ...notebook, annotations: [plain] })),
    );
  });
});

describe('Markdown', () => {
  const text = write('markdown', notebook);

  test('quotes the words, marks what only answers them, and leaves the reader’s Markdown', () => {
    expect(text).toContain('# Notes: 样本 / Sample');
    expect(text).toContain(
      [
        '## 1 One',
        '',
        '> 网络主权',
        '>',
        '> sovereignty in information space *(counterpart)*',
        '',
        '**question · open · good** #term #\\=1+1',
        '',
        'Why **this**?',
        '',
        'And &lt;script>alert(1)&lt;/script>',
        '',
        '*2026-03-09 · Changed 2026-03-12*',
      ].join('\n'),
    );
    expect(text).toContain('> 2\\. Build an order;');
  });

  property.prop([notebooks])('lets no HTML through', (any) => {
    expect(write('markdown', any)).not.toContain('<');
  });
});

describe('plain text', () => {
  test('says the same', () => {
    expect(write('text', notebook)).toContain(
      [
        '[1 One]',
        '',
        '“网络主权”',
        '“sovereignty in information space” (counterpart)',
        'question · open · good',
        'Tags: term, =1+1',
        'Why **this**?',
        '',
        'And <script>alert(1)</script>',
        'Written: 2026-03-09',
        'Changed: 2026-03-12',
      ].join('\n'),
    );
  });
});

describe('choosing notes', () => {
  test('takes those with the ids, from notes and bin, without progress', () => {
    const chosen = selectNotes({ ...notebook, progress: { 'item-1': 'read' } }, new Set([id(3), id(6)]));
    expect(chosen.annotations).toEqual([both]);
    expect(chosen.bin).toHaveLength(1);
    expect(chosen.progress).toEqual({});
  });
});
