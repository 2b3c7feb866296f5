import { expect, test } from 'vitest';
import { formatQuery, parseBenchQuery } from './bench-query.ts';

test.each([
  ['网络', 'han2', 'zh:网络'],
  ['的', 'han1', 'zh:的'],
  ['信息网络空间主权', 'han6', 'zh:信息网络空间主权'],
  ['security', 'word', 'en:security'],
  ['connect*', 'prefix', 'en:connect*'],
  ['"Hard disk"', 'phrase', 'en:"hard disk"'],
  ['网络 主权', 'han words', 'zh:网络 zh:主权'],
  ['zh:网络 en:security', 'mixed', 'zh:网络 en:security'],
  ['网络 -en:security', 'negation', 'zh:网络 -en:security'],
])('%s is a query of the kind %s', (line, kind, formatted) => {
  const query = parseBenchQuery(line);
  expect(query.kind).toBe(kind);
  expect(formatQuery(query)).toBe(formatted);
  expect(parseBenchQuery(formatted)).toEqual(query);
});

test.each(['', '-security', '!?', '5月', 'e-mail'])('%j is refused', (line) => {
  expect(() => parseBenchQuery(line)).toThrow(/.+/u);
});
