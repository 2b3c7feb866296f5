import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { createPartCollector, sendInParts } from '../../../tools/electron-standin/chunked-text.ts';

property.prop([fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 7 })])(
  'texts sent in parts one after the other are collected as they were',
  (texts, partLength) => {
    const collect = createPartCollector();
    const collected: string[] = [];
    for (const text of texts) {
      sendInParts(
        text,
        (part) => {
          expect(part.length).toBeLessThanOrEqual(partLength + 1);
          const whole = collect(part);
          if (whole !== null) collected.push(whole);
        },
        partLength,
      );
    }
    expect(collected).toEqual(texts);
  },
);

test('a short text is one part', () => {
  const parts: string[] = [];
  sendInParts('short', (part) => parts.push(part));
  expect(parts).toEqual(['.short']);
});
