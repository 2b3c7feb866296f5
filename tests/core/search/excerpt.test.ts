import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { makeExcerpt } from '../../../core/search/excerpt.ts';

/** An excerpt as a list shows it: … where it is cut, [ ] around hits. */
function show(text: string, words: readonly string[], maxLength: number): string {
  const hits = words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
  const excerpt = makeExcerpt(text, hits, maxLength);
  const marked = excerpt.spans
    .toReversed()
    .reduce(
      (shown, { start, end }) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      excerpt.text,
    );
  return `${excerpt.isCutBefore ? '…' : ''}${marked}${excerpt.isCutAfter ? '…' : ''}`;
}

const english = 'Uphold as always the principle of respecting national sovereignty in information space';

describe('makeExcerpt', () => {
  test.each([
    ['the whole text when it fits', english, ['national'], 200, english.replace('national', '[national]')],
    ['the beginning when the hit is there', english, ['Uphold'], 30, '[Uphold] as always the principle…'],
    ['the end when the hit is there', english, ['space'], 30, '…in information [space]'],
    [
      'a little before the hit and more after it',
      english,
      ['principle'],
      40,
      '…the [principle] of respecting national …',
    ],
    [
      'every hit inside',
      english,
      ['national', 'sovereignty'],
      36,
      '…[national] [sovereignty] in information …',
    ],
    ['Chinese at any character', '一二三四五六七八九十', ['五'], 4, '…四[五]六七…'],
    ['the beginning when nothing is marked', english, [], 15, 'Uphold as …'],
    [
      'a hit that is longer than the excerpt, whole',
      english,
      ['principle of respecting'],
      10,
      '…[principle of respecting]…',
    ],
    ['the whole word when the hit is a part of it', english, ['vereign'], 5, '…so[vereign]ty…'],
  ])('shows %s', (_what, text, words, maxLength, expected) => {
    expect(show(text, words, maxLength)).toBe(expected);
  });

  const characters = fc.constantFrom(
    'a',
    'b',
    ' ',
    '网',
    '络',
    '𠮷',
    'e\u0301',
    '\uff0c',
    '\n',
    '👩\u200D🏫',
    '葛\u{E0100}',
  );
  const textWithHit = fc
    .tuple(fc.array(characters), fc.array(characters, { minLength: 1, maxLength: 3 }), fc.array(characters))
    .map((parts) => parts.map((part) => part.join('')))
    .map(([before = '', hit = '', after = '']) => ({
      text: before + hit + after,
      hit: { start: before.length, end: before.length + hit.length },
    }));

  test.prop([textWithHit, fc.integer({ min: 1, max: 30 })])(
    'always holds the first hit, and is a piece of the text',
    ({ text, hit }, maxLength) => {
      const excerpt = makeExcerpt(text, [hit], maxLength);
      expect(text).toContain(excerpt.text);
      const [span] = excerpt.spans;
      expect(excerpt.text.slice(span?.start, span?.end)).toBe(text.slice(hit.start, hit.end));
      expect(excerpt.isCutBefore || excerpt.isCutAfter).toBe(excerpt.text !== text);
    },
  );

  test.prop([textWithHit, fc.integer({ min: 1, max: 30 })])(
    'never splits a character, nor a word beyond what the hit itself splits',
    ({ text, hit }, maxLength) => {
      const excerpt = makeExcerpt(text, [hit], maxLength);
      const start = hit.start - (excerpt.spans[0]?.start ?? 0);
      const end = start + excerpt.text.length;
      const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text);
      const cuts = new Set([...Array.from(graphemes, ({ index }) => index), text.length]);
      for (const cut of [start, end]) {
        expect(cuts).toContain(cut);
        expect(/[a-z]$/.test(text.slice(0, cut)) && /^[a-z]/.test(text.slice(cut))).toBe(false);
      }
    },
  );

  test('is no longer than asked for where the hit and its word fit', () => {
    for (let maxLength = 20; maxLength < english.length; maxLength += 1) {
      const hit = { start: english.indexOf('national'), end: english.indexOf('national') + 8 };
      expect(makeExcerpt(english, [hit], maxLength).text.length).toBeLessThanOrEqual(maxLength);
    }
  });
});
