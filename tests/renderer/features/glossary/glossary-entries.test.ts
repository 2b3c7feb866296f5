import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWork } from '../../../../core/text/work-file.ts';
import {
  filterEntries,
  listEntries,
  sortEntries,
} from '../../../../renderer/features/glossary/glossary-entries.ts';

const work = parseWork({
  schema: 1,
  id: 'sample',
  titles: { 'zh-Hans': '样本', en: 'Sample' },
  editions: ['zh-Hans', 'en'].map((language) => ({
    language,
    title: 'Sample',
    status: 'unknown',
    source: { name: 'Test', date: '2016-06-25', notes: [] },
  })),
  units: [
    {
      id: 'u1',
      kind: 'paragraph',
      segments: { 'zh-Hans': '尊重主权，维护安全。', en: 'Respect sovereignty and security.' },
    },
    {
      id: 'u2',
      kind: 'paragraph',
      segments: { 'zh-Hans': '网络安全合作。', en: 'Cooperation in information security.' },
    },
  ],
  links: [],
  remarks: [],
  terms: [
    { 'zh-Hans': '合作', en: ['cooperation'], pinyin: 'hézuò' },
    { 'zh-Hans': '安全', en: ['security'], pinyin: 'ānquán' },
    { 'zh-Hans': '条约', en: ['treaty', 'agreement'], pinyin: 'tiáoyuē' },
    { 'zh-Hans': '主权', en: ['sovereignty'], pinyin: 'zhǔquán' },
  ],
  outline: [],
});
const entries = listEntries(work);

function chineseOf(listed: typeof entries): readonly string[] {
  return listed.map(({ term }) => term.chinese);
}

describe('the entries of a glossary', () => {
  it('count the places of each term in either language', () => {
    expect(entries.map(({ chineseCount, otherCount }) => [chineseCount, otherCount])).toEqual([
      [1, 1],
      [2, 2],
      [0, 0],
      [1, 1],
    ]);
  });

  it.each([
    ['place', ['主权', '安全', '合作', '条约']],
    ['pinyin', ['安全', '合作', '条约', '主权']],
    ['english', ['合作', '安全', '主权', '条约']],
  ] as const)(
    'are ordered by %s, what stands nowhere coming last in the order of the text',
    (order, expected) => {
      expect(chineseOf(sortEntries(entries, order))).toEqual(expected);
    },
  );

  it.each([
    ['安', ['安全']],
    ['合 作', ['合作']],
    ['SOVEREIGN', ['主权']],
    ['agree', ['条约']],
    ['quan', ['安全', '主权']],
    ['quán', ['安全', '主权']],
    ['quǎn', []],
    ['  ', ['合作', '安全', '条约', '主权']],
  ])('are filtered by %j', (filter, expected) => {
    expect(chineseOf(filterEntries(entries, filter))).toEqual(expected);
  });

  it('of the bundled statement all stand in the Chinese text', () => {
    const path = new URL('../../../../resources/library/joint-statement-2016/work.json', import.meta.url);
    const statement = parseWork(JSON.parse(readFileSync(path, 'utf8')));
    expect(chineseOf(listEntries(statement).filter(({ chineseCount }) => chineseCount === 0))).toEqual([]);
  });
});
