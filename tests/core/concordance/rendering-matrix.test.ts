import { describe, expect, test } from 'vitest';
import { createConcordanceCorpus } from '../../../core/concordance/concordance-corpus.ts';
import { divideWorks } from '../../../core/concordance/divide-works.ts';
import { composeMatrix, listTermTexts } from '../../../core/concordance/rendering-matrix.ts';
import { runToEnd } from '../../../core/steps.ts';
import type { Work } from '../../../core/text/work.ts';
import { sampleWork } from '../text/sample-work.ts';
import { makeConcordanceWork } from './make-concordance-work.ts';

const NET: Work = {
  ...makeConcordanceWork([
    { zh: '网络', en: 'network', links: [['网络', 'network']] },
    { zh: '网络', en: 'Networks', links: [['网络', 'Networks']] },
    { zh: '其他', en: 'else' },
    {
      zh: '网络和主权',
      en: 'cyberspace and sovereignty',
      links: [
        ['网络', 'cyberspace'],
        ['主权', 'sovereignty'],
      ],
    },
  ]),
  terms: [
    { chinese: '网络', english: ['network', 'cyberspace'], pinyin: '' },
    { chinese: '主权', english: ['sovereignty'], pinyin: '' },
    { chinese: '月', english: ['moon'], pinyin: '' },
  ],
};
const corpus = createConcordanceCorpus([NET]);
const queries = listTermTexts(corpus, 'zh-Hans').map((text) => ({
  text,
  language: 'zh-Hans',
  counterpart: 'en',
}));

describe('the matrix of terms and places', () => {
  const matrix = runToEnd(composeMatrix(corpus, divideWorks([NET], 'unit'), queries));

  test('has a column for each place where any of the terms stands', () => {
    expect(matrix.columns.map(({ first }) => first)).toEqual([0, 1, 3]);
  });

  test('shows where a term is rendered otherwise than elsewhere', () => {
    const [net] = matrix.rows;
    expect(net?.renderings.map(({ forms, counts }) => [forms[0]?.text, counts])).toEqual([
      ['network', [1, 1, 0]],
      ['cyberspace', [0, 0, 1]],
    ]);
  });

  test('tells terms with several renderings from those with one, and leaves out those that stand nowhere', () => {
    expect(matrix.rows.map(({ term, isInconsistent }) => [term, isInconsistent])).toEqual([
      ['网络', true],
      ['主权', false],
    ]);
  });
});

describe('works are divided', () => {
  test('into the innermost sections of the contents, what stands before them being one', () => {
    const { parts, partOf } = divideWorks([sampleWork], 'section');
    expect(parts.map(({ titles, first, unitCount }) => [titles?.['en'], first, unitCount])).toEqual([
      [undefined, 0, 1],
      ['One', 1, 1],
      ['Two', 2, 1],
      ['End', 3, 1],
    ]);
    expect(partOf(0, 2)).toBe(2);
  });

  test('into nothing but themselves where they have no contents', () => {
    expect(divideWorks([NET], 'section').parts.map(({ unitCount, titles }) => [unitCount, titles])).toEqual([
      [4, NET.titles],
    ]);
  });

  test('into works', () => {
    const { parts, partOf } = divideWorks([sampleWork, NET], 'work');
    expect(parts.map(({ work, unitCount }) => [work, unitCount])).toEqual([
      [0, 4],
      [1, 4],
    ]);
    expect(partOf(1, 0)).toBe(1);
  });
});
