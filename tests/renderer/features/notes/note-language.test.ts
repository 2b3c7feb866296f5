import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { guessNoteLanguage, splitByLanguage } from '../../../../renderer/features/notes/note-language.ts';

describe('guessNoteLanguage', () => {
  test.each([
    ['Ask in class.', 'en'],
    ['产业间 is “between industries”; the English narrows it', 'en'],
    ['课上问', 'zh-Hans'],
    ['“sovereignty”一词译得不准，应与标题一致', 'zh-Hans'],
    ['суверенитет в информационном пространстве', 'ru'],
    ['2016, §4?', undefined],
    ['', undefined],
  ])('takes %j for %s', (note, language) => {
    expect(guessNoteLanguage(note)).toBe(language);
  });
});

describe('splitByLanguage', () => {
  test('keeps the punctuation between Chinese words with them, and that around them with the note', () => {
    expect(splitByLanguage('see 《宪章》、《公约》 too', 'en')).toEqual([
      { start: 0, text: 'see 《', language: undefined },
      { start: 5, text: '宪章》、《公约', language: 'zh-Hans' },
      { start: 12, text: '》 too', language: undefined },
    ]);
  });

  test.prop([fc.string({ unit: 'grapheme' }), fc.constantFrom('zh-Hans', 'en', 'ru', undefined)])(
    'loses and adds nothing',
    (text, own) => {
      expect(
        splitByLanguage(text, own)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    },
  );
});
