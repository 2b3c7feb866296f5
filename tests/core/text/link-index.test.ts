import { describe, expect, it } from 'vitest';
import { findCounterpart, findLinkAt, findNullLinks, indexLinks } from '../../../core/text/link-index.ts';
import { sampleWork } from './sample-work.ts';

const index = indexLinks(sampleWork);
const english = sampleWork.units[1]?.segments['en'] ?? '';

function answer(start: number, end: number) {
  const place = { language: 'zh-Hans', span: { start, end } };
  return findCounterpart(index, 'item-1', place, { language: 'en', text: english }).map((span) =>
    english.slice(span.start, span.end),
  );
}

describe('finding the link at a place', () => {
  it('finds the phrase the place lies in', () => {
    expect(findLinkAt(index, 'item-1', 'zh-Hans', 5)?.spans['en']).toEqual([{ start: 23, end: 43 }]);
  });

  it('finds nothing on words that are not linked, and right behind a phrase', () => {
    expect(findLinkAt(index, 'item-1', 'zh-Hans', 0)).toBeUndefined();
    expect(findLinkAt(index, 'item-1', 'zh-Hans', 8)).toBeUndefined();
  });

  it('knows the words that stand in one language only', () => {
    expect(findNullLinks(index, 'item-2')).toHaveLength(1);
    expect(findNullLinks(index, 'item-1')).toHaveLength(0);
  });
});

describe('finding the counterpart of words', () => {
  it('gives the linked phrase, also for a part of it', () => {
    expect(answer(2, 4)).toEqual(['Respect']);
    expect(answer(3, 4)).toEqual(['Respect']);
  });

  it('joins phrases that only white space parts', () => {
    expect(answer(4, 8)).toEqual(['sovereignty in information space']);
  });

  it('has no answer for words without a counterpart', () => {
    const place = { language: 'zh-Hans', span: { start: 4, end: 5 } };
    expect(findCounterpart(index, 'item-2', place, { language: 'en', text: '2. Build an order;' })).toEqual(
      [],
    );
  });
});
