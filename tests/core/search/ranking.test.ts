import { describe, expect, test } from 'vitest';
import { Corpus } from '../../../core/search/corpus.ts';
import { mergePackedIndexes } from '../../../core/search/packed-index.ts';
import { searchCorpus } from '../../../core/search/search-corpus.ts';
import { buildTextIndex, loadTextIndex } from '../../../core/search/text-index.ts';
import type { Unit, Work } from '../../../core/text/work.ts';
import { makeNote, makeUnit, makeWork } from './make-work.ts';
import { openSearch, unitsFound } from './search-work.ts';

/** English units, called by their order u1, u2, … */
function english(...texts: readonly string[]): readonly Unit[] {
  return texts.map((text) => makeUnit('', text));
}

/** A unit that names nothing asked for, to give a text its usual length. */
const FILLER = 'words of no interest stand here in a row';

describe('what comes first, and why', () => {
  test.each([
    [
      'the title of a text says what it is about',
      'order',
      [...english('order order order'), makeUnit('', 'An Order of Things', { kind: 'title', id: 'title' })],
      ['title', 'u1'],
    ],
    [
      'words that follow each other as typed mean the same thing together',
      'new order',
      english('order order new', 'this is the new order of all these things and more'),
      ['u2', 'u1'],
    ],
    [
      'as typed means in these forms: "new orders" is another wording, however often it stands there',
      'new order',
      english('new orders and new orders', 'this is the new order of all these things and more'),
      ['u2', 'u1'],
    ],
    [
      'a title with the phrase comes before a title without',
      'new order',
      [
        makeUnit('', 'order and new', { kind: 'title', id: 'scattered' }),
        makeUnit('', 'the new order', { kind: 'title', id: 'as-typed' }),
      ],
      ['as-typed', 'scattered'],
    ],
    [
      'a word that is there more often is more what the unit is about',
      'order',
      english(`order ${FILLER}`, `order order ${FILLER}`, FILLER),
      ['u2', 'u1'],
    ],
    [
      'a short text says less else',
      'order',
      english(`order ${FILLER} ${FILLER}`, `order ${FILLER}`, FILLER),
      ['u2', 'u1'],
    ],
    [
      'a rare word tells more than a common one',
      'common | rare',
      english(`common ${FILLER}`, `rare ${FILLER}`, `common ${FILLER}`, `common ${FILLER}`),
      ['u2', 'u1', 'u3', 'u4'],
    ],
    [
      'what has both alternatives has more of what was asked',
      'common | rare',
      english(`common ${FILLER}`, `rare ${FILLER}`, `rare common ${FILLER}`),
      ['u3', 'u1', 'u2'],
    ],
    [
      'where all is equal the order of the text is the one a reader expects',
      'order',
      english('order', 'order', 'order'),
      ['u1', 'u2', 'u3'],
    ],
    [
      'what a filter asks for weighs nothing',
      'kind:paragraph order',
      english(`order ${FILLER}`, `order order ${FILLER}`),
      ['u2', 'u1'],
    ],
    [
      'what is left out weighs nothing',
      'order -chaos',
      english(`order order ${FILLER}`, `order ${FILLER}`, 'order chaos'),
      ['u1', 'u2'],
    ],
    [
      'Chinese goes by the same rules',
      '网络主权',
      [makeUnit('网络主权与其他许多事情以及更多的内容'), makeUnit('网络主权'), makeUnit('网络、主权')],
      ['u2', 'u1'],
    ],
    [
      'Chinese words beside each other as typed come first too',
      '网络 主权',
      [makeUnit('主权、网络'), makeUnit('网络主权是一件很长很长的事情')],
      ['u2', 'u1'],
    ],
  ])('%s: %s', (_reason, query, units, expected) => {
    expect(unitsFound(openSearch(makeWork(units))(query))).toEqual(expected);
  });

  test('a note on the title does not make a hit in the title of it', () => {
    const work = makeWork([
      makeUnit('', 'An Order of Things', { kind: 'title', id: 'title' }),
      makeUnit('', 'check check check'),
    ]);
    const [first, second] = openSearch(work, [makeNote('n', 'title', 'check')])('check');
    expect(Math.floor(first?.score ?? NaN)).toBe(0);
    expect(Math.floor(second?.score ?? NaN)).toBe(0);
  });

  test('what only sounds so comes with a mark and below everything that is written so', () => {
    const search = openSearch(makeWork([makeUnit('网络', 'a net'), makeUnit('另一件事', 'wangluo')]));
    expect(search('wangluo')).toMatchObject([{ unitId: 'u2' }]);
    expect(search('wangluo')[0]?.via).toBeUndefined();
    const sounded = search('wang luo');
    expect(sounded).toMatchObject([{ unitId: 'u1', via: 'pinyin' }]);
    expect(sounded[0]?.score).toBeLessThan(0);
  });

  test('what only sounds so obeys exclusions and filters', () => {
    const search = openSearch(
      makeWork([makeUnit('网络'), makeUnit('网络主权'), makeUnit('网络', '', { kind: 'item' })]),
    );
    expect(unitsFound(search('wangluo'))).toEqual(['u1', 'u3', 'u2']);
    expect(unitsFound(search('wangluo -主权'))).toEqual(['u1', 'u3']);
    expect(unitsFound(search('wangluo kind:item'))).toEqual(['u3']);
    expect(unitsFound(search('en:wangluo'))).toEqual([]);
  });
});

describe('over several works', () => {
  const works = [
    makeWork(english('order', FILLER, FILLER)),
    makeWork([
      ...english('order order', 'order', 'order'),
      makeUnit('', 'Order', { kind: 'title', id: 't' }),
    ]),
  ];
  const open = (loaded: readonly (Work | undefined)[]): Corpus =>
    new Corpus(
      mergePackedIndexes(works.map((work) => loadTextIndex(buildTextIndex(work), work).index)),
      works.map(({ units }, index) => ({ unitCount: units.length, work: loaded[index] })),
    );
  const find = (corpus: Corpus, query: string, limit?: number): readonly string[] =>
    searchCorpus(corpus, query, limit === undefined ? {} : { limit }).results.map(
      ({ position, unitId }) => `${corpus.workIndexOf(position)} ${unitId}`,
    );

  test('units are weighed by how rare a word is in all of them, wherever they are', () => {
    const all = makeWork(
      works.flatMap(({ units }, index) => units.map((unit) => ({ ...unit, id: `${index} ${unit.id}` }))),
    );
    expect(find(open(works), 'order')).toEqual(unitsFound(openSearch(all)('order')));
  });

  test('no more are given than asked for, and all are counted', () => {
    const outcome = searchCorpus(open(works), 'order', { limit: 2 });
    expect(outcome.results).toEqual(searchCorpus(open(works), 'order').results.slice(0, 2));
    expect(outcome.total).toBe(5);
    expect(outcome.unitsByWork).toEqual([1, 4]);
  });

  test('what is in a text that is not there yet is not found until it is', () => {
    const corpus = open([works[0], undefined]);
    expect(find(corpus, 'order')).toEqual(['0 u1']);
    expect(find(corpus, 'order -interest')).toEqual(['0 u1']);
    const [, second] = works;
    if (second !== undefined) corpus.setWork(1, second);
    expect(find(corpus, 'order')).toHaveLength(5);
  });

  test('notes belong to their own work', () => {
    const corpus = open(works);
    corpus.setAnnotations(1, [makeNote('n', 'u1', 'check this')]);
    expect(find(corpus, 'note:check')).toEqual(['1 u1']);
    expect(find(corpus, 'has:note order')).toEqual(['1 u1']);
  });
});
