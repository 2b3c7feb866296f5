import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { createConcordanceCorpus } from '../../../core/concordance/concordance-corpus.ts';
import { countGrams, type GramSearch } from '../../../core/concordance/count-grams.ts';
import { measureDispersion } from '../../../core/concordance/dispersion.ts';
import { divideWorks } from '../../../core/concordance/divide-works.ts';
import { runToEnd } from '../../../core/steps.ts';
import { makeConcordanceWork } from './make-concordance-work.ts';

const works = [
  makeConcordanceWork([
    { zh: '网络安全，网络主权。', en: 'The Network: the network and the net' },
    { zh: '安全', en: 'Security' },
  ]),
];
const corpus = createConcordanceCorpus(works);
const SEARCH: GramSearch = {
  language: 'zh-Hans',
  grain: 'word',
  size: 1,
  minCount: 1,
  contains: '',
  limit: 100,
};

const count = (search: Partial<GramSearch>) =>
  runToEnd(countGrams(corpus, divideWorks(works, 'unit'), { ...SEARCH, ...search }));

const listed = (search: Partial<GramSearch>) => count(search).rows.map((row) => [row.text, row.count]);

describe('the frequency list', () => {
  test('counts the words of Chinese', () => {
    expect(listed({})).toEqual([
      ['网络', 2],
      ['安全', 2],
      ['主权', 1],
    ]);
  });

  test('counts words whatever their case, and shows them as they stand first', () => {
    expect(listed({ language: 'en', minCount: 2 })).toEqual([
      ['The', 3],
      ['Network', 2],
    ]);
  });

  test('counts stretches of characters, none over punctuation', () => {
    expect(listed({ grain: 'character', size: 3 })).toEqual([
      ['网络安', 1],
      ['络安全', 1],
      ['网络主', 1],
      ['络主权', 1],
    ]);
  });

  test('counts stretches of words, none over punctuation', () => {
    expect(listed({ language: 'en', size: 2 })).toEqual([
      ['The Network', 2],
      ['network and', 1],
      ['and the', 1],
      ['the net', 1],
    ]);
  });

  test('lists only what holds some words, where a reader asks for them', () => {
    expect(listed({ contains: '安全' })).toEqual([['安全', 2]]);
  });

  test('tells how many there are where only the first are given', () => {
    const { rows, total, size } = count({ limit: 1 });
    expect([rows.length, total, size]).toEqual([1, 3, 5]);
  });

  test('takes neighbouring parts together where there are very many, and still says in how many each stands', () => {
    const long = [makeConcordanceWork(Array.from({ length: 250 }, () => ({ zh: '安全', en: '' })))];
    const { rows, parts } = runToEnd(
      countGrams(createConcordanceCorpus(long), divideWorks(long, 'unit'), SEARCH),
    );
    expect(parts).toBe(250);
    expect(rows).toMatchObject([{ count: 250, partCount: 250, dispersion: 0 }]);
    expect(rows[0]?.counts).toEqual([...Array.from({ length: 83 }, () => 3), 1]);
  });

  test('says how often each stands in each part', () => {
    expect(count({}).rows.map(({ counts }) => counts)).toEqual([
      [2, 0],
      [1, 1],
      [1, 0],
    ]);
  });
});

describe('dispersion', () => {
  test.each([
    ['as the sizes of the parts would have it', [2, 4, 6], [10, 20, 30], 0],
    ['all in the smallest part', [3, 0, 0], [10, 20, 30], 1],
    ['nothing', [0, 0], [1, 1], 0],
    ['one part', [5], [9], 0],
    // Parts of a fifth each, counts 1 2 3 4 5: the differences sum to 0.4, DP is 0.2.
    ['half even', [1, 2, 3, 4, 5], [1, 1, 1, 1, 1], 0.25],
  ])('of %s', (_, counts, sizes, wanted) => {
    expect(measureDispersion(counts, sizes)).toBeCloseTo(wanted, 10);
  });

  test('lies between 0 and 1', () => {
    const part = fc.record({ count: fc.nat(50), size: fc.integer({ min: 1, max: 500 }) });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const value = measureDispersion(
          parts.map((one) => one.count),
          parts.map((one) => one.size),
        );
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});
