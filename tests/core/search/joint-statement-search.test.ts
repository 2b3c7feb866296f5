import { describe, expect, test } from 'vitest';
import type { Unit } from '../../../core/text/work.ts';
import { BUNDLED_LIBRARY, readWorkFile, workFilePath } from '../../../tools/library-files.ts';
import { makeNote } from './make-work.ts';
import { marksIn, openSearch, unitsFound } from './search-work.ts';

const work = await readWorkFile(workFilePath(BUNDLED_LIBRARY, 'joint-statement-2016'));
const search = openSearch(work);

const zh = (pattern: RegExp) => (unit: Unit) => pattern.test(unit.segments['zh-Hans'] ?? '');
const en = (pattern: RegExp) => (unit: Unit) => pattern.test(unit.segments['en'] ?? '');

// What each query asks for, said once more as a scan of the text: regular expressions written from reading it.
const CASES: readonly (readonly [string, (unit: Unit) => boolean])[] = [
  ['信息', zh(/信息/)],
  ['网络空间', zh(/网络空间/)],
  ['络空间新', zh(/络空间新/)],
  ['国', zh(/国/)],
  ['2015年5月', zh(/2015年5月/)],
  ['5月', zh(/5月/)],
  ['二〇一六年', zh(/二○一六年/)],
  ['二○一六', zh(/二○一六/)],
  ['弗·弗·普京', zh(/弗·弗·普京/)],
  ['和平、安全、开放', (unit) => [/和平/, /安全/, /开放/].every((pattern) => zh(pattern)(unit))],
  ['“和平、安全、开放”', zh(/和平、安全、开放/)],
  ['“网络主权\uff0c反对”', zh(/网络主权\uff0c反对/)],
  ['中俄 合作', (unit) => zh(/中俄/)(unit) && zh(/合作/)(unit)],
  ['网络 -空间', (unit) => zh(/网络/)(unit) && !zh(/空间/)(unit)],
  ['主权 -“网络主权”', (unit) => zh(/主权/)(unit) && !zh(/网络主权/)(unit)],
  ['互联网 internet', (unit) => zh(/互联网/)(unit) && en(/\binternet\b/i)(unit)],
  ['网络 internet -互联网', (unit) => zh(/网络/)(unit) && !zh(/互联网/)(unit) && en(/\binternet\b/i)(unit)],
  ['space', en(/\bspace\b/i)],
  ['sovereignty', en(/\bsovereignty\b/i)],
  ['country', en(/\bcountr(y|ies)\b/i)],
  ['countries', en(/\bcountr(y|ies)\b/i)],
  ['cooperate', en(/\bcooperat(ion|ive)\b/i)],
  ['developing', en(/\bdevelop(ing|ment)?\b/i)],
  ['the', en(/\bthe\b/i)],
  ['UN', en(/\bUN\b/)],
  ["people's", en(/\bpeoples?'s\b/i)],
  ['ICT', en(/\bICTs?\b/)],
  ['"joint statement"', en(/\bjoint statement\b/i)],
  ['"information security"', en(/\binformation security\b/i)],
  ['“in information space”', en(/\bin information space\b/i)],
  ['inter-agency', en(/\binter-agency\b/i)],
  ['"research & development"', en(/\bresearch & development\b/i)],
  ['inter*', en(/\binter/i)],
  ['sover*', en(/\bsover/i)],
  ['en:5', en(/\b5\b/)],
  ['zh:主权 en:sovereignty', (unit) => zh(/主权/)(unit) && en(/\bsovereignty\b/i)(unit)],
  ['security -threat', (unit) => en(/\bsecur(ity|e)\b/i)(unit) && !en(/\bthreats?\b/i)(unit)],
  ['China Russia', (unit) => en(/\bChina\b/)(unit) && en(/\bRussia\b/)(unit)],
  ['June 2016', (unit) => en(/\bJune\b/)(unit) && en(/\b2016\b/)(unit)],
  ['\uff50\uff55\uff54\uff49\uff4e', en(/\bPUTIN\b/)],
];

describe('in the joint statement', () => {
  test.each(CASES)('%s finds what a scan of the text finds', (query, matches) => {
    const expected = work.units.filter(matches).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(unitsFound(search(query)).toSorted()).toEqual(expected.toSorted());
  });

  test.each([
    ['新秩序', ['recital-uphold', 'item-5']],
    ['网络主权', ['item-1']],
    ['有权', ['recital-advocate']],
    ['数字鸿沟', ['item-4']],
    ['主任', ['implementation-representatives']],
    ['roadmap', ['implementation-authorities']],
    ['Jinping', ['signature-china']],
    ['Beijing', ['place']],
    ['“北京”', ['place']],
    ['new order', ['implementation-representatives']],
    ['"new order"', []],
    ['zh:sovereignty', []],
    ['en:主权', []],
    ['-信息 -the', []],
  ])('%s finds what a reader finds', (query, expected) => {
    expect(unitsFound(search(query))).toHaveLength(expected.length);
    expect(unitsFound(search(query))).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    ['the title, then the words as they were typed', 'information space development', 'title'],
    ['the title for a Chinese word of it', '联合声明', 'title'],
    ['a short unit before long ones', 'consensus', 'have-reached'],
  ])('comes first: %s', (_what, query, first) => {
    expect(unitsFound(search(query))[0]).toBe(first);
  });

  test('words that follow each other come before words that stand apart', () => {
    const found = unitsFound(search('information technologies'));
    expect(found.slice(0, 2).toSorted()).toEqual(['implementation-representatives', 'recital-recognize']);
    expect(found).toContain('opening');
  });

  test('hits are marked in both languages at their places', () => {
    expect(marksIn(work, search('zh:主权 sovereignty -national')[0])).toEqual([
      'zh-Hans: 主权',
      'zh-Hans: 主权',
      'en: sovereignty',
    ]);
  });

  test('a note joins the text of its unit', () => {
    const notes = [makeNote('n', 'item-5', '与第四项的 new order 对比', ['译法'])];
    const withNotes = openSearch(work, notes);
    expect(unitsFound(withNotes('新秩序 "new order"'))).toEqual(['item-5']);
    expect(marksIn(work, withNotes('tag:译法')[0], notes)).toEqual(['tag: 译法']);
  });
});
