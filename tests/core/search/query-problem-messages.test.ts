import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../core/search/parse-query.ts';
import { QUERY_PROBLEM_CODES } from '../../../core/search/query.ts';
import english from '../../../resources/messages/en/search-problems.json';
import chinese from '../../../resources/messages/zh-Hans/search-problems.json';

const keys = QUERY_PROBLEM_CODES.map((code) => `search.problem.${code}`).toSorted();

function placeholders(message: string): readonly string[] {
  return Array.from(message.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '').toSorted();
}

describe.each([
  ['English', english],
  ['Chinese', chinese],
])('the %s words for problems of a query', (_language, messages) => {
  test('exist for every problem and for nothing else', () => {
    expect(Object.keys(messages).toSorted()).toEqual(keys);
  });

  const asked = '"a | "" | - | zh: | xx:a | -a | * | a*b | \uff0c | (a | a) | a NEAR (b c) | word~3 | 主~';
  test.each([...asked.split(' | '), 'a |', 'linked:a', 'kind:a', 'colour:a', 'has:a'])(
    'ask for the very values that the problem of %s carries',
    (query) => {
      const problem = parseQuery(query).problems[0];
      const message = new Map(Object.entries(messages)).get(`search.problem.${problem?.code ?? ''}`) ?? '';
      expect(placeholders(message)).toEqual(Object.keys(problem?.values ?? {}).toSorted());
    },
  );
});
