import type { Annotation } from '../../../../core/annotation/annotation.ts';
import { placeAnnotations } from '../../../../core/annotation/place-annotations.ts';
import { createSearcher } from '../../../../core/search/searcher.ts';
import { buildTextIndex, loadTextIndex } from '../../../../core/search/text-index.ts';
import type { Work } from '../../../../core/text/work.ts';
import { makeUnit, makeWork } from '../../../core/search/make-work.ts';
import { indexPositions, indexUnitPlaces } from '../../../../renderer/features/search/result-groups.ts';

export const work: Work = {
  ...makeWork([
    makeUnit('维护安全。', 'Ensure security.'),
    makeUnit('安全与安全。', 'Security and Security threats.'),
    makeUnit('无关。', 'Unrelated.'),
  ]),
  links: [{ unit: 'u1', spans: { 'zh-Hans': [{ start: 2, end: 4 }], en: [{ start: 7, end: 15 }] } }],
};

function annotate(id: string, exact: string, body: string, tags: readonly string[]): Annotation {
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
        unit: 'u3',
        language: 'zh-Hans',
        selector: [
          { type: 'TextQuoteSelector', exact, prefix: '', suffix: '。' },
          { type: 'TextPositionSelector', start: 0, end: exact.length },
        ],
      },
    ],
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
  };
}

export const annotations = [
  annotate('00000000-0000-4000-8000-000000000001', '无关', 'Is this about 安全?', ['安全']),
  annotate(
    '00000000-0000-4000-8000-000000000002',
    '早已删去的话',
    '[安全](duizhao://search?q=%E5%AE%89) again',
    [],
  ),
];
export const positions = indexPositions(work);

export const places = indexUnitPlaces(work);
export const placed = placeAnnotations(work, annotations);

export function search(query: string) {
  const searcher = createSearcher(work, loadTextIndex(buildTextIndex(work), work).index);
  searcher.setAnnotations(annotations);
  return searcher.search(query).results;
}
