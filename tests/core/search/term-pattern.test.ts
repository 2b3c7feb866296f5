import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { isWithinEdits } from '../../../core/search/edit-distance.ts';
import { foldText } from '../../../core/search/fold-text.ts';
import { stemmerFor } from '../../../core/search/stem-word.ts';
import { compilePattern, findPattern } from '../../../core/search/term-pattern.ts';
import { BUNDLED_LIBRARY, readWorkFile, workFilePath } from '../../../tools/library-files.ts';

const statement = await readWorkFile(workFilePath(BUNDLED_LIBRARY, 'joint-statement-2016'));
const russian =
  'Мы подтверждаем, что развитие информационного пространства развивает все страны, развитым странам';
const vocabulary = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => foldText(text).text.match(/\p{L}+/gu) ?? [])),
];

describe('an inflected word', () => {
  const irregular =
    'dying die dies lying lie tying tie skies sky skis ski idly gently ugly early only singly news';
  test.each([
    ['en', vocabulary([...statement.units.map(({ segments }) => segments['en'] ?? ''), irregular])],
    ['ru', vocabulary([russian])],
  ])('is found by jumping through the text wherever reading every word finds it: %s', (language, words) => {
    const stem = stemmerFor(language);
    const text = words.join(' ');
    for (const asked of words) {
      const same = words.filter((candidate) => stem(candidate) === stem(asked));
      const found = findPattern(text, compilePattern({ form: 'word', text: asked }), stem);
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(same);
    }
  });
});

describe('typing errors', () => {
  test.each([
    ['order', 'ordr', 1],
    ['order', 'oder', 1],
    ['order', 'ordar', 1],
    ['order', 'roder', 1],
    ['order', 'orderly', 2],
    ['order', 'rodre', 2],
    ['order', 'disorder', 3],
    ['order', 'peace', 5],
  ])('%s and %s are %i apart', (a, b, distance) => {
    expect(isWithinEdits(a, b, distance)).toBe(true);
    expect(isWithinEdits(a, b, distance - 1)).toBe(false);
  });

  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 }).map((list) => list.join(''));
  test.prop([letters, letters, fc.nat(3)])('are the same both ways', (a, b, limit) => {
    expect(isWithinEdits(a, b, limit)).toBe(isWithinEdits(b, a, limit));
  });

  test.prop([letters, fc.nat(6), fc.constantFrom('a', 'x')])(
    'one more letter is one error',
    (word, at, letter) => {
      expect(isWithinEdits(word.slice(0, at) + letter + word.slice(at), word, 1)).toBe(true);
    },
  );
});
