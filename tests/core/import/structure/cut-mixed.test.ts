import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { cutAtScriptChanges, cutHeading } from '../../../../core/import/structure/cut-mixed.ts';

describe('a paragraph in which languages follow each other is cut', () => {
  test.each([
    ['after a Chinese sentence', '开展对话与合作。|Recognize that ICTs matter.'],
    ['before the number of the translation', '反对侵犯主权的行为。|1. Jointly advocate respect;'],
    ['before a number in brackets', '单独设立企业；|(1) a foreign investor establishes an enterprise alone;'],
    ['after an English sentence', 'The two sides agree.|双方同意。'],
    ['before a Chinese number', 'enhance security threat management.|二、加强治理。'],
    ['again and again', '双方同意。|The two sides agree.|双方合作。|They cooperate.'],
    ['after a closing quotation mark', '他说：“我们同意。”|He said: "We agree."'],
    ['before an opening quotation mark', '双方同意如下。|"The Parties" agree as follows.'],
    ['between Russian and Chinese', 'Стороны согласны.|双方同意。'],
    ['after half-width punctuation', '双方达成以下重要共识:|Have reached the following consensus:'],
    ['where a line ends, whatever its sign', '双方的意见\n|Views of both sides'],
  ])('%s', (_where, marked) => {
    const parts = marked.split('|').map((part) => part.trim());
    expect(cutAtScriptChanges(marked.replaceAll('|', ''))).toEqual(parts);
  });

  test.each([
    '信息和通信技术（ICTs）的长足进步。ICTs是重要的。',
    '他说：“Hello。”然后离开了。',
    'The term "网络空间" means cyberspace. It is used often.',
    'The United Nations (联合国) was founded in 1945.',
    '使用 Windows 系统。Windows很常用。',
    '他说Hello。然后离开了。',
    '请看《China Daily》。该报报道了会议。',
    '版本：Windows',
    'Name: 习近平',
    'e.g. 中国 is a word.',
    '',
    '2016年6月25日',
  ])('but not “%s”', (text) => {
    expect(cutAtScriptChanges(text)).toEqual([text].filter((part) => part !== ''));
  });

  const piece = fc.constantFrom(
    '双方同意。',
    'They agree. ',
    '“引用”',
    '(ICTs)',
    ' ',
    '1. ',
    '；',
    '\n',
    '中',
    'a',
    '"',
    '。',
  );

  property.prop([fc.array(piece, { maxLength: 30 })])('and loses nothing but white space', (pieces) => {
    const text = pieces.join('');
    const letters = (one: string): string => one.replace(/\s/gu, '');
    expect(letters(cutAtScriptChanges(text).join(''))).toBe(letters(text));
  });
});

describe('a heading in two languages is cut', () => {
  test.each([
    ['第一章 总则 Chapter I General Provisions', ['第一章 总则', 'Chapter I General Provisions']],
    ['总则 / General Provisions', ['总则', 'General Provisions']],
    [
      '世界人权宣言Universal Declaration of Human Rights',
      ['世界人权宣言', 'Universal Declaration of Human Rights'],
    ],
  ])('%s', (text, parts) => {
    expect(cutHeading(text)).toEqual(parts);
  });

  test.each(['中华人民共和国 PRC', '关于ICTs的声明', 'General Provisions'])('but not “%s”', (text) => {
    expect(cutHeading(text)).toEqual([text]);
  });
});
