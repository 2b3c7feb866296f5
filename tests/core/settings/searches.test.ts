import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  findSavedSearch,
  forgetRecentSearches,
  NO_SEARCHES,
  RECENT_SEARCHES,
  rememberSearch,
  removeSavedSearch,
  SAVED_SEARCHES,
  saveSearch,
  SEARCH_NAME_LENGTH,
  searchesSchema,
  type Searches,
} from '../../../core/settings/searches.ts';

function remember(...queries: readonly string[]): Searches {
  return queries.reduce(rememberSearch, NO_SEARCHES);
}

describe('recent searches', () => {
  it('are the latest first, each once', () => {
    expect(remember('a', 'b', 'a ', ' c').recent).toEqual(['c', 'a', 'b']);
  });

  it('are no more than a reader looks through', () => {
    const many = remember(...Array.from({ length: RECENT_SEARCHES + 3 }, (_, index) => `q${index}`));
    expect(many.recent).toHaveLength(RECENT_SEARCHES);
    expect(many.recent[0]).toBe(`q${RECENT_SEARCHES + 2}`);
  });

  it.each([
    ['nothing', '  '],
    ['the same again', 'a'],
    ['what is too long', 'x'.repeat(501)],
  ])('stay the same object for %s', (_name, query) => {
    const before = remember('a');
    expect(rememberSearch(before, query)).toBe(before);
  });

  it('can be forgotten; what was saved stays', () => {
    const saved = saveSearch(remember('a'), { name: 'A', query: 'a' });
    expect(forgetRecentSearches(saved)).toEqual({ recent: [], saved: [{ name: 'A', query: 'a' }] });
  });
});

describe('saved searches', () => {
  const saved = saveSearch(saveSearch(NO_SEARCHES, { name: 'One', query: 'a' }), { name: '', query: 'b ' });

  it('have a name, or else are called as they read', () => {
    expect(saved.saved).toEqual([
      { name: 'One', query: 'a' },
      { name: 'b', query: 'b' },
    ]);
  });

  it('are renamed in their place', () => {
    expect(saveSearch(saved, { name: 'Two', query: 'a' }).saved.map(({ name }) => name)).toEqual([
      'Two',
      'b',
    ]);
  });

  it('are found by their query, and removed', () => {
    expect(findSavedSearch(saved, 'a')?.name).toBe('One');
    expect(removeSavedSearch(saved, 'a').saved).toEqual([{ name: 'b', query: 'b' }]);
  });

  it('are refused where there are too many; a saved one can still be renamed', () => {
    const full = Array.from({ length: SAVED_SEARCHES }, (_, index) => `q${index}`).reduce(
      (all, query) => saveSearch(all, { name: '', query }),
      NO_SEARCHES,
    );
    expect(saveSearch(full, { name: '', query: 'more' })).toBe(full);
    expect(saveSearch(full, { name: 'x', query: 'q0' }).saved[0]).toEqual({ name: 'x', query: 'q0' });
  });
});

type Step = (searches: Searches) => Searches;
const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ minLength: 75, maxLength: 600, unit: 'grapheme' }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  text.map(
    (query): Step =>
      (searches) =>
        rememberSearch(searches, query),
  ),
  fc.record({ name: text, query: text }).map(
    (search): Step =>
      (searches) =>
        saveSearch(searches, search),
  ),
  text.map(
    (query): Step =>
      (searches) =>
        removeSavedSearch(searches, query),
  ),
);

test.prop([fc.array(step, { maxLength: 40 })])(
  'whatever is done, it can be written and read again',
  (steps) => {
    const searches = steps.reduce((current, act) => act(current), NO_SEARCHES);
    expect(searchesSchema.safeParse(searches).success).toBe(true);
    expect(searches.saved.every(({ name }) => name.length <= SEARCH_NAME_LENGTH)).toBe(true);
    expect(new Set(searches.saved.map(({ query }) => query)).size).toBe(searches.saved.length);
  },
);
