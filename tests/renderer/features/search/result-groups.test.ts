import { describe, expect, it } from 'vitest';
import { placeAnnotations } from '../../../../core/annotation/place-annotations.ts';
import { spanText } from '../../../../core/text/text-span.ts';
import { segmentText } from '../../../../core/text/work.ts';
import { composeGroups } from '../../../../renderer/features/search/result-groups.ts';
import { annotations, placed, places, positions, search, work } from './sample-search.ts';

describe('the results of a search', () => {
  const results = search('安全');
  const groups = composeGroups(results, 'text', 10, work, positions, places, placed);

  it('are grouped by unit, in the order asked for', () => {
    expect(groups.map(({ key }) => key)).toEqual(['u1', 'u2', 'u3']);
    const ranked = composeGroups(results, 'rank', 10, work, positions, places, placed).map(({ key }) => key);
    expect(ranked).toEqual(results.map(({ unitId }) => unitId));
  });

  it('lead to the words of the text that were found', () => {
    for (const { key, lines } of groups.slice(0, 2)) {
      const unit = work.units.find(({ id }) => id === key);
      for (const { target } of lines) {
        expect(unit && target.span && spanText(segmentText(unit, target.language), target.span)).toBe('安全');
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

  it('quote a note as it is read, without the addresses of its links', () => {
    const linking = groups[2]?.lines.find(({ target }) => target.annotationId === annotations[1]?.id);
    expect(linking?.excerpt.text).toBe('安全 again');
    expect(linking?.excerpt.spans).toEqual([{ start: 0, end: 2 }]);
    expect(search('duizhao')).toEqual([]);
  });

  it('leave out a note that was deleted since', () => {
    const without = composeGroups(results, 'text', 10, work, positions, places, placeAnnotations(work, []));
    expect(without.map(({ key }) => key)).toEqual(['u1', 'u2']);
  });

  it('have a key each', () => {
    const keys = groups.flatMap(({ lines }) => lines.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are shown up to a limit', () => {
    expect(composeGroups(results, 'rank', 1, work, positions, places, placed)).toHaveLength(1);
  });
});
