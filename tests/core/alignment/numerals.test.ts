import { describe, expect, test } from 'vitest';
import { readChineseNumeral, readEnglishNumeral } from '../../../core/alignment/numerals.ts';

describe('Chinese numerals', () => {
  test.each([
    ['二○一六', 2016],
    ['二〇二六', 2026],
    ['十', 10],
    ['十二', 12],
    ['三十', 30],
    ['三百二十', 320],
    ['一百零五', 105],
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

describe('English numerals', () => {
  test.each([
    ['fourteen', 14, 1],
    ['twenty eight years', 28, 2],
    ['two hundred and fifty', 250, 4],
    ['three million people', 3_000_000, 2],
    ['one thousand two hundred and five', 1205, 6],
    ['twenty thirty', 20, 1],
    ['five and six', 5, 1],
  ])('%s begins with %d in %d words', (text, value, wordCount) => {
    expect(readEnglishNumeral(text.split(' '), 0)).toEqual({ value, wordCount });
  });

  test.each(['and five', 'hundred', 'people', ''])('"%s" begins with none', (text) => {
    expect(readEnglishNumeral(text.split(' '), 0)).toBeUndefined();
  });
});
