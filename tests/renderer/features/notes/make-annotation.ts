import type { Annotation } from '../../../../core/annotation/annotation.ts';

/** An annotation on the first word of unit 'u'; `name` may be anything, ids made of different names differ. */
export function makeAnnotation(name: string, changes: Partial<Annotation> = {}): Annotation {
  const hex = Array.from(name, (character) => character.charCodeAt(0).toString(16)).join('');
  const created = '2026-01-01T00:00:00.000Z';
  return {
    id: `00000000-0000-4000-8000-${hex.padStart(12, '0').slice(-12)}`,
    kind: 'highlight',
    color: 'yellow',
    body: '',
    tags: [],
    isAnswered: false,
    scope: { type: 'words' },
    targets: [
      {
        unit: 'u',
        language: 'zh-Hans',
        selector: [
          { type: 'TextQuoteSelector', exact: '网络主权', prefix: '', suffix: '' },
          { type: 'TextPositionSelector', start: 0, end: 4 },
        ],
      },
    ],
    created,
    modified: created,
    ...changes,
  };
}
