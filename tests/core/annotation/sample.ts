import type { Annotation } from '../../../core/annotation/annotation.ts';
import { describeTarget } from '../../../core/annotation/describe-target.ts';
import type { Unit, Work } from '../../../core/text/work.ts';

/** A unit with a Chinese and an English segment. */
export function makeUnit(id: string, chinese: string, english = ''): Unit {
  return { id, kind: 'item', segments: { 'zh-Hans': chinese, en: english } };
}

/** A work of these units in Chinese and English. */
export function makeWork(...units: Unit[]): Work {
  const source = { name: 'test', date: '2016-06-25', notes: [] };
  return {
    id: 'test',
    titles: { en: 'Test', 'zh-Hans': '测试' },
    editions: [
      { language: 'zh-Hans', title: '测试', status: 'unknown', source },
      { language: 'en', title: 'Test', status: 'unknown', source },
    ],
    units,
    links: [],
    remarks: [],
    terms: [],
    outline: [],
  };
}

let made = 0;

/** An annotation on the given words (their first occurrence in the segment). Ids and times follow the order of making. */
export function annotate(
  unit: Unit,
  language: string,
  words: string,
  changes: Partial<Annotation> = {},
): Annotation {
  made += 1;
  const start = unit.segments[language]?.indexOf(words) ?? -1;
  const created = new Date(Date.UTC(2026, 0, 1) + made * 1000).toISOString();
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    kind: 'highlight',
    color: 'yellow',
    body: '',
    tags: [],
    isAnswered: false,
    scope: { type: 'words' },
    targets: [describeTarget(unit, language, { start, end: start + words.length })],
    created,
    modified: created,
    ...changes,
  };
}
