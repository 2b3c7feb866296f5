import { test as propertyTest, fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { noteWords } from '../../../core/annotation/note-words.ts';

describe('the words of a note', () => {
  it.each([
    ['Compare [zh:主权](duizhao://search?q=zh%3A%E4%B8%BB%E6%9D%83) here', 'Compare zh:主权 here'],
    ['[条约](https://example.org/a_(b)) and [法](<https://example.org/a b>)', '条约 and 法'],
    ['[title](/x "what it is") stays', 'title stays'],
    ['![scan](scan.png)', 'scan'],
    ['no link: [1] (see below), a[0](x', 'no link: [1] (see below), a[0](x'],
    ['**强调** and `code` stay as written', '**强调** and `code` stay as written'],
    ['', ''],
  ])('%j is read as %j', (body, words) => {
    expect(noteWords(body)).toBe(words);
  });

  propertyTest.prop([fc.string().filter((text) => !/[[\]()]/u.test(text))])(
    'leave a note without brackets as it is',
    (body) => {
      expect(noteWords(body)).toBe(body);
    },
  );
});
