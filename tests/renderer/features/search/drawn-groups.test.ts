import { describe, expect, it } from 'vitest';
import { chooseDrawn, NO_LIST } from '../../../../renderer/features/search/drawn-groups.ts';
import type { ResultGroup } from '../../../../renderer/features/search/result-groups.ts';

/** An answer of so many groups: other objects every time, as every answer gives. */
function answer(count: number): readonly ResultGroup[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `u${index}`,
    place: { kind: 'paragraph', number: `${index}`, titles: null, opensEntry: false, position: null },
    heading: undefined,
    lines: [],
    via: undefined,
  }));
}

describe('what is drawn at once of the results', () => {
  it('is all of it where it is short', () => {
    const groups = answer(3);
    expect(chooseDrawn(groups, 'a', NO_LIST)).toBe(groups);
  });

  it('is the beginning of the answer to a new query, in its order', () => {
    const groups = answer(100);
    const drawn = chooseDrawn(groups, 'ab', { query: 'a', groups: answer(100) });
    expect(drawn.length).toBeLessThan(groups.length);
    expect(drawn).not.toEqual([]);
    expect(drawn.every((group, index) => group === groups[index])).toBe(true);
  });

  it('is all of it once all of it has been drawn', () => {
    const groups = answer(100);
    expect(chooseDrawn(groups, 'a', { query: 'a', groups })).toBe(groups);
  });

  it('stays the whole list, while the next query has no answer yet', () => {
    const groups = answer(100);
    expect(chooseDrawn(groups, 'ab', { query: 'a', groups })).toBe(groups);
  });

  it('stays the whole former list where the same query is answered anew, so that nothing scrolls away', () => {
    const before = answer(100);
    expect(chooseDrawn(answer(99), 'a', { query: 'a', groups: before })).toBe(before);
  });
});
