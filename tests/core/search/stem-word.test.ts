import { describe, expect, test } from 'vitest';
import { foldText } from '../../../core/search/fold-text.ts';
import { stemmerFor } from '../../../core/search/stem-word.ts';

function stem(word: string, language: string | undefined): string {
  return stemmerFor(language)(foldText(word).text);
}

describe('inflections of a word have one stem', () => {
  test.each([
    ['en', ['develop', 'developing', 'Development', 'DEVELOPED']],
    ['en-GB', ['sovereignty', 'sovereignties']],
    ['ru', ['суверенитет', 'суверенитета', 'Суверенитетом', 'СУВЕРЕНИТЕТУ']],
    ['ru', ['информационный', 'информационного', 'информационное', 'информационных']],
    ['ru-RU', ['учёный', 'ученый', 'учёных', 'ученого']],
    ['ru', ['network', 'Networks']],
    ['zh-Hans', ['network', 'networks']],
    [undefined, ['network', 'networks']],
    [undefined, ['сеть', 'сети', 'сетью']],
  ])('in %s: %s', (language, words) => {
    expect(new Set(words.map((word) => stem(word, language)))).toHaveProperty('size', 1);
  });
});

test.each([
  ['de', 'Netze', 'netze'],
  ['uk', 'мережі', 'мережі'],
  ['zh-Hans', 'сети', 'сети'],
  ['en', 'ICT2016', 'ict2016'],
  ['ru', 'ИКТ2016', 'икт2016'],
])('in %s %s is left as it is', (language, word, stemmed) => {
  expect(stem(word, language)).toBe(stemmed);
});
