import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../core/search/parse-query.ts';
import { suggestQueries } from '../../../../renderer/features/search/suggest-queries.ts';

describe('wider searches', () => {
  it.each([
    ['合作 -经济', { kind: 'without-exclusions', query: '合作' }],
    ['cooperation -"economic growth" en:-x', { kind: 'without-exclusions', query: 'cooperation en:-x' }],
    ['zh:主权 tag: 考试', { kind: 'everywhere', query: '主权 考试' }],
    ['"new order"', { kind: 'without-quotes', query: 'new order' }],
    ['「新秩序」', { kind: 'without-quotes', query: '新秩序' }],
    ['sovereign', { kind: 'beginnings', query: 'sovereign*' }],
    ['sovreignty', { kind: 'similar', query: 'sovreignty~' }],
    ['网络 安全', { kind: 'any-word', query: '网络 OR 安全' }],
    ['en:主权', { kind: 'other-language', query: 'zh:主权' }],
    ['zh:"new order" 合作', { kind: 'other-language', query: 'en:"new order" 合作' }],
    ['en-GB:суверенитет', { kind: 'other-language', query: 'ru:суверенитет' }],
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

  it.each([
    ['网络 OR 安全', 'any-word'],
    ['网络 -安全', 'any-word'],
    ['网络 NEAR 安全', 'any-word'],
    ['zh:主权', 'other-language'],
    ['en:order', 'other-language'],
    ['UN', 'similar'],
  ])('of %s are not %s', (query, kind) => {
    expect(suggestQueries(query).map((suggestion) => suggestion.kind)).not.toContain(kind);
  });

  it('can all be read without a problem', () => {
    for (const query of [
      'zh:主权 -经济',
      '"new order"',
      'en:主权 note:check',
      'sovereign',
      '网络 安全',
      'sovreignty',
    ]) {
      for (const suggestion of suggestQueries(query)) {
        expect(parseQuery(suggestion.query).problems).toEqual([]);
      }
    }
  });
});
