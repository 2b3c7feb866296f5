import { describe, expect, test } from 'vitest';
import { DEFAULT_WORK_READING } from '../../../../core/settings/settings.ts';
import type { WorkSummary } from '../../../../ipc/contract.ts';
import {
  describeWorks,
  findWorks,
  measureProgress,
  sortWorks,
  type ListedWork,
} from '../../../../renderer/features/library/library-list.ts';

function summary(id: string, chinese: string, english: string, length: number): WorkSummary {
  const languages = ['zh-Hans', 'en'];
  const lengths = { 'zh-Hans': 1, en: length };
  return {
    id,
    titles: { 'zh-Hans': chinese, en: english },
    languages,
    unitCount: 4,
    lengths,
    isBundled: false,
  };
}

const WORKS = [
  summary('treaty', '边界条约', 'Treaty 10 on the Border', 30),
  summary('charter', '宪章', 'Treaty 9', 20),
  summary('speech', '开幕词', 'Opening Speech', 40),
];

const COUNTS = { treaty: { notes: 1, readUnits: 2 }, speech: { notes: 7, readUnits: 4 } };

function list(language = 'en'): readonly ListedWork[] {
  const remembered = { charter: { ...DEFAULT_WORK_READING, opened: '2026-03-02T10:00:00.000Z' } };
  return describeWorks({ works: WORKS, counts: COUNTS, remembered, language });
}

function idsOf(works: readonly ListedWork[]): readonly string[] {
  return works.map(({ id }) => id);
}

describe('the list of works', () => {
  test('says of each what the interface calls it, and what the reader has done', () => {
    expect(list('zh-Hans')[0]).toMatchObject({ title: '边界条约', counts: { notes: 1 }, opened: null });
    expect(list()[1]).toMatchObject({
      title: 'Treaty 9',
      counts: { notes: 0, readUnits: 0 },
      opened: '2026-03-02T10:00:00.000Z',
    });
    const [first] = describeWorks({ works: WORKS, counts: undefined, remembered: {}, language: 'en' });
    expect(first?.counts).toBeUndefined();
  });

  test.each([
    ['', ['treaty', 'charter', 'speech']],
    ['treaty', ['treaty', 'charter']],
    ['BORDER treaty', ['treaty']],
    ['邊界', ['treaty']],
    ['ｓｐｅｅｃｈ', ['speech']],
    ['treaty speech', []],
  ])('finds %j by titles in any language, however they are written', (query, ids) => {
    expect(idsOf(findWorks(list(), query))).toEqual(ids);
  });

  test.each([
    ['title', ['speech', 'charter', 'treaty']],
    ['opened', ['charter', 'treaty', 'speech']],
    ['notes', ['speech', 'treaty', 'charter']],
    ['length', ['speech', 'treaty', 'charter']],
  ] as const)('sorts by %s', (order, ids) => {
    expect(idsOf(sortWorks(list(), order, 'en'))).toEqual(ids);
  });

  test('sorts Chinese titles by their sound', () => {
    // biānjiè, kāimù, xiànzhāng
    expect(idsOf(sortWorks(list('zh-Hans'), 'title', 'zh-Hans'))).toEqual(['treaty', 'speech', 'charter']);
  });

  test('says how much is read, and everything only where it is', () => {
    const [treaty, charter, speech] = list();
    expect([treaty, charter, speech].map((work) => work && measureProgress(work))).toEqual([50, 0, 100]);
    const nearly = { ...WORKS[0], unitCount: 1000 } as WorkSummary;
    const counts = { treaty: { notes: 0, readUnits: 999 } };
    const [work] = describeWorks({ works: [nearly], counts, remembered: {}, language: 'en' });
    expect(work && measureProgress(work)).toBe(99);
  });
});
