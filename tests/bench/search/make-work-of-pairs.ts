import type { Edition, Work } from '../../../core/text/work.ts';
import type { Pair } from './pairs.ts';

/** A work of the library of the bench, the `place`-th: a unit for each pair. */
export function makeWorkOfPairs(pairs: readonly Pair[], place: number): Work {
  const editions = ['zh-Hans', 'en'].map((language): Edition => ({
    language,
    title: 'Made for the bench',
    status: 'unknown',
    source: { name: 'tests/bench', date: '2026-01-01', notes: [] },
  }));
  return {
    id: `work-${place}`,
    titles: { en: 'Made for the bench' },
    editions,
    units: pairs.map(({ zh, en }, index) => ({
      id: String(index),
      kind: 'paragraph',
      segments: { 'zh-Hans': zh, en },
    })),
    links: [],
    remarks: [],
    terms: [],
    outline: [],
  };
}
