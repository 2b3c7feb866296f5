import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { findLinkedSpans } from '../../../core/search/linked-spans.ts';
import type { LinkIndex } from '../../../core/text/link-index.ts';
import { spansOverlap, type TextSpan } from '../../../core/text/text-span.ts';
import type { SpansByLanguage } from '../../../core/text/work.ts';

function indexOf(...links: readonly SpansByLanguage[]): LinkIndex {
  return { byUnit: new Map([['u1', links.map((spans) => ({ unit: 'u1', spans }))]]) };
}

function at(start: number, end: number): TextSpan {
  return { start, end };
}

const INDEX = indexOf(
  { zh: [at(0, 2)], en: [at(10, 18)], ru: [at(5, 9)] },
  { zh: [at(2, 4)], en: [at(0, 5), at(20, 25)] },
  { zh: [at(6, 8)] },
);

describe('the words that answer hits', () => {
  const cases: readonly (readonly [string, SpansByLanguage, SpansByLanguage])[] = [
    ['stand in all other languages of a link', { zh: [at(1, 2)] }, { en: [at(10, 18)], ru: [at(5, 9)] }],
    [
      'are those of every link that a hit touches, in order',
      { zh: [at(1, 3)] },
      { en: [at(0, 5), at(10, 18), at(20, 25)], ru: [at(5, 9)] },
    ],
    ['are not known where a hit only borders on a link', { zh: [at(4, 6)] }, {}],
    ['are not those that were found themselves', { zh: [at(0, 2)], en: [at(12, 14)] }, { ru: [at(5, 9)] }],
    ['do not exist for words without a counterpart', { zh: [at(6, 8)] }, {}],
    ['answer a hit in any language', { ru: [at(0, 6)] }, { zh: [at(0, 2)], en: [at(10, 18)] }],
  ];
  it.each(cases)('%s', (_name, hits, linked) => {
    expect(findLinkedSpans(INDEX, 'u1', hits)).toEqual(linked);
  });

  it('are none in a unit without links', () => {
    expect(findLinkedSpans(INDEX, 'u2', { zh: [at(0, 2)] })).toEqual({});
  });
});

const spans = fc
  .array(
    fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 6 })).map(([start, length]) => at(start, start + length)),
    {
      maxLength: 4,
    },
  )
  .map((list) =>
    list
      .toSorted((a, b) => a.start - b.start)
      .filter((span, index, all) => index === 0 || span.start >= (all[index - 1]?.end ?? 0)),
  );
const byLanguage = fc.dictionary(fc.constantFrom('zh', 'en', 'ru'), spans, { maxKeys: 3 });

test.prop([fc.array(byLanguage, { maxLength: 5 }), byLanguage])(
  'no linked word is a hit, and each belongs to a link that was hit in another language',
  (links, hits) => {
    const linked = findLinkedSpans(indexOf(...links), 'u1', hits);
    for (const [language, list] of Object.entries(linked)) {
      expect(list.length).toBeGreaterThan(0);
      for (const span of list) {
        expect((hits[language] ?? []).some((hit) => spansOverlap(hit, span))).toBe(false);
        const origin = links.some(
          (link) =>
            (link[language] ?? []).some((own) => spansOverlap(own, span)) &&
            Object.entries(link).some(
              ([other, theirs]) =>
                other !== language &&
                theirs.some((one) => (hits[other] ?? []).some((hit) => spansOverlap(hit, one))),
            ),
        );
        expect(origin).toBe(true);
      }
    }
  },
);
