import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { spanText } from '../../../../core/text/text-span.ts';
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
    expect(lines.map(({ target }) => target)).toEqual([
      { start: 0, end: 2 },
      { start: 85, end: 87 },
    ]);
    expect(lines.map(({ excerpt }) => excerpt.spans.length)).toEqual([2, 1]);
  });

  it('leave an edition that says it in other words without a line', () => {
    expect(groups[0]?.editions[1]).toEqual({ language: 'en', lines: [] });
  });

  test.prop([fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 12 })])(
    'are each marked whole in some line, and nothing else is marked',
    (places) => {
      const text = Array.from({ length: 60 }, (_, index) => (places.includes(index) ? '合作' : '网络')).join(
        '',
      );
      const long: Work = {
        ...work,
        units: [{ id: 'u1', kind: 'paragraph', segments: { 'zh-Hans': text, en: '' } }],
      };
      const found = places.map((place) => ({
        unit: 'u1',
        language: 'zh-Hans',
        span: { start: place * 2, end: place * 2 + 2 },
      }));
      const lines = groupOccurrences(long, found)[0]?.editions[0]?.lines ?? [];
      const marked = lines.flatMap(({ excerpt }) =>
        excerpt.spans.map((span) => spanText(excerpt.text, span)),
      );
      expect(marked.every((words) => words === '合作')).toBe(true);
      expect(marked.length).toBeGreaterThanOrEqual(places.length);
      expect(lines.length).toBeLessThanOrEqual(places.length);
    },
  );
});
