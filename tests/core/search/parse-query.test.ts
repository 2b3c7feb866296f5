import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { parseQuery } from '../../../core/search/parse-query.ts';
import type { FieldFilter, QueryNode, TermNode } from '../../../core/search/query.ts';

/** A query tree in one line: zh:<主权> is a word, "…" a phrase, <…*> a prefix, - a negation, {…} a filter. */
function print(node: QueryNode): string {
  switch (node.type) {
    case 'all':
      return node.nodes.map(printInner).join(' ');
    case 'any':
      return node.nodes.map(printInner).join(' | ');
    case 'not':
      return `-${printInner(node.node)}`;
    case 'near':
      return node.terms
        .map((wordings, index) => {
          const distance = node.distances[index - 1];
          const term = wordings.map(print).join('|');
          return distance === undefined ? term : `near/${distance} ${term}`;
        })
        .join(' ');
    case 'linked':
      return `[${print(node.from)}→${print(node.to)}]`;
    case 'filter': {
      const { by, ...rest } = node.filter;
      const parts = 'term' in rest ? [rest.term.form, rest.term.text] : Object.values(rest).map(String);
      return `{${[by, ...parts].join(' ')}}`;
    }
    case 'term':
      return `${printField(node.field)}${printWords(node)}`;
  }
}

function printInner(node: QueryNode): string {
  return node.type === 'all' || node.type === 'any' || node.type === 'near'
    ? `(${print(node)})`
    : print(node);
}

function printField(field: FieldFilter | null): string {
  if (field === null) return '';
  return `${field.kind === 'text' ? field.language : field.kind}:`;
}

function printWords({ form, text }: TermNode): string {
  switch (form) {
    case 'word':
      return `<${text}>`;
    case 'phrase':
      return `"${text}"`;
    case 'prefix':
      return `<${text}*>`;
    case 'fuzzy-1':
      return `<${text}~1>`;
    case 'fuzzy-2':
      return `<${text}~2>`;
  }
}

const NAMES = { languages: ['zh-Hans', 'en', 'ru', 'kk'], colors: { red: 'Key term', blue: '疑问' } };

function read(text: string): string {
  const { query } = parseQuery(text, NAMES);
  return query === null ? 'nothing' : print(query);
}

function problemsOf(text: string): readonly (readonly [string, string])[] {
  return parseQuery(text, NAMES).problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
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
    ['kk:бейбітшілік', 'kk:<бейбітшілік>'],
    ['a & b', '<a> <b>'],
    ['主权&sovereignty', '<主权> <sovereignty>'],
    ['zh:主权&en:-sovereignty', 'zh:<主权> -en:<sovereignty>'],
    ['zh:主权 & en:-sovereignty', 'zh:<主权> -en:<sovereignty>'],
    ['zh\uff1a主权\uff06en\uff1a\uff0dsovereignty', 'zh:<主权> -en:<sovereignty>'],
    ['a AND b', '<a> <b>'],
    ['"a"AND"b"', '"a" "b"'],
    ['a && b', '<a> <b>'],
    ['a and b', '<a> <and> <b>'],
    ['a | b', '(<a> | <b>)'],
    ['a|b', '(<a> | <b>)'],
    ['a || b', '(<a> | <b>)'],
    ['a\uff5cb', '(<a> | <b>)'],
    ['a OR b', '(<a> | <b>)'],
    ['a or b', '<a> <or> <b>'],
    ['a b | c d', '((<a> <b>) | (<c> <d>))'],
    ['a (b | c) d', '<a> (<b> | <c>) <d>'],
    ['a\uff08b\uff5cc\uff09', '<a> (<b> | <c>)'],
    ['a -(b | c)', '<a> -(<b> | <c>)'],
    ['a -(b c)', '<a> -(<b> <c>)'],
    ['a NOT b', '<a> -<b>'],
    ['a NOT (b | c)', '<a> -(<b> | <c>)'],
    ['a AND NOT b', '<a> -<b>'],
    ['a not b', '<a> <not> <b>'],
    ['a (-b -c)', '<a> -<b> -<c>'],
    ['a -(-b -c)', '<a> (<b> | <c>)'],
    ['a -(-b)', '<a> <b>'],
    ['((a))', '<a>'],
    ['en:(new order)', 'en:<new> en:<order>'],
    ['en:(new | old) order', '(en:<new> | en:<old>) <order>'],
    ['en:(new zh:旧)', 'en:<new> zh:<旧>'],
    ['note:-(a | b) c', '-(note:<a> | note:<b>) <c>'],
    ['a NEAR/3 b', '(<a> near/3 <b>)'],
    ['a NEAR b', '(<a> near/10 <b>)'],
    ['a NEAR/0 "b c" d', '(<a> near/0 "b c") <d>'],
    ['a NEAR/2 b NEAR/4 c*', '(<a> near/2 <b> near/4 <c*>)'],
    ['(a | b) NEAR/5 c', '(<a>|<b> near/5 <c>)'],
    ['zh:(网络 NEAR/3 主权)', '(zh:<网络> near/3 zh:<主权>)'],
    ['a -(b NEAR/1 c)', '<a> -(<b> near/1 <c>)'],
    ['near the end', '<near> <the> <end>'],
    ['NEAR/x', '<near/x>'],
    ['sovreignty~', '<sovreignty~1>'],
    ['sovreignty~1', '<sovreignty~1>'],
    ['sovreignty\uff5e2', '<sovreignty~2>'],
    ['sovreignty~0', '"sovreignty"'],
    ['en:sovreignty~ a', 'en:<sovreignty~1> <a>'],
    ['3~5', '<3> <5>'],
    ['foo~bar', '<foo> <bar>'],
    ['unit:3.2', '{unit 3.2 false}'],
    ['unit:3*', '{unit 3 true}'],
    ['unit:item-3', '{unit item-3 false}'],
    ['unit:(3 | 4)', '({unit 3 false} | {unit 4 false})'],
    ['kind:heading', '{kind heading}'],
    ['kind\uff1aHeading a', '{kind heading} <a>'],
    ['a -kind:title', '<a> -{kind title}'],
    ['work:"joint statement"', '{work phrase joint statement}'],
    ['work:joint-statement-2016', '{work word joint-statement-2016}'],
    ['colour:red', '{color red}'],
    ['color:yellow', '{color yellow}'],
    ['colour:"key term"', '{color red}'],
    ['colour:key', '{color red}'],
    ['colour:term', '{color red}'],
    ['colour\uff1a疑问', '{color blue}'],
    ['colour:(red | 疑问)', '({color red} | {color blue})'],
    ['has:note', '{note}'],
    ['a -has:note', '<a> -{note}'],
    ['linked:"主权"→"sovereignty"', '["主权"→"sovereignty"]'],
    ['linked:主权->sovereignty', '[<主权>→<sovereignty>]'],
    ['linked: 主权 => sover*', '[<主权>→<sover*>]'],
    ['linked\uff1a「主权」→“sovereignty”', '["主权"→"sovereignty"]'],
    ['linked:zh:主权→en:sovereignty', '[zh:<主权>→en:<sovereignty>]'],
    ['linked:(主权→sovereignty | 国→country)', '([<主权>→<sovereignty>] | [<国>→<country>])'],
    ['a -linked:主权→sovereignty', '<a> -[<主权>→<sovereignty>]'],
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
    ['()', 'nothing', [['nothing-to-find', '()']]],
    ['a | ', '<a>', [['operator-without-term', '|']]],
    ['| a', '<a>', [['operator-without-term', '|']]],
    ['OR a', '<a>', [['operator-without-term', 'OR']]],
    ['a &', '<a>', [['operator-without-term', '&']]],
    ['a AND ', '<a>', [['operator-without-term', 'AND']]],
    ['a NOT', '<a>', [['operator-without-term', 'NOT']]],
    ['a NEAR/3 ', '<a>', [['operator-without-term', 'NEAR/3']]],
    ['NEAR/3 a', '<a>', [['operator-without-term', 'NEAR/3']]],
    ['NOT', 'nothing', [['operator-without-term', 'NOT']]],
    ['a | -b', '<a>', [['only-negations', '-b']]],
    [
      '-a | -b',
      'nothing',
      [
        ['only-negations', '-a'],
        ['only-negations', '-b'],
      ],
    ],
    ['-(a | b)', 'nothing', [['only-negations', '-(a | b)']]],
    ['(a | b', '(<a> | <b>)', [['unclosed-parenthesis', '(']]],
    ['a) b) c', '<a> <b> <c>', [['unopened-parenthesis', ')']]],
    ['zh:(', 'nothing', [['unclosed-parenthesis', '(']]],
    ['a NEAR/3 -b', '<a> -<b>', [['near-without-words', 'a NEAR/3 -b']]],
    ['a NEAR/3 (b c)', '<a> (<b> <c>)', [['near-without-words', 'a NEAR/3 (b c)']]],
    ['kind:item NEAR a', '{kind item} <a>', [['near-without-words', 'kind:item NEAR a']]],
    ['sovereignty~5', '<sovereignty~2>', [['fuzzy-too-far', 'sovereignty~5']]],
    ['主权~', '<主权>', [['fuzzy-chinese', '主权~']]],
    ['linked:主权', '<主权>', [['linked-incomplete', '主权']]],
    ['linked:主权→', '<主权>', [['linked-incomplete', '主权→']]],
    ['linked:', 'nothing', [['field-without-term', 'linked:']]],
    ['kind:chapter a', '<a>', [['unknown-kind', 'chapter']]],
    ['colour:pink', 'nothing', [['unknown-color', 'pink']]],
    ['has:notes', 'nothing', [['unknown-property', 'notes']]],
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
    expect(parseQuery('Space Or NEAR/3').problems[0]?.values).toEqual({ operator: 'NEAR/3' });
    expect(parseQuery('colour:“Pink”', NAMES).problems[0]?.values).toEqual({
      color: 'Pink',
      colors: 'yellow, green, 疑问, Key term, violet',
    });
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
    '(',
    ')',
    '|',
    '&',
    '~',
    '→',
    ' NEAR/2 ',
    ' OR ',
    ' NOT ',
    'linked:',
    'unit:',
    'kind:item',
    'has:note',
    'colour:red',
  );

  /** The promises of query.ts about where a negation may stand. */
  function isSound(node: QueryNode): boolean {
    switch (node.type) {
      case 'all':
        return node.nodes.some(({ type }) => type !== 'not') && node.nodes.every(isSound);
      case 'any':
        return node.nodes.length > 1 && node.nodes.every((inner) => inner.type !== 'not' && isSound(inner));
      case 'not':
        return node.node.type !== 'not' && isSound(node.node);
      case 'near':
        return node.terms.length > 1 && node.distances.length === node.terms.length - 1;
      case 'linked':
      case 'filter':
      case 'term':
        return true;
    }
  }

  test.prop([
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(querySigns, { maxLength: 30 }).map((signs) => signs.join('')),
    ),
  ])('never throws, and explains what it cannot search for', (text) => {
    const { query, problems } = parseQuery(text);
    for (const { span } of problems) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    if (query === null && /[\p{L}\p{N}\p{P}]/u.test(text)) expect(problems).not.toEqual([]);
    if (query !== null) expect(isSound(query)).toBe(true);
  });

  test.each([['('], ['-('], ['en:('], ['zh:'], ['linked:'], ['a NEAR '], ['NOT '], ['a|']])(
    'reads %s ten thousand times over',
    (part) => {
      expect(() => parseQuery(part.repeat(10_000))).not.toThrow();
    },
  );
});
