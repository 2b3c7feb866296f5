import { describe, expect, it } from 'vitest';
import type { Work } from '../../../../core/text/work.ts';
import { groupOccurrences } from '../../../../renderer/features/glossary/occurrence-groups.ts';

const FILLER = '，'.padEnd(80, '甲乙丙丁');
const work: Work = {
  id: 'sample',
  titles: {},
  editions: ['zh-Hans', 'en'].map((language) => ({
    language,
    title: '',
    status: 'unknown',
    source: { name: '', date: '2016-06-25', notes: [] },
  })),
  units: [
    { id: 'u1', kind: 'paragraph', segments: { 'zh-Hans': `合作与合作${FILLER}合作`, en: 'Work together.' } },
    { id: 'u2', kind: 'paragraph', segments: { 'zh-Hans': '无', en: 'none' } },
  ],
  links: [],
  remarks: [],
  terms: [],
  outline: [],
};
const occurrences = [0, 3, 85].map((start) => ({
  unit: 'u1',
  language: 'zh-Hans',
  span: { start, end: start + 2 },
}));

describe('the occurrences of a term', () => {
  const groups = groupOccurrences(work, occurrences);

  it('are grouped by unit, and units without any are left out', () => {
    expect(groups.map(({ unit }) => unit.id)).toEqual(['u1']);
  });

  it('share a line where they stand near each other, and each line leads to its first', () => {
    const lines = groups[0]?.editions[0]?.lines ?? [];
    expect(lines.map(({ span }) => span)).toEqual([
      { start: 0, end: 2 },
      { start: 85, end: 87 },
    ]);
    expect(lines.map(({ parts }) => parts.filter(({ isHit }) => isHit).length)).toEqual([2, 1]);
  });

  it('leave an edition that says it in other words without a line', () => {
    expect(groups[0]?.editions[1]).toEqual({ language: 'en', lines: [] });
  });
});
