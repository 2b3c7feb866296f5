import { describe, expect, it } from 'vitest';
import { indexLinks } from '../../../../core/text/link-index.ts';
import { spanText } from '../../../../core/text/text-span.ts';
import { markHits } from '../../../../renderer/features/search/hit-marks.ts';
import { search, work } from './sample-search.ts';

function marksOf(query: string): Readonly<Record<string, readonly string[]>> {
  const marks = markHits(search(query), indexLinks(work));
  return Object.fromEntries(
    [...marks].map(([unit, list]) => [
      unit,
      list.map(({ kind, language, span }) => {
        const text = work.units.find(({ id }) => id === unit)?.segments[language] ?? '';
        return `${kind} ${spanText(text, span)}`;
      }),
    ]),
  );
}

describe('what a search marks', () => {
  it('is what was found, and what answers it in the other language where the links say so', () => {
    expect(marksOf('安全')).toEqual({ u1: ['hit 安全', 'linked security'], u2: ['hit 安全', 'hit 安全'] });
    expect(marksOf('security')['u1']).toEqual(['hit security', 'linked 安全']);
  });

  it('is marked as found where both sides of a link were', () => {
    expect(marksOf('安全 security')['u1']).toEqual(['hit 安全', 'hit security']);
  });

  it('is nothing where only a note was found', () => {
    expect(marksOf('note:安全')).toEqual({});
  });
});
