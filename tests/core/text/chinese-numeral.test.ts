import { describe, expect, test } from 'vitest';
import { readChineseNumeral } from '../../../core/text/chinese-numeral.ts';

describe('Chinese numerals', () => {
  test.each([
    ['二○一六', 2016],
    ['二〇二六', 2026],
    ['二〇一六', 2016],
    ['十', 10],
    ['十二', 12],
    ['十三', 13],
    ['二十', 20],
    ['三十', 30],
    ['三百二十', 320],
    ['一百零五', 105],
    ['二百五十', 250],
    ['一千零一十', 1010],
    ['两万', 20_000],
    ['三千五百万', 35_000_000],
    ['十四亿', 1_400_000_000],
    ['一亿二千万', 120_000_000],
    ['万一', undefined],
    ['十四五', undefined],
  ])('%s is %s', (text, value) => {
    expect(readChineseNumeral(text)).toBe(value);
  });
});
