import { describe, expect, it } from 'vitest';
import {
  chooseDrawn,
  countFirst,
  drawMore,
  NO_LIST,
  type DrawnList,
} from '../../../../renderer/features/search/drawn-groups.ts';
import type { ResultGroup, ResultLine } from '../../../../renderer/features/search/result-groups.ts';

const LINE: ResultLine = {
  key: 'line',
  field: { kind: 'text', language: 'en' },
  excerpt: { text: 'order', spans: [], isCutBefore: false, isCutAfter: false },
  target: { workId: 'w', unit: 'u', language: 'en', span: undefined, annotationId: undefined },
};

/** An answer of so many groups: other objects every time, as every answer gives. */
function answer(count: number, of: Partial<ResultGroup> = {}): readonly ResultGroup[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `u${index}`,
    place: { kind: 'paragraph', number: `${index}`, titles: null, opensEntry: false, position: null },
    heading: undefined,
    lines: [LINE],
    via: undefined,
    ...of,
  }));
}

/** Draws on until there is no more. */
function drawAll(groups: readonly ResultGroup[], query: string, from: DrawnList): readonly DrawnList[] {
  const next = drawMore(groups, query, from, 5);
  return next === from ? [from] : [from, ...drawAll(groups, query, next)];
}

const whole = (groups: readonly ResultGroup[], query: string): DrawnList =>
  drawAll(groups, query, NO_LIST).at(-1) ?? NO_LIST;

describe('how many groups fill a window', () => {
  it('is as many as it takes when each is as low as can be', () => {
    // A group with one line is 61 px high at least.
    expect(countFirst(answer(100), 610)).toBe(10);
    expect(countFirst(answer(100), 611)).toBe(11);
  });

  it('is fewer where a group has more lines, or a heading', () => {
    const few = countFirst(answer(100), 800);
    expect(countFirst(answer(100, { lines: [LINE, LINE] }), 800)).toBeLessThan(few);
    const heading = { workId: 'w', titles: {}, count: 1 };
    expect(countFirst(answer(100, { heading }), 800)).toBeLessThan(few);
  });

  it('is all of a short list', () => {
    expect(countFirst(answer(3), 800)).toBe(3);
    expect(countFirst([], 800)).toBe(0);
  });
});

describe('what is drawn at once of the results', () => {
  it('is the beginning of the answer to a new query, in its order', () => {
    const groups = answer(100);
    const drawn = chooseDrawn(groups, 'ab', whole(answer(100), 'a'), 5);
    expect(drawn).toHaveLength(5);
    expect(drawn.every((group, index) => group === groups[index])).toBe(true);
  });

  it('is as much of it as has been drawn', () => {
    const groups = answer(100);
    const more = drawMore(groups, 'a', NO_LIST, 5);
    expect(chooseDrawn(groups, 'a', more, 5)).toEqual(groups.slice(0, more.count));
    expect(chooseDrawn(groups, 'a', whole(groups, 'a'), 5)).toEqual(groups);
  });

  it('stays the whole list, while the next query has no answer yet', () => {
    const groups = answer(100);
    expect(chooseDrawn(groups, 'ab', whole(groups, 'a'), 5)).toEqual(groups);
  });

  it('stays the former list where the same query is answered anew, so that nothing scrolls away', () => {
    const before = answer(100);
    expect(chooseDrawn(answer(99), 'a', whole(before, 'a'), 5)).toEqual(before);
  });
});

describe('what is drawn next', () => {
  it('is somewhat more each time, until it is all', () => {
    const groups = answer(100);
    const counts = drawAll(groups, 'a', whole(answer(100), 'b')).map(({ count }) => count);
    const steps = counts.slice(2).map((count, index) => count - (counts[index + 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThan(20);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(counts.at(-1)).toBeGreaterThanOrEqual(100);
  });

  it('is as much of the answer as stood there of the former one to the same query', () => {
    const groups = answer(99);
    const next = drawMore(groups, 'a', whole(answer(100), 'a'), 5);
    expect(chooseDrawn(groups, 'a', next, 5)).toEqual(groups);
  });

  it('is nothing where all of it is there', () => {
    const groups = answer(100);
    const all = whole(groups, 'a');
    expect(drawMore(groups, 'a', all, 5)).toBe(all);
  });
});
