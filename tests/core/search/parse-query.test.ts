import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { parseQuery } from '../../../core/search/parse-query.ts';
import type { QueryNode } from '../../../core/search/query.ts';

/** A query tree in one line: zh:<主权> is a word, "…" a phrase, <…*> a prefix, - a negation. */
function print(node: QueryNode): string {
  switch (node.type) {
    case 'all':
      return node.nodes.map(print).join(' ');
    case 'not':
      return `-${print(node.node)}`;
    case 'term': {
      const field =
        node.field === null ? '' : `${node.field.kind === 'text' ? node.field.language : node.field.kind}:`;
      const text = { word: `<${node.text}>`, phrase: `"${node.text}"`, prefix: `<${node.text}*>` }[node.form];
      return `${field}${text}`;
    }
  }
}

function read(text: string): string {
  const { query } = parseQuery(text, ['zh-Hans', 'en', 'ru']);
  return query === null ? 'nothing' : print(query);
}

function problemsOf(text: string): readonly (readonly [string, string])[] {
  return parseQuery(text, ['zh-Hans', 'en', 'ru']).problems.map(({ code, span }) => [
    code,
    text.slice(span.start, span.end),
  ]);
}

describe('parseQuery', () => {
  test.each([
    ['主权', '<主权>'],
    ['主权 space', '<主权> <space>'],
    ['主权\u3000space', '<主权> <space>'],
    ['Information SPACE', '<information> <space>'],
    ['\uff29\uff23\uff34', '<ict>'],
    ['"new order"', '"new order"'],
    ['“新秩序”', '"新秩序"'],
    ['”新秩序“', '"新秩序"'],
    ['\uff02新秩序\uff02', '"新秩序"'],
    ['「新秩序」', '"新秩序"'],
    ['『新秩序』', '"新秩序"'],
    ['«новый порядок»', '"новый порядок"'],
    ['信息"new order"space', '<信息> "new order" <space>'],
    ['信息 -空间', '<信息> -<空间>'],
    ['信息 \uff0d空间', '<信息> -<空间>'],
    ['信息 \u2212空间', '<信息> -<空间>'],
    ['信息 -"new order"', '<信息> -"new order"'],
    ['zh:主权', 'zh:<主权>'],
    ['zh\uff1a主权', 'zh:<主权>'],
    ['ZH:主权', 'zh:<主权>'],
    ['zh: 主权', 'zh:<主权>'],
    ['zh-Hans:主权', 'zh-hans:<主权>'],
    ['ru:мир', 'ru:<мир>'],
    ['en:"new order"', 'en:"new order"'],
    ['note:检查 tag\uff1a重要', 'note:<检查> tag:<重要>'],
    ['主权 -en:sovereignty', '<主权> -en:<sovereignty>'],
    ['主权 en:-sovereignty', '<主权> -en:<sovereignty>'],
    ['inform*', '<inform*>'],
    ['inform\uff0a', '<inform*>'],
    ['en:sover* 网*', 'en:<sover*> <网*>'],
    ['2015年5月', '<2015年5月>'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(problemsOf(text)).toEqual([]);
  });

  test.each([
    ['和平、安全、开放\uff0c合作', '<和平> <安全> <开放> <合作>'],
    ['《联合声明》', '<联合声明>'],
    ['\uff08一\uff09 (two)', '<一> <two>'],
    ['达成以下共识\uff1a网络', '<达成以下共识> <网络>'],
    ['note that: space', '<note> <that> <space>'],
    ['https://example.org', '<https> <example.org>'],
    ['信息——空间', '<信息> <空间>'],
    ['foo--bar', '<foo> <bar>'],
  ])('drops the punctuation of %s', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(problemsOf(text)).toEqual([]);
  });

  test.each([
    "people's",
    'people’s',
    'inter-agency',
    '弗·弗·普京',
    'r&d',
    'u.s',
    '3.2',
    '10,000',
    '10\uff0c000',
  ])('keeps %s together', (text) => {
    expect(parseQuery(text).query?.nodes).toHaveLength(1);
  });

  test.each([
    ['"new order', '"new order"', [['unclosed-quote', '"']]],
    ['space “新秩序', '<space> "新秩序"', [['unclosed-quote', '“']]],
    ['"', 'nothing', [['unclosed-quote', '"']]],
    ['""', 'nothing', [['empty-phrase', '""']]],
    ['space “\uff0c”', '<space>', [['empty-phrase', '“\uff0c”']]],
    ['-', 'nothing', [['lone-dash', '-']]],
    ['information - space', '<information> <space>', [['lone-dash', '-']]],
    ['zh:', 'nothing', [['field-without-term', 'zh:']]],
    ['space zh\uff1a', '<space>', [['field-without-term', 'zh\uff1a']]],
    ['space -zh:', '<space>', [['field-without-term', '-zh:']]],
    ['zh:en:space', 'en:<space>', [['field-without-term', 'zh:']]],
    ['fr:paix', '<paix>', [['unknown-field', 'fr:']]],
    ['zn\uff1a主权', '<主权>', [['unknown-field', 'zn\uff1a']]],
    ['-space', 'nothing', [['only-negations', '-space']]],
    ['-space -"new order"', 'nothing', [['only-negations', '-space -"new order"']]],
    ['*', 'nothing', [['lone-star', '*']]],
    ['space * -order', '<space> -<order>', [['lone-star', '*']]],
    ['in*form', '<in*>', [['misplaced-star', 'in*form']]],
    ['*form', '<form>', [['misplaced-star', '*form']]],
    ['\uff0c。', 'nothing', [['nothing-to-find', '\uff0c。']]],
  ])('explains %s and still reads %s', (text, expected, problems) => {
    expect(read(text)).toBe(expected);
    expect(problemsOf(text)).toEqual(problems);
  });

  test.each(['', ' ', '\u3000\n'])('has nothing to say about the blank query %j', (text) => {
    expect(parseQuery(text)).toEqual({ query: null, problems: [] });
  });

  test('names the field and the word of a problem as they were typed', () => {
    expect(parseQuery('Titel:Space').problems[0]?.values).toEqual({ field: 'Titel' });
    expect(parseQuery('In*form').problems[0]?.values).toEqual({ word: 'In*' });
  });

  const querySigns = fc.constantFrom(
    '"',
    '“',
    '」',
    '「',
    '-',
    '*',
    ':',
    '\uff1a',
    ' ',
    'zh',
    'note',
    'a',
    '网',
    '\uff0c',
    '㈠',
  );

  test.prop([
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(querySigns).map((signs) => signs.join('')),
    ),
  ])('never throws, and explains what it cannot search for', (text) => {
    const { query, problems } = parseQuery(text);
    for (const { span } of problems) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    if (query === null && /[\p{L}\p{N}\p{P}]/u.test(text)) expect(problems).not.toEqual([]);
    if (query !== null) expect(query.nodes.some((node) => node.type === 'term')).toBe(true);
  });
});
