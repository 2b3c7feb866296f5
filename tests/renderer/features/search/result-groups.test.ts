import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import { placeAnnotations } from '../../../../core/annotation/place-annotations.ts';
import { buildTextIndex, loadTextIndex } from '../../../../core/search/text-index.ts';
import { createSearcher } from '../../../../core/search/searcher.ts';
import { spanText } from '../../../../core/text/text-span.ts';
import { segmentText, type Work } from '../../../../core/text/work.ts';
import {
  collectHits,
  composeGroups,
  countPlaces,
  indexPositions,
} from '../../../../renderer/features/search/result-groups.ts';

const work: Work = {
  id: 'sample',
  titles: { 'zh-Hans': '样本', en: 'Sample' },
  editions: ['zh-Hans', 'en'].map((language) => ({
    language,
    title: 'Sample',
    status: 'unknown',
    source: { name: 'Test', date: '2016-06-25', notes: [] },
  })),
  units: [
    { id: 'u1', kind: 'paragraph', segments: { 'zh-Hans': '维护安全。', en: 'Ensure security.' } },
    {
      id: 'u2',
      kind: 'paragraph',
      segments: { 'zh-Hans': '安全与安全。', en: 'Security and Security threats.' },
    },
    { id: 'u3', kind: 'paragraph', segments: { 'zh-Hans': '无关。', en: 'Unrelated.' } },
  ],
  links: [],
  remarks: [],
  terms: [],
  outline: [],
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

const annotations = [
  annotate('00000000-0000-4000-8000-000000000001', '无关', 'Is this about 安全?', ['安全']),
  annotate('00000000-0000-4000-8000-000000000002', '早已删去的话', '安全 again', []),
];
const positions = indexPositions(work);
const placed = placeAnnotations(work, annotations);

function search(query: string) {
  const searcher = createSearcher(work, loadTextIndex(buildTextIndex(work), work).index);
  searcher.setAnnotations(annotations);
  return searcher.search(query).results;
}

describe('the results of a search', () => {
  const results = search('安全');
  const groups = composeGroups(results, 'text', 10, work, positions, placed);

  it('are grouped by unit, in the order asked for', () => {
    expect(groups.map(({ unit }) => unit.id)).toEqual(['u1', 'u2', 'u3']);
    const ranked = composeGroups(results, 'rank', 10, work, positions, placed).map(({ unit }) => unit.id);
    expect(ranked).toEqual(results.map(({ unitId }) => unitId));
  });

  it('lead to the words of the text that were found', () => {
    for (const { unit, lines } of groups.slice(0, 2)) {
      for (const { target } of lines) {
        expect(target.span && spanText(segmentText(unit, target.language), target.span)).toBe('安全');
      }
    }
  });

  it('lead from a note and from a tag to the words the annotation stands on', () => {
    const own = groups[2]?.lines.filter(({ target }) => target.annotationId === annotations[0]?.id) ?? [];
    expect(own.map(({ field }) => field.kind)).toEqual(['note', 'tag']);
    expect(own.map(({ target }) => target.span)).toEqual([
      { start: 0, end: 2 },
      { start: 0, end: 2 },
    ]);
  });

  it('lead from a note that has lost its words to its unit', () => {
    const orphan = groups[2]?.lines.find(({ target }) => target.annotationId === annotations[1]?.id);
    expect(orphan?.target).toMatchObject({ unit: 'u3', span: undefined });
  });

  it('leave out a note that was deleted since', () => {
    const without = composeGroups(results, 'text', 10, work, positions, placeAnnotations(work, []));
    expect(without.map(({ unit }) => unit.id)).toEqual(['u1', 'u2']);
  });

  it('have a key each', () => {
    const keys = groups.flatMap(({ lines }) => lines.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are shown up to a limit, and counted and painted in full', () => {
    expect(composeGroups(results, 'rank', 1, work, positions, placed)).toHaveLength(1);
    expect(countPlaces(results)).toBe(6);
    expect(collectHits(results)).toHaveLength(3);
  });
});
