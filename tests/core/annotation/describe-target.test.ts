import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { annotationTargetSchema, MAX_CONTEXT_LENGTH } from '../../../core/annotation/annotation.ts';
import { describeTarget } from '../../../core/annotation/describe-target.ts';
import { makeUnit } from './sample.ts';

describe('describeTarget', () => {
  test('gives the unit, the words with their context, and their place', () => {
    const unit = makeUnit('item-1', '共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。');
    expect(describeTarget(unit, 'zh-Hans', { start: 10, end: 14 })).toEqual({
      unit: 'item-1',
      language: 'zh-Hans',
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: '网络主权',
          prefix: '共同倡导推动尊重各国',
          suffix: '，反对侵犯他国网络主权的行为。',
        },
        { type: 'TextPositionSelector', start: 10, end: 14 },
      ],
    });
  });

  test('keeps 32 code units of context on either side', () => {
    const unit = makeUnit('u', '', `${'a'.repeat(40)}WORD${'b'.repeat(40)}`);
    const [quote] = describeTarget(unit, 'en', { start: 40, end: 44 }).selector;
    expect([quote.prefix, quote.exact, quote.suffix]).toEqual(['a'.repeat(32), 'WORD', 'b'.repeat(32)]);
  });

  test('keeps more of a segment that has the words more than once, up to 500 code units', () => {
    const unit = makeUnit('u', '', `${'a'.repeat(600)}WORD${'b'.repeat(60)}WORD`);
    const [quote] = describeTarget(unit, 'en', { start: 600, end: 604 }).selector;
    expect([quote.prefix, quote.suffix]).toEqual(['a'.repeat(500), `${'b'.repeat(60)}WORD`]);
  });

  test('leaves a character beyond U+FFFF out of the context rather than halving it', () => {
    const unit = makeUnit('u', `𠮷${'一'.repeat(31)}词${'二'.repeat(31)}𠮷`);
    const [quote] = describeTarget(unit, 'zh-Hans', { start: 33, end: 34 }).selector;
    expect([quote.prefix, quote.suffix]).toEqual(['一'.repeat(31), '二'.repeat(31)]);
  });

  test('widens a span that would halve a character', () => {
    const unit = makeUnit('u', '甲𠮷乙𠮷丙');
    const [quote, position] = describeTarget(unit, 'zh-Hans', { start: 2, end: 5 }).selector;
    expect(quote.exact).toBe('𠮷乙𠮷');
    expect(position).toMatchObject({ start: 1, end: 6 });
  });

  test.each([
    [{ start: 1, end: 1 }],
    [{ start: 2, end: 1 }],
    [{ start: -1, end: 1 }],
    [{ start: 0, end: 4 }],
    [{ start: Number.NaN, end: 2 }],
  ])('refuses %o, which holds no words of a segment of three', (span) => {
    expect(() => describeTarget(makeUnit('u', '甲乙丙'), 'zh-Hans', span)).toThrow(RangeError);
  });

  test('refuses an edition the unit has no text in', () => {
    expect(() => describeTarget(makeUnit('u', '甲'), 'ru', { start: 0, end: 1 })).toThrow(
      /ru segment of unit "u"/,
    );
  });

  test.prop([fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat()])(
    'puts prefix, words and suffix together as they stand in the segment, and passes the boundary',
    (text, a, b) => {
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      const target = describeTarget(makeUnit('u', text), 'zh-Hans', { start, end });
      const [quote, position] = target.selector;
      expect(text.slice(position.start, position.end)).toBe(quote.exact);
      expect(text.slice(position.start - quote.prefix.length, position.end + quote.suffix.length)).toBe(
        quote.prefix + quote.exact + quote.suffix,
      );
      for (const part of [quote.prefix, quote.exact, quote.suffix]) expect(part.isWellFormed()).toBe(true);
      expect(Math.max(quote.prefix.length, quote.suffix.length)).toBeLessThanOrEqual(MAX_CONTEXT_LENGTH);
      expect(annotationTargetSchema.safeParse(target).success).toBe(true);
    },
  );
});
