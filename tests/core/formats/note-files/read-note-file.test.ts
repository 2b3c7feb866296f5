import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readNoteFile, type NoteFileReading } from '../../../../core/formats/note-files/read-note-file.ts';
import { writeJsonLd } from '../../../../core/formats/note-files/write-json-ld.ts';
import { noteOn, notebooks, STAMP, WORK } from './sample-notes.ts';

const TIME = '2026-03-11T00:00:00.000Z';

function read(value: unknown): NoteFileReading {
  return readNoteFile(typeof value === 'string' ? value : JSON.stringify(value), [WORK], TIME);
}

const own = JSON.parse(
  writeJsonLd(
    [
      {
        work: WORK,
        notebook: {
          annotations: [noteOn('item-1', 'en', 'sovereignty', { body: 'note', tags: ['tag'] })],
          bin: [],
          progress: { 'item-1': 'read' },
        },
      },
    ],
    STAMP,
  ),
) as { readonly first: { readonly items: readonly [Record<string, unknown>] } };
const [item] = own.first.items;

function withItem(changes: object): object {
  return { ...own, first: { ...own.first, items: [{ ...item, ...changes }] } };
}

describe('a file that is not what it should be is refused as a whole, naming what and where', () => {
  const cases: readonly [string, unknown, object][] = [
    ['nothing', '', { code: 'not-json', where: '' }],
    ['half a file', JSON.stringify(own).slice(0, 700), { code: 'not-json' }],
    ['another kind of file', { settings: {} }, { code: 'not-notes', where: '' }],
    ['null', 'null', { code: 'not-notes' }],
    ['a number', '7', { code: 'not-notes' }],
    ['a deep file', `${'['.repeat(5000)}${']'.repeat(5000)}`, { code: 'too-deep' }],
    [
      'a key that reaches the prototype',
      JSON.stringify(own).replace('"motivation"', '"__proto__"'),
      { code: 'unsafe-key', where: 'first.items[0].__proto__' },
    ],
    ['a constructor', { items: [{ target: { constructor: { prototype: {} } } }] }, { code: 'unsafe-key' }],
    [
      'progress of the prototype',
      {
        ...own,
        works: [{ id: 'x', units: [{ id: 'urn:duizhao:work:sample#__proto__', progress: 'read' }] }],
      },
      { code: 'unsafe-key' },
    ],
    ['a number for a time', withItem({ created: 7 }), { where: 'first.items[0].created' }],
    ['a time that is none', withItem({ created: 'yesterday' }), { where: 'first.items[0].created' }],
    ['an unknown colour', withItem({ color: 'pink' }), { where: 'first.items[0].color' }],
    ['an unknown motivation', withItem({ motivation: 'x' }), { where: 'first.items[0].motivation' }],
    ['an id that is none', withItem({ id: 'urn:uuid:7' }), { where: 'first.items[0].id' }],
    [
      'no target',
      withItem({ target: [{ source: 'urn:duizhao:work:sample#item-1', selector: [{}] }] }),
      {
        where: 'first.items[0].target[0].language',
      },
    ],
    [
      'a tag longer than a line',
      withItem({ body: [{ purpose: 'tagging', value: 'x'.repeat(101) }] }),
      {
        where: 'first.items[0].tags[0]',
      },
    ],
    ['one annotation twice', { items: [item, item] }, { where: 'items[1].id' }],
    ['a bin that is no list', { ...own, bin: {} }, { where: 'bin' }],
    [
      'a deleted one without a time',
      { ...own, bin: [{ ...item, id: 'urn:uuid:x' }] },
      { where: 'bin[0].deleted' },
    ],
    [
      'progress that is none',
      { ...own, works: [{ id: 'x', units: [{ id: 'x', progress: 'done' }] }] },
      {
        where: 'works[0].units[0].progress',
      },
    ],
    ['too many annotations', { items: Array.from({ length: 200_001 }, () => 0) }, { code: 'too-large' }],
  ];
  test.each(cases)('%s', (_what, value, problem) => {
    const reading = read(value);
    expect(reading).toMatchObject({ ok: false, problem });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('a huge text is not even parsed', () => {
    expect(readNoteFile(' '.repeat(50 * 1024 * 1024 + 1), [WORK], TIME)).toMatchObject({
      problem: { code: 'too-large' },
    });
  });
});

describe('whatever a file holds', () => {
  property.prop([fc.json({ maxDepth: 4 })])('reading answers', (text) => {
    expect(typeof read(text).ok).toBe('boolean');
  });

  property.prop([notebooks, fc.nat(), fc.string({ maxLength: 3 })])(
    'reading answers for our files with something wrong in them',
    (notebook, at, noise) => {
      const text = writeJsonLd([{ work: WORK, notebook }], STAMP);
      const place = at % text.length;
      const reading = read(text.slice(0, place) + noise + text.slice(place + noise.length));
      expect(typeof reading.ok).toBe('boolean');
    },
  );
});

test('notes of a work that is not in the library are named and left', () => {
  const text = JSON.stringify(own);
  expect(readNoteFile(text, [], TIME)).toEqual({
    ok: true,
    notes: {
      notebooks: new Map(),
      missing: [{ workId: 'sample', title: '样本 · Sample', count: 1 }],
      foreign: { placed: 0, detached: 0, elsewhere: 0, wordless: 0 },
    },
  });
  expect(read(text)).toMatchObject({ ok: true });
});
