import { describe, expect, test } from 'vitest';
import { guessLanguage } from '../../../core/text/guess-language.ts';

describe('guessLanguage', () => {
  test.each([
    ['Ask in class.', 'en'],
    ['产业间 is “between industries”; the English narrows it', 'en'],
    ['课上问', 'zh-Hans'],
    ['“sovereignty”一词译得不准，应与标题一致', 'zh-Hans'],
    ['суверенитет в информационном пространстве', 'ru'],
    ['2016, §4?', undefined],
    ['', undefined],
  ])('takes %j for %s', (note, language) => {
    expect(guessLanguage(note)).toBe(language);
  });
});
