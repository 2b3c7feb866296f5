import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../core/search/parse-query.ts';
import { quoteWords, suggestQueries } from '../../../../renderer/features/search/suggest-queries.ts';

describe('wider searches', () => {
  it.each([
    ['合作 -经济', { kind: 'without-exclusions', query: '合作' }],
    ['cooperation -"economic growth" en:-x', { kind: 'without-exclusions', query: 'cooperation en:-x' }],
    ['zh:主权 tag: 考试', { kind: 'everywhere', query: '主权 考试' }],
    ['"new order"', { kind: 'without-quotes', query: 'new order' }],
    ['「新秩序」', { kind: 'without-quotes', query: '新秩序' }],
    ['sovereign', { kind: 'beginnings', query: 'sovereign*' }],
  ])('than %s include %o', (query, suggestion) => {
    expect(suggestQueries(query)).toContainEqual(suggestion);
  });

  it.each(['主权', 'inter*', 'UN', '-主权', ''])(
    'than %j are not suggested where there are none',
    (query) => {
      expect(suggestQueries(query)).toEqual([]);
    },
  );

  it('do not take a hyphen inside a word for an exclusion', () => {
    expect(suggestQueries('inter-agency').map(({ kind }) => kind)).toEqual(['beginnings']);
  });

  it('can all be read without a problem', () => {
    for (const query of ['zh:主权 -经济', '"new order"', 'en:security note:check', 'sovereign']) {
      for (const suggestion of suggestQueries(query)) {
        expect(parseQuery(suggestion.query).problems).toEqual([]);
      }
    }
  });
});

describe('looking for selected words', () => {
  it.each([
    ['网络主权', '网络主权'],
    ['sovereignty', 'sovereignty'],
    ['sovereignty in\n information space', '"sovereignty in information space"'],
    ['the “new order”', '"the new order"'],
    ['inter-ethnic', '"inter-ethnic"'],
    ['主权，反对', '"主权，反对"'],
  ])('%j is asked as %s', (words, query) => {
    expect(quoteWords(words)).toBe(query);
    expect(parseQuery(query).problems).toEqual([]);
  });
});
