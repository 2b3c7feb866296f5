import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { countWords, endOfWord, hasMoreWords, splitRuns } from '../../../core/search/word-runs.ts';

const folded = fc.string({
  unit: fc.constantFrom('a', 'b', '1', 'я', 'é', '主', '权', ' ', ',', '𠮷'),
  maxLength: 30,
});

test.prop([folded, fc.nat(30), fc.nat(30), fc.nat(6)])(
  'a stretch has more words than so many just where counting them says so',
  (text, a, b, count) => {
    // Between characters: no hit of the search begins inside of one.
    const characters = Array.from(text);
    const from = characters.slice(0, Math.min(a, b)).join('').length;
    const to = characters.slice(0, Math.max(a, b)).join('').length;
    expect(hasMoreWords(text, from, to, count)).toBe(countWords(text.slice(from, to)) > count);
  },
);

test.prop([folded])('the words of a text end where its runs do', (text) => {
  for (const { kind, text: run, start } of splitRuns(text)) {
    if (kind === 'word') expect(endOfWord(text, start)).toBe(start + run.length);
    else expect(endOfWord(text, start)).toBe(start);
  }
});
