import { describe, expect, it } from 'vitest';
import { isMeasuredInCharacters, measureEditions } from '../../../core/text/measure-editions.ts';
import type { Work } from '../../../core/text/work.ts';
import { sampleWork } from './sample-work.ts';

function lengthOf(language: string, ...texts: readonly string[]): number | undefined {
  const work: Work = {
    ...sampleWork,
    editions: [
      { language, title: 'T', status: 'unknown', source: { name: 'S', date: '2016-06-27', notes: [] } },
    ],
    units: texts.map((text, index) => ({
      id: `u${index}`,
      kind: 'item',
      segments: { [language]: text },
    })),
  };
  return measureEditions(work)[language];
}

describe('the length of an edition', () => {
  it.each<[string, readonly string[], number]>([
    ['zh-Hans', ['尊重网络主权。', '构建新秩序；'], 11],
    ['zh-Hans', ['2016年'], 2],
    ['en', ['Respect every country’s sovereignty.', 'Build — an order.'], 8],
    ['ru', ['Уважать суверенитет'], 2],
    ['en', ['', '…'], 0],
  ])('in %s of %j is %i', (language, texts, length) => {
    expect(lengthOf(language, ...texts)).toBe(length);
  });

  it('is given in characters where a language is written without spaces', () => {
    expect(['zh-Hans', 'zh', 'ja', 'en', 'ru', 'za'].map(isMeasuredInCharacters)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
