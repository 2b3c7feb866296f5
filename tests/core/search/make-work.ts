import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Edition, Unit, Work } from '../../../core/text/work.ts';

type UnitOptions = Partial<Pick<Unit, 'id' | 'kind'>>;

/** A unit in Chinese and English. */
export function makeUnit(chinese: string, english = '', options: UnitOptions = {}): Unit {
  return { id: 'unit', kind: 'paragraph', segments: { 'zh-Hans': chinese, en: english }, ...options };
}

/** A work of these units; units without an id of their own are called u1, u2, … */
export function makeWork(units: readonly Unit[], languages: readonly string[] = ['zh-Hans', 'en']): Work {
  return {
    id: 'made-for-a-test',
    titles: { en: 'Made for a test' },
    editions: languages.map((language): Edition => {
      const source = { name: 'a test', date: '2016-06-27', notes: [] };
      return { language, title: 'Made for a test', status: 'unknown', source };
    }),
    units: units.map((unit, index) => (unit.id === 'unit' ? { ...unit, id: `u${index + 1}` } : unit)),
    links: [],
    remarks: [],
    terms: [],
    outline: [],
  };
}

/** A note on the first character of a unit. */
export function makeNote(id: string, unit: string, body: string, tags: readonly string[] = []): Annotation {
  return {
    id,
    kind: 'note',
    color: 'yellow',
    body,
    tags,
    isAnswered: false,
    scope: { type: 'words' },
    targets: [
      {
        unit,
        language: 'en',
        selector: [
          { type: 'TextQuoteSelector', exact: 'W', prefix: '', suffix: '' },
          { type: 'TextPositionSelector', start: 0, end: 1 },
        ],
      },
    ],
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
  };
}
