import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { splitByLanguage } from '../../../../renderer/features/notes/note-language.ts';

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
