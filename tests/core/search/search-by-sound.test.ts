import { expect, test } from 'vitest';
import { Corpus } from '../../../core/search/corpus.ts';
import { mergePackedIndexes } from '../../../core/search/packed-index.ts';
import { searchCorpus } from '../../../core/search/search-corpus.ts';
import { loadTextIndex } from '../../../core/search/text-index.ts';
import type { Work } from '../../../core/text/work.ts';
import { makeUnit, makeWork } from './make-work.ts';
import { marksIn, openSearch, unitsFound } from './search-work.ts';

const work = makeWork([
  makeUnit('维护网络空间的和平', 'To keep peace in cyberspace'),
  makeUnit('管网建设，西安', 'Wangluo is a name, and Xian a town'),
  makeUnit('網絡主權', 'Sovereignty'),
]);
const search = openSearch(work);

test('what no word answers is found by its sound, and says so', () => {
  const results = search('wlkj');
  expect(results.map(({ via }) => via)).toEqual(['pinyin']);
  expect(unitsFound(results)).toEqual(['u1']);
  expect(marksIn(work, results[0])).toEqual(['zh-Hans: 网络空间']);
  expect(results[0]?.score).toBeLessThan(0);
});

test('traditional characters sound as simplified ones do', () => {
  expect(marksIn(work, search('wǎngluò zhǔquán')[0])).toEqual(['zh-Hans: 網絡主權']);
});

test('what a word answers is never looked for by its sound', () => {
  expect(unitsFound(search('wangluo'))).toEqual(['u2']);
  expect(search('xian').map(({ via }) => via)).toEqual([undefined]);
});

test('whole syllables come before initials', () => {
  const made = makeWork([makeUnit('爱你'), makeUnit('安全'), makeUnit('爱你，平安')]);
  expect(unitsFound(openSearch(made)('an'))).toEqual(['u2', 'u3', 'u1']);
});

test.each(['en:wlkj', 'note:wlkj', 'wlkj*', 'wlkj OR wxyz', 'wlkj 和平', 'wlkj~'])(
  '%s is not looked for by its sound',
  (query) => {
    expect(search(query)).toEqual([]);
  },
);

test('exclusions and filters hold for what is found by its sound', () => {
  expect(unitsFound(search('wlkj kind:paragraph'))).toEqual(['u1']);
  expect(search('wlkj kind:heading')).toEqual([]);
  expect(search('wlkj -peace')).toEqual([]);
  expect(unitsFound(search('wlkj -war'))).toEqual(['u1']);
});

test('the field of Chinese is one in which sounds are looked for', () => {
  expect(unitsFound(search('zh:wǎngluòkōngjiān'))).toEqual(['u1']);
});

test('of several works each has its count, and no more results are given than are wanted', () => {
  const works: readonly Work[] = [
    work,
    makeWork([makeUnit('网络'), makeUnit('空')]),
    makeWork([makeUnit('网罗')]),
  ];
  const corpus = new Corpus(
    mergePackedIndexes(works.map((one) => loadTextIndex('', one).index)),
    works.map((one) => ({ work: one, unitCount: one.units.length })),
  );
  const { results, total, unitsByWork } = searchCorpus(corpus, 'wang3luo2', { limit: 1 });
  expect(results.map(({ position }) => position)).toEqual([5]);
  expect(total).toBe(1);
  expect(unitsByWork).toEqual([0, 0, 1]);
});
