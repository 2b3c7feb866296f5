import { describe, expect, test } from 'vitest';
import { planMerge } from '../../../../core/formats/note-files/plan-merge.ts';
import { readNoteFile, type NotesOfFile } from '../../../../core/formats/note-files/read-note-file.ts';
import { writeJsonLd } from '../../../../core/formats/note-files/write-json-ld.ts';
import { EMPTY_NOTEBOOK } from '../../../../core/annotation/notebook.ts';
import { z } from '../../../../core/schema.ts';
import { noteOn, STAMP, WORK } from './sample-notes.ts';

const TIME = '2026-03-11T00:00:00.000Z';

function read(value: unknown): NotesOfFile {
  const reading = readNoteFile(JSON.stringify(value), [WORK], TIME);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading.notes;
}

// What others publish, written down from their specifications.

const quoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

/** Hypothesis: the answer of `GET /api/search`, https://h.readthedocs.io/en/latest/api-reference/v1/ */
const hypothesisTarget = z.object({
  source: z.string(),
  selector: z.array(
    z.discriminatedUnion('type', [
      quoteSelector,
      z.object({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() }),
      z.object({ type: z.literal('RangeSelector'), startContainer: z.string(), endContainer: z.string() }),
    ]),
  ),
});
const hypothesisSearch = z.object({
  total: z.int(),
  rows: z.array(
    z.object({
      id: z.string(),
      created: z.string(),
      updated: z.string(),
      user: z.string(),
      uri: z.string(),
      text: z.string(),
      tags: z.array(z.string()),
      group: z.string(),
      target: z.array(hypothesisTarget),
    }),
  ),
});

/** Readium's annotation set, as Thorium exports it: https://github.com/readium/annotations */
const readiumTarget = z.object({
  source: z.string(),
  selector: z.array(z.union([quoteSelector, z.looseObject({ type: z.string() })])),
});
const readiumAnnotation = z.object({
  id: z.string().startsWith('urn:uuid:'),
  type: z.literal('Annotation'),
  created: z.iso.datetime(),
  modified: z.iso.datetime().optional(),
  motivation: z.literal('bookmarking').optional(),
  body: z
    .object({
      type: z.literal('TextualBody'),
      value: z.string(),
      format: z.string().optional(),
      color: z.enum(['pink', 'orange', 'yellow', 'green', 'blue', 'purple']).optional(),
      keyword: z.string().optional(),
    })
    .optional(),
  target: readiumTarget,
});
const readiumSet = z.object({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.string(),
  type: z.literal('AnnotationSet'),
  items: z.array(readiumAnnotation),
});

const PAGE = 'https://example.org/statement.html';

/** Quoted from a page on which the clause is followed by others. */
const quoted = {
  type: 'TextQuoteSelector',
  exact: '尊重网络主权',
  prefix: '发表联合声明如下：\n一、',
  suffix: '。\n二、构建',
};

const hypothesisRow = {
  id: 'o3uYrB3hEfGl0Bf1pXqk_Q',
  created: '2019-01-03T19:46:09.334539+00:00',
  updated: '2019-01-04T19:46:09.334539+00:00',
  user: 'acct:reader@example.org',
  uri: PAGE,
  text: 'Why not 信息主权?',
  tags: ['sovereignty'],
  group: '__world__',
  target: [
    {
      source: PAGE,
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]' },
        { type: 'TextPositionSelector', start: 812, end: 818 },
        quoted,
      ],
    },
  ],
};

const readiumItem = {
  id: 'urn:uuid:2f1fd6d1-6a3e-4e4e-9d0a-6a4b7a3e2c11',
  type: 'Annotation',
  created: '2023-10-14T15:13:28Z',
  modified: '2024-01-29T09:00:00Z',
  body: { type: 'TextualBody', value: 'j’adore !', color: 'purple', keyword: 'teacher' },
  target: { source: 'OEBPS/text/chapter1.html', selector: [quoted] },
};

describe('annotations of other programs', () => {
  test('from Hypothesis are put on their words', () => {
    const search = hypothesisSearch.parse({ total: 1, rows: [hypothesisRow] });
    const { notebooks, foreign } = read(search);
    expect(foreign).toEqual({ placed: 1, detached: 0, elsewhere: 0, wordless: 0 });
    expect(notebooks.get('sample')?.annotations).toEqual([
      {
        ...noteOn('item-1', 'zh-Hans', '尊重网络主权'),
        id: expect.any(String) as string,
        kind: 'note',
        color: 'yellow',
        body: 'Why not 信息主权?',
        tags: ['sovereignty'],
        created: '2019-01-03T19:46:09.334Z',
        modified: '2019-01-04T19:46:09.334Z',
      },
    ]);
  });

  test('from Readium (Thorium) are put on their words, with colour and keyword', () => {
    const set = readiumSet.parse({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:123',
      type: 'AnnotationSet',
      items: [
        readiumItem,
        {
          ...readiumItem,
          id: 'urn:uuid:3f1fd6d1-6a3e-4e4e-9d0a-6a4b7a3e2c11',
          motivation: 'bookmarking',
          body: undefined,
        },
      ],
    });
    expect(read(set).notebooks.get('sample')?.annotations).toMatchObject([
      { kind: 'note', color: 'violet', tags: ['teacher'], created: '2023-10-14T15:13:28.000Z' },
      { kind: 'bookmark', id: '3f1fd6d1-6a3e-4e4e-9d0a-6a4b7a3e2c11', body: '' },
    ]);
  });

  test('come as any container, and once only however often they are read', () => {
    const first = read([hypothesisRow]).notebooks.get('sample') ?? EMPTY_NOTEBOOK;
    for (const container of [
      { items: [hypothesisRow] },
      { first: { items: [hypothesisRow] } },
      hypothesisRow,
    ]) {
      const again = read(container).notebooks.get('sample') ?? EMPTY_NOTEBOOK;
      expect(planMerge(first, again).changes).toEqual([]);
    }
  });

  test('without a time get that of the file', () => {
    const { created: _created, updated: _updated, ...timeless } = hypothesisRow;
    expect(read([timeless]).notebooks.get('sample')?.annotations).toMatchObject([
      { created: TIME, modified: TIME },
    ]);
  });

  const on = (selector: object, source = PAGE): object => ({ target: { source, selector } });

  test.each([
    ['words that stand twice', { type: 'TextQuoteSelector', exact: '𝒜 note' }],
    ['words among others', { ...quoted, prefix: '不' }],
    ['words too few to be sure of', { type: 'TextQuoteSelector', exact: '尊重' }],
    ['words that are nowhere', { ...quoted, exact: '尊重信息主权' }],
  ])('on %s are left in the file where nothing else speaks for the text', (_what, selector) => {
    expect(read([on(selector)])).toMatchObject({ foreign: { elsewhere: 1 } });
    expect(read([on(selector)]).notebooks.size).toBe(0);
  });

  test('are kept as detached where the same source has words in a text of the library', () => {
    const { notebooks, foreign } = read([on({ ...quoted, exact: '尊重信息主权' }), hypothesisRow]);
    expect(foreign).toEqual({ placed: 1, detached: 1, elsewhere: 0, wordless: 0 });
    expect(notebooks.get('sample')?.annotations[0]?.targets).toMatchObject([
      { unit: 'unknown', language: 'zh-Hans', selector: [{ exact: '尊重信息主权' }, { start: 0, end: 6 }] },
    ]);
  });

  test('without quoted words are counted and left', () => {
    const all = [
      on({ type: 'SvgSelector', value: '<svg onload=x>' }),
      { target: 'https://example.org/image.png' },
    ];
    expect(read(all)).toMatchObject({ foreign: { wordless: 2 } });
  });
});

describe('what we write', () => {
  const file = JSON.parse(
    writeJsonLd(
      [
        {
          work: WORK,
          notebook: {
            ...EMPTY_NOTEBOOK,
            annotations: [noteOn('item-1', 'en', 'sovereignty', { body: 'b', tags: ['t'] })],
          },
        },
      ],
      STAMP,
    ),
  ) as {
    readonly first: {
      readonly items: readonly [{ readonly target: readonly unknown[]; readonly body: readonly unknown[] }];
    };
  };
  const [item] = file.first.items;

  test('has targets as Hypothesis publishes them', () => {
    for (const target of item.target)
      expect(hypothesisTarget.safeParse(target)).toMatchObject({ success: true });
  });

  test('is, a target and a body at a time, an annotation as Readium publishes it', () => {
    const alone = { ...item, target: item.target[0], body: item.body[0], motivation: undefined };
    expect(readiumAnnotation.safeParse(alone)).toMatchObject({ success: true });
  });
});
