import { describe, expect, test } from 'vitest';
import type { Unit } from '../../../core/text/work.ts';
import { BUNDLED_LIBRARY, readWorkFile, workFilePath } from '../../../tools/library-files.ts';
import { isNear } from './count-tokens.ts';
import { makeNote } from './make-work.ts';
import { openSearch, unitsFound } from './search-work.ts';

// The table of queries on the joint statement: what a reader types, and which units that means. What it means is said
// once more by a literal reading of the text (regular expressions, lists of words, ids read off the text by eye), which
// shares no code with the program; the forms of a word are those that the text has.

const work = await readWorkFile(workFilePath(BUNDLED_LIBRARY, 'joint-statement-2016'));

const notes = [
  { ...makeNote('n1', 'item-1', '核对 sovereignty 的译法', ['译法', 'to check']), color: 'red' as const },
  { ...makeNote('n2', 'item-5', 'the translation leaves out 新秩序', ['译法']), color: 'blue' as const },
  { ...makeNote('n3', 'item-6', '', ['exam']), color: 'red' as const },
];
const search = openSearch(work, notes, { red: 'Key term' });

type Reading = (unit: Unit) => boolean;
const zh =
  (pattern: RegExp | string): Reading =>
  ({ segments }) =>
    typeof pattern === 'string'
      ? (segments['zh-Hans'] ?? '').includes(pattern)
      : pattern.test(segments['zh-Hans'] ?? '');
/** Whole words, in any case. */
const en =
  (words: string): Reading =>
  ({ segments }) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu').test(segments['en'] ?? '');
const both =
  (...readings: readonly Reading[]): Reading =>
  (unit) =>
    readings.every((reading) => reading(unit));
const either =
  (...readings: readonly Reading[]): Reading =>
  (unit) =>
    readings.some((reading) => reading(unit));
const not =
  (reading: Reading): Reading =>
  (unit) =>
    !reading(unit);
const near =
  (language: string, a: string, b: string, distance: number): Reading =>
  ({ segments }) =>
    isNear(segments[language] ?? '', a, b, distance);
const linked =
  (chinese: string, english: RegExp): Reading =>
  ({ id, segments }) =>
    work.links.some(({ unit, spans }) => {
      const cut = (language: string): string =>
        (spans[language] ?? [])
          .map(({ start, end }) => (segments[language] ?? '').slice(start, end))
          .join(' … ');
      return unit === id && cut('zh-Hans').includes(chinese) && english.test(cut('en'));
    });
const ids =
  (...wanted: readonly string[]): Reading =>
  ({ id }) =>
    wanted.includes(id);

const cooperation = en('cooperation|cooperative');
const country = en('country|countries');
const security = en('security|secure');

const TABLE: Readonly<Record<string, readonly (readonly [query: string, reading: Reading])[]>> = {
  words: [
    ['信息', zh('信息')],
    ['络空间新', zh('络空间新')],
    ['的', zh('的')],
    ['二〇一六年', ids('date')],
    ['5月', zh('5月')],
    ['space', en('space')],
    ['countries', country],
    ['cooperating', cooperation],
    ['securing', security],
    ['developing', en('development|developing')],
    ["people's", en("people's|peoples")],
    ['ＰＵＴＩＮ', ids('signature-russia')],
    ['ict', en('icts?')],
    ['inter-agency', en('inter-agency')],
    ['译法', ids('item-1', 'item-5')],
  ],
  phrases: [
    ['"information space"', en('information space')],
    ['“信息网络空间”', zh('信息网络空间')],
    ['「新秩序」', ids('recital-uphold', 'item-5')],
    ['"space information"', ids()],
    ['"the country"', ids()],
    ['"secure open and cooperative"', ids('recital-uphold', 'item-5')],
    ['"和平\uff0c安全"', zh('和平、安全')],
    ['"5 月"', zh('5月')],
    ['"research & development"', ids('item-3')],
    // The possessive is an ending, not a part of the word.
    ['"nation"', ids('recital-uphold')],
    ['"nations"', ids()],
    ['"nation\'s"', ids('recital-uphold')],
  ],
  'all of them': [
    ['网络 主权', both(zh('网络'), zh('主权'))],
    ['网络 & 主权', both(zh('网络'), zh('主权'))],
    ['网络\uff06主权', both(zh('网络'), zh('主权'))],
    ['网络 AND sovereignty', both(zh('网络'), en('sovereignty'))],
    ['terrorist criminal', ids('item-6')],
    ['China Russia', both(en('China'), en('Russia'))],
    // Punctuation between words is passed over on both sides: the text has "research & development".
    ['research&development 培训', ids('item-3')],
    ['research AND development 培训', ids('item-3')],
  ],
  'any of them': [
    ['北京 | Jinping', ids('place', 'signature-china')],
    ['北京\uff5cJinping', ids('place', 'signature-china')],
    ['北京 OR Jinping OR PUTIN', ids('place', 'signature-china', 'signature-russia')],
    ['主权 | sovereignty', either(zh('主权'), en('sovereignty'))],
    ['互联网 治理 | 主权', either(both(zh('互联网'), zh('治理')), zh('主权'))],
    ['"digital divide" | "legal instruments"', ids('item-4', 'item-6')],
    ['量子 | 鸿沟', ids('item-4')],
    ['网络 | 网络', zh('网络')],
  ],
  'without it': [
    ['网络 -空间', both(zh('网络'), not(zh('空间')))],
    ['网络 NOT 空间', both(zh('网络'), not(zh('空间')))],
    ['网络 \uff0d空间', both(zh('网络'), not(zh('空间')))],
    ['country -"two countries"', both(country, not(en('two countries')))],
    ['sovereignty -national', both(en('sovereignty'), not(en('national')))],
    ['合作 -cooperation', both(zh('合作'), not(cooperation))],
    ['合作 -"cooperation"', both(zh('合作'), not(en('cooperation')))],
    ['主权 -主权', ids()],
    ['中国 | 俄罗斯 -联邦', either(zh('中国'), both(zh('俄罗斯'), not(zh('联邦'))))],
  ],
  brackets: [
    ['(主权 | 秩序) 网络', both(either(zh('主权'), zh('秩序')), zh('网络'))],
    ['\uff08主权\uff5c秩序\uff09网络', both(either(zh('主权'), zh('秩序')), zh('网络'))],
    ['网络 -(主权 | 空间)', both(zh('网络'), not(zh('主权')), not(zh('空间')))],
    ['网络 -(主权 空间)', both(zh('网络'), not(both(zh('主权'), zh('空间'))))],
    ['en:(space -security)', both(en('space'), not(security))],
    ['zh:(主权 | 治理)', either(zh('主权'), zh('治理'))],
    ['((北京))', ids('place')],
    ['网络 (-空间 -主权)', both(zh('网络'), not(zh('空间')), not(zh('主权')))],
    ['网络 -(-空间 -主权)', both(zh('网络'), either(zh('空间'), zh('主权')))],
  ],
  'close to each other': [
    ['尊重 NEAR/6 主权', near('zh-Hans', '尊重', '主权', 6)],
    ['尊重 NEAR/2 主权', near('zh-Hans', '尊重', '主权', 2)],
    ['主权 NEAR/4 尊重', near('zh-Hans', '尊重', '主权', 4)],
    ['网络 NEAR/0 主权', near('zh-Hans', '网络', '主权', 0)],
    ['和平 NEAR/4 合作', near('zh-Hans', '和平', '合作', 4)],
    ['respecting NEAR/1 sovereignty', near('en', 'respecting', 'sovereignty', 1)],
    ['peaceful NEAR/4 space', near('en', 'peaceful', 'space', 4)],
    ['peaceful NEAR/3 space', near('en', 'peaceful', 'space', 3)],
    ['主权 NEAR sovereignty', ids()],
    [
      '(主权 | 传统) NEAR/4 尊重',
      either(near('zh-Hans', '主权', '尊重', 4), near('zh-Hans', '传统', '尊重', 4)),
    ],
    ['网络 -(网络 NEAR/0 主权)', both(zh('网络'), not(near('zh-Hans', '网络', '主权', 0)))],
  ],
  beginnings: [
    ['sover*', en('sover\\p{L}*')],
    ['inter*', en('inter\\p{L}*')],
    ['en:secur*', en('secur\\p{L}*')],
    ['网络主*', zh('网络主')],
    ['infra* ICT*', ids('opening')],
  ],
  'wrong letters': [
    ['sovreignty~', en('sovereignty')],
    ['soveregnity~', ids()],
    ['soveregnity~2', en('sovereignty')],
    ['Rusia~', en('Russia')],
    ['cooperaton~1', en('cooperation')],
    ['roadmpa~', ids()],
    ['roadmpas~', en('roadmaps')],
    ['statment~1 -joint', ids()],
  ],
  fields: [
    ['zh:ict', ids()],
    ['en:ict', en('icts?')],
    ['ru:мир', ids()],
    ['note:译法', ids('item-1')],
    ['tag:译法', ids('item-1', 'item-5')],
    ['tag:译法 -note:sovereignty', ids('item-5')],
    ['note:(sovereignty | translation)', ids('item-1', 'item-5')],
    ['has:note', ids('item-1', 'item-5')],
    ['kind:item -has:note', both(({ kind }) => kind === 'item', not(ids('item-1', 'item-5')))],
    ['colour:red', ids('item-1', 'item-6')],
    ['color:"key term"', ids('item-1', 'item-6')],
    ['colour:(blue | red) 网络', both(ids('item-1', 'item-5', 'item-6'), zh('网络'))],
    ['unit:3', ids('item-3')],
    ['unit:item-3', ids('item-3')],
    ['unit:(1 | 7) 网络', ids('item-1', 'item-7')],
    ['kind:signature', ids('signature-china', 'signature-russia')],
    ['kind:item 主权', both(({ kind }) => kind === 'item', zh('主权'))],
    ['work:joint-statement 北京', ids('place')],
    ['work:cooperation 北京', ids('place')],
    ['work:treaty 北京', ids()],
  ],
  'both languages': [
    ['zh:主权 & en:-sovereignty', ids()],
    ['zh:新秩序 & en:-order', ids('recital-uphold', 'item-5')],
    ['zh:网络 & en:-network', zh('网络')],
    ['zh:互联网 & en:-internet', ids('implementation-representatives')],
    ['en:internet & zh:-互联网', both(en('internet'), not(zh('互联网')))],
    ['zh:网络安全 & en:-"information security"', ids('recital-advocate')],
    ['zh:主权 en:sovereignty', both(zh('主权'), en('sovereignty'))],
  ],
  'linked words': [
    ['linked:"主权"→"sovereignty"', linked('主权', /sovereignty/i)],
    ['linked:主权->sovereignty', ids('recital-uphold', 'item-1')],
    ['linked:sovereignty=>主权', ids('recital-uphold', 'item-1')],
    // 互联网 does not hold 网络.
    ['linked:网络→Internet', ids('item-6')],
    ['linked:互联网→Internet', ids('recital-advocate', 'item-5')],
    ['linked:网络安全→"information security"', linked('网络安全', /information security/i)],
    ['linked:协作→cooperation', linked('协作', /cooperation/i)],
    ['linked:治理→management', ids('item-7')],
    ['linked:(治理→management | 协作→interaction)', ids('item-7', 'recital-believe')],
    ['网络 -linked:"网络"→"information space"', both(zh('网络'), not(linked('网络', /information space/i)))],
    ['linked:秩序→cooperative', ids()],
  ],
};

const CASES = Object.entries(TABLE).flatMap(([what, queries]) =>
  queries.map(([query, reading]) => [what, query, reading] as const),
);

describe('the table of queries', () => {
  test('has a hundred and more, each once', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(100);
    expect(new Set(CASES.map(([, query]) => query)).size).toBe(CASES.length);
  });

  test.each(CASES)('%s: %s', (_what, query, reading) => {
    const expected = work.units.filter(reading).map(({ id }) => id);
    expect(unitsFound(search(query)).toSorted()).toEqual(expected.toSorted());
  });
});
