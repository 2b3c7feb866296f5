import { describe, expect, test } from 'vitest';
import { parseBlockNumber } from '../../../../core/import/structure/block-number.ts';

describe('the number a paragraph opens with', () => {
  test.each([
    ['一、共同倡导', '1', 2],
    ['十二、加强合作', '12', 3],
    ['（一）外国投资者', '1', 3],
    ['(二) 外国投资者', '2', 4],
    ['第三条 人人有权', '3', 4],
    ['第二十一条　人人有权', '21', 6],
    ['第3条 人人有权', '3', 4],
    ['第一章 总则', '1', 4],
    ['1. Jointly advocate', '1', 3],
    ['12) Text', '12', 4],
    ['1、共同倡导', '1', 2],
    ['1.共同倡导', '1', 2],
    ['3.2 Scope of the law', '3.2', 4],
    ['3.2. Scope of the law', '3.2', 5],
    ['(a) to be guided', 'a', 4],
    ['(iv) to be guided', 'iv', 5],
    ['IV. Final provisions', '4', 4],
    ['Article 1', '1', 9],
    ['Article 12. Everyone', '12', 12],
    ['ARTICLE XIV — Everyone', '14', 14],
    ['Chapter II General Provisions', '2', 11],
    ['Статья 5. Все люди', '5', 10],
    ['§ 3 Text', '3', 4],
    ['③ 第三点', '3', 2],
  ])('%s: %s', (text, number, length) => {
    expect(parseBlockNumber(text)).toMatchObject({ number, length });
  });

  test.each([
    '第一条约的签订',
    '第一例病例',
    '3.5 million people',
    '2016年5月两国签署',
    '1,000 people',
    '十分必要',
    'Article 5 of the Treaty applies',
    'A. Smith said',
    'Part of the text',
    'I agree.',
    '3.14159',
    '一个安全稳定繁荣的空间',
  ])('%s opens with none', (text) => {
    expect(parseBlockNumber(text)).toBeUndefined();
  });
});
