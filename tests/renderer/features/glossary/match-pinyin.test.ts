import { describe, expect, it } from 'vitest';
import { comparePinyin, matchesPinyin } from '../../../../renderer/features/glossary/match-pinyin.ts';

describe('finding a query in pinyin', () => {
  it.each([
    ['wǎngluò zhǔquán', 'wangluo', 'without tones'],
    ['wǎngluò zhǔquán', 'wǎngluò', 'with tones'],
    ['wǎngluò zhǔquán', 'wǎngluo zhuquan', 'with some of the tones'],
    ['wǎngluò zhǔquán', 'wangluozhu', 'across a space'],
    ['wǎngluò zhǔquán', 'ZHUQUAN', 'in capitals, in the middle'],
    ['wǎngluò zhǔquán', 'wang3luo4', 'with tone numbers, which say nothing'],
    ['Éluósī Liánbāng', 'eluosi', 'with a capital in the text'],
    ['lǜshī', 'lv', 'with v for ü'],
    ['lǜshī', 'lüshi', 'with ü and no tone'],
    ["Xī'ān", 'xian', 'across an apostrophe'],
  ])('%s is found by %s, %s', (pinyin, query) => {
    expect(matchesPinyin(pinyin, query)).toBe(true);
  });

  it.each([
    ['wǎngluò', 'wángluò', 'another tone'],
    ['wǎngluò', 'luowang', 'another order'],
    ['wǎngluò', '网络', 'no pinyin at all'],
    ['wǎngluò', '34', 'digits alone'],
    ['wǎngluò', '', 'nothing'],
  ])('%s is not found by %s: %s', (pinyin, query) => {
    expect(matchesPinyin(pinyin, query)).toBe(false);
  });
});

describe('ordering pinyin', () => {
  it('goes by letters first and by tones where those agree', () => {
    const words = ['zhǔquán', 'Zhōngguó', 'zhòngguò', 'ānquán', 'zhǔ quán lì'];
    expect(words.toSorted(comparePinyin)).toEqual([
      'ānquán',
      'Zhōngguó',
      'zhòngguò',
      'zhǔquán',
      'zhǔ quán lì',
    ]);
  });
});
