import { expect, test } from 'vitest';
import { countCharacters, countWords, estimateMinutes } from './review-effort.ts';

test('minutes are keys, decisions and reading', () => {
  const nothing = { strokes: 0, decisions: 0, chineseCharacters: 0, englishWords: 0 };
  expect(estimateMinutes(nothing)).toBe(0);
  expect(estimateMinutes({ ...nothing, chineseCharacters: 255, englishWords: 238 })).toBeCloseTo(2);
  // 28 s and 135 s
  expect(estimateMinutes({ ...nothing, strokes: 100, decisions: 100 })).toBeCloseTo(163 / 60);
});

test('what is read are characters of Chinese and words of English, not marks', () => {
  expect(countCharacters('二〇一六年，老王退休了。')).toBe(10);
  expect(countWords('Old Wang — retired in 2016.')).toBe(5);
});
