import { describe, expect, test } from 'vitest';
import { createWordReader } from '../../../core/alignment/read-words.ts';
import { foldText } from '../../../core/search/fold-text.ts';

const words = new Set(['中华', '人民', '共和国', '中华人民共和国', '网络', '空间']);
const wordList = { has: (word: string): boolean => words.has(word), longest: 7 };

describe('the words of a text', () => {
  test.each([
    ['zh', '中华人民共和国网络空间', '中华人民共和国 网络 空间'],
    ['zh', '二○一六年六月二十五日', '#2016 年 #6 月 #25 日'],
    ['zh', '一个WTO成员，3,500万', '一 个 wto 成 员 #3500 万'],
    ['en', 'He took 1,000 books.', 'he take #1000 book'],
    ['en', 'two hundred and fifty men and one child', '#250 man and one child'],
    ['en', 'In 2016, twenty-eight parties agreed.', 'in #2016 #28 parti agre'],
    ['ru', 'В 2016 году стороны договорились', 'в #2016 год сторон договор'],
  ])('%s: %s', (language, text, expected) => {
    const read = createWordReader(language, wordList)(text);
    expect(read.map(({ form }) => form).join(' ')).toBe(expected);
  });

  test('have their places in the folded text, in order', () => {
    const text = 'Ｔｗｏ hundred men, 1,000 女人二十八';
    const { text: folded } = foldText(text);
    const read = createWordReader('en', wordList)(text);
    expect(read.map(({ span }) => folded.slice(span.start, span.end))).toEqual([
      'two hundred',
      'men',
      '1,000',
      '女',
      '人',
      '二十八',
    ]);
  });

  test('know names by their capital letters', () => {
    const read = createWordReader('en')('When Chen came, the rain fell.');
    expect(read.filter(({ isCapitalised }) => isCapitalised).map(({ form }) => form)).toEqual([
      'when',
      'chen',
    ]);
  });
});
